from odoo import models


class VsokoDocument(models.Model):
    """The order about a bonus: signed, it locks the sums."""

    _inherit = "vsoko.document"

    def _sign(self):
        result = super()._sign()
        # The director has just signed the order; that its bonus is ordered now follows.
        bonuses = self.env["vsoko.bonus"].sudo()
        bonuses.search([("order_id", "in", self.ids), ("state", "=", "ordered")])._finish()
        return result
