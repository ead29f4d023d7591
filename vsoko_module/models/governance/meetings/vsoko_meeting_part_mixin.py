from odoo import fields, models


class VsokoMeetingPartMixin(models.AbstractModel):
    """A part of a meeting: read by the members of its body, signed and locked with the minutes."""

    _name = "vsoko.meeting.part.mixin"
    _inherit = ["vsoko.signing.part.mixin", "vsoko.body.mine.mixin"]
    _description = "Part of a meeting"
    _signed_with = "meeting_id"

    meeting_id = fields.Many2one("vsoko.meeting", required=True, index=True, ondelete="cascade")
    body_id = fields.Many2one(
        related="meeting_id.body_id", string="Council or commission", store=True, index=True
    )
    company_id = fields.Many2one(related="meeting_id.company_id", store=True, index=True)
    meeting_state = fields.Selection(related="meeting_id.state", string="State of the meeting")
