from odoo import api, fields, models

from .vsoko_document import KEEPERS


class VsokoBody(models.Model):
    """What a body is founded on may stand in the register; its words follow from there."""

    _inherit = "vsoko.body"

    founding_document_id = fields.Many2one(
        "vsoko.document",
        string="In the register of documents",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        copy=False,
        groups=KEEPERS,
        domain="[('kind', 'in', ('local_act', 'order')), ('company_id', '=', company_id),"
        " ('state', '!=', 'cancelled')]",
    )
    founding_text = fields.Char(compute="_compute_founding", store=True, readonly=False)
    founding_date = fields.Date(compute="_compute_founding", store=True, readonly=False)

    @api.depends("founding_document_id")
    def _compute_founding(self):
        for body in self:
            # Members read the words of what the body is founded on, whether it is open to them.
            document = body.sudo().founding_document_id
            body.founding_text = document.display_name or body.founding_text
            body.founding_date = document.date or body.founding_date
