from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

PRESENCES = [("present", "Was present"), ("absent", "Was absent")]
OPEN_STATES = ("planned", "invited")


class VsokoMeetingAttendance(models.Model):
    """One called member of a meeting: present, or absent and why.

    The name and the right to vote are those of the day, whatever becomes of the member later.
    """

    _name = "vsoko.meeting.attendance"
    _inherit = ["vsoko.meeting.part.mixin"]
    _description = "Attendance of a meeting"
    _order = "name, id"

    member_id = fields.Many2one("vsoko.body.member", required=True, index=True, ondelete="restrict")
    name = fields.Char(compute="_compute_called", store=True, precompute=True, required=True)
    has_vote = fields.Boolean(
        string="Has a vote", compute="_compute_called", store=True, precompute=True
    )
    presence = fields.Selection(PRESENCES)
    reason = fields.Char(string="Reason of absence")

    _once = models.Constraint("UNIQUE(meeting_id, member_id)", "A member is called once.")

    @api.depends("member_id")
    def _compute_called(self):
        """Copied when the member is called: what becomes of the member changes no meeting."""
        for line in self:
            line.name = line.member_id.name
            line.has_vote = line.member_id.has_vote

    @api.constrains("meeting_id", "member_id")
    def _check_body(self):
        for line in self:
            if line.member_id.body_id != line.meeting_id.body_id:
                raise ValidationError(
                    self.env._("%(name)s is no member of this body.", name=line.name)
                )

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines._check_roll_open()
        return lines

    def write(self, vals):
        self._check_roll_open()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_held(self):
        self._check_roll_open()

    def _check_roll_open(self):
        """Raise UserError when the roll of the meeting was taken: the quorum rests on it."""
        if any(line.meeting_id.state not in OPEN_STATES for line in self):
            raise UserError(
                self.env._("The meeting was held and its quorum counted: the list stays as it is.")
            )
