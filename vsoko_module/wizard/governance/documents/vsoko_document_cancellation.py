from odoo import fields, models


class VsokoDocumentCancellation(models.TransientModel):
    """Asks why a document is cancelled and from which day on."""

    _name = "vsoko.document.cancellation"
    _description = "Cancelling of a document"

    document_ids = fields.Many2many(
        "vsoko.document",
        string="Documents",
        required=True,
        default=lambda self: self.env.context.get("active_ids"),
    )
    date = fields.Date(
        string="Does not hold from", required=True, default=fields.Date.context_today
    )
    reason = fields.Char(required=True)

    def action_cancel(self):
        self.ensure_one()
        self.document_ids._cancel(self.reason, self.date)
        return self.document_ids._toast(self.env._("Noted as cancelled"))
