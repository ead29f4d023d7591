from odoo import api, fields, models
from odoo.fields import Domain

from .vsoko_document import KEEPERS


class VsokoDocument(models.Model):
    """Bodies that adopt or discuss a document: their members read it before it is in force."""

    _inherit = "vsoko.document"

    body_id = fields.Many2one(
        "vsoko.body",
        string="Issuing body",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        groups=KEEPERS,
        help="The council or commission that discusses or adopts it: its members read the draft",
    )
    reader_body_ids = fields.Many2many(
        "vsoko.body",
        string="Bodies that read it",
        check_company=True,
        groups=KEEPERS,
        help="Every member with an account in the program, while he is in office",
    )

    @api.model
    def _search_is_open(self, operator, value):
        found = super()._search_is_open(operator, value)
        if found is NotImplemented:
            return found
        return found | Domain("body_id.is_mine", "=", True)

    @api.depends("body_id")
    def _compute_is_asked(self):
        result = super()._compute_is_asked()
        for document in self:
            # Only whether the user sits in the body is asked.
            document.is_open = (
                document.is_open or document.sudo().body_id.with_env(self.env).is_mine
            )
        return result

    def _get_readers(self):
        today = fields.Date.context_today(self)
        members = [body._get_members(today) for body in self.reader_body_ids]
        people = super()._get_readers()
        for sitting in members:
            people |= sitting.user_id.filtered(lambda user: user.active and not user.share)
        return people - self.approved_by_id
