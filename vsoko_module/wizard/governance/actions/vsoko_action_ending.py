from odoo import api, fields, models
from odoo.exceptions import UserError

KINDS = [("close", "Close"), ("stop", "Stop the action")]


class VsokoActionEnding(models.TransientModel):
    """Asks what the school takes from an action, or why it goes no further."""

    _name = "vsoko.action.ending"
    _description = "End of an action"

    action_id = fields.Many2one("vsoko.action", string="Action", required=True, ondelete="cascade")
    kind = fields.Selection(KINDS, required=True, default="close")
    effect_text = fields.Text(related="action_id.effect_text")
    needs_reason = fields.Boolean(compute="_compute_needs_reason")
    reason = fields.Text()

    @api.depends("action_id", "kind")
    def _compute_needs_reason(self):
        for ending in self:
            ending.needs_reason = ending.kind == "stop" or not ending.action_id._is_judged()

    def action_end(self):
        self.ensure_one()
        if not self.action_id:
            raise UserError(self.env._("Say which action ends."))
        if self.kind == "stop":
            self.action_id._stop(self.reason)
        else:
            self.action_id._close(self.reason)
        return self.action_id._toast(self.env._("Noted as closed"))
