from odoo import api, fields, models
from odoo.exceptions import UserError


class VsokoMeetingMaterial(models.Model):
    """A paper of a question. What was sent with the invitation stays as it was sent."""

    _name = "vsoko.meeting.material"
    _inherit = ["vsoko.meeting.part.mixin"]
    _description = "Material of a meeting"
    _order = "item_id, id"

    item_id = fields.Many2one("vsoko.meeting.item", required=True, index=True, ondelete="cascade")
    meeting_id = fields.Many2one(related="item_id.meeting_id", store=True, required=False)
    name = fields.Char(string="File", required=True)
    content = fields.Binary(attachment=True, required=True)
    is_published = fields.Boolean(
        string="For the portal",
        help="Members of the governing council may open it on the portal: no names of pupils",
    )
    is_sent = fields.Boolean(
        string="Sent", help="Sent with the invitation", readonly=True, copy=False
    )

    def write(self, vals):
        if vals.keys() - {"is_published"}:
            self._check_unsent()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_sent(self):
        self._check_unsent()

    def _check_unsent(self):
        # Whoever is refused may know that it was sent.
        sent = self.sudo().filtered("is_sent")
        if sent and not self.env.su:
            raise UserError(
                self.env._(
                    "“%(name)s” was sent with the invitation and stays as it was sent. Add another"
                    " file.",
                    name=sent[0].name,
                )
            )

    def _freeze(self):
        # The invitation, whose right was checked, is what freezes them.
        self.sudo().write({"is_sent": True})
