from odoo import api, fields, models
from odoo.exceptions import UserError


class VsokoDataFormReopen(models.TransientModel):
    """Asks for the reason before a statistical form is given back to be filled in."""

    _name = "vsoko.data.form.reopen"
    _description = "Give a statistical form back"

    form_id = fields.Many2one("vsoko.data.form", string="Form", required=True, ondelete="cascade")
    needs_day = fields.Boolean(compute="_compute_needs_day")
    reason = fields.Text(required=True)
    until = fields.Date(
        string="Open until", help="Empty where the checker returns a form that is complete"
    )

    @api.depends("form_id.state")
    def _compute_needs_day(self):
        for wizard in self:
            wizard.needs_day = wizard.form_id.state in ("checked", "locked")

    def action_give_back(self):
        self.ensure_one()
        if not self.form_id:
            raise UserError(self.env._("Say which form is given back."))
        self.form_id._give_back(self.reason, self.until)
        return self.form_id._toast(self.env._("Given back to be filled in"))
