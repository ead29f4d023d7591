from odoo import fields, models


class VsokoPublicationWithdrawal(models.TransientModel):
    """Asks why a publication is withdrawn."""

    _name = "vsoko.publication.withdrawal"
    _description = "Withdrawal of a publication"

    publication_ids = fields.Many2many(
        "vsoko.publication",
        string="Publications",
        required=True,
        default=lambda self: self.env.context.get("active_ids"),
    )
    reason = fields.Char(required=True)

    def action_withdraw(self):
        self.ensure_one()
        self.publication_ids._withdraw(self.reason)
        return self.publication_ids._toast(self.env._("Withdrawn from publication"))
