from odoo import fields, models


class VsokoActionReturn(models.TransientModel):
    """Asks why an action that was said to be done goes back to work."""

    _name = "vsoko.action.return"
    _description = "Return of an action to work"

    action_id = fields.Many2one("vsoko.action", string="Action", required=True, ondelete="cascade")
    reason = fields.Text(required=True)

    def action_return(self):
        self.ensure_one()
        self.action_id._return(self.reason)
        return self.action_id._toast(self.env._("Returned for changes"))
