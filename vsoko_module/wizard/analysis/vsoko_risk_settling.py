from odoo import fields, models
from odoo.exceptions import UserError


class VsokoRiskSettling(models.TransientModel):
    """Asks what was found out about pupils of the list who need no further help."""

    _name = "vsoko.risk.settling"
    _description = "What was found out"

    risk_ids = fields.Many2many("vsoko.risk", string="Pupils in the list")
    note = fields.Text(string="What was found out")

    def action_settle(self):
        self.ensure_one()
        if not self.risk_ids:
            raise UserError(self.env._("Say which pupils are meant."))
        self.risk_ids._settle(self.note)
        return self.risk_ids._toast(self.env._("Noted"))
