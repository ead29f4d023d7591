from odoo import fields, models


class VsokoMeetingCancellation(models.TransientModel):
    """Asks why a meeting does not take place; whoever was invited reads it."""

    _name = "vsoko.meeting.cancellation"
    _description = "Calling off a meeting"

    meeting_id = fields.Many2one("vsoko.meeting", required=True, ondelete="cascade")
    reason = fields.Text(required=True)

    def action_call_off(self):
        self.ensure_one()
        self.meeting_id._call_off(self.reason)
        return self.meeting_id._toast(self.env._("Noted as called off"))
