from odoo import fields, models
from odoo.exceptions import UserError


class VsokoBonusAgreement(models.TransientModel):
    """Asks the chair for the minutes by which the commission has agreed to the sums."""

    _name = "vsoko.bonus.agreement"
    _description = "Agreement of the commission"

    bonus_id = fields.Many2one("vsoko.bonus", string="Bonus", required=True, ondelete="cascade")
    commission_id = fields.Many2one(related="bonus_id.commission_id")
    meeting_id = fields.Many2one(
        "vsoko.meeting",
        string="Signed minutes",
        ondelete="cascade",
        domain="[('body_id', '=', commission_id), ('state', '=', 'signed')]",
    )

    def action_agree(self):
        self.ensure_one()
        if not self.meeting_id:
            raise UserError(self.env._("Name the minutes."))
        self.bonus_id._agree(self.meeting_id)
        return self.bonus_id._toast(self.env._("Noted as agreed"))
