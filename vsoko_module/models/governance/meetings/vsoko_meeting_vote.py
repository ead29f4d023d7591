from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from .vsoko_meeting_item_vote import CHOICES


class VsokoMeetingVote(models.Model):
    """How one member voted, where the vote is open and by name."""

    _name = "vsoko.meeting.vote"
    _inherit = ["vsoko.meeting.part.mixin"]
    _description = "Vote of a member"
    _order = "item_id, attendance_id"

    item_id = fields.Many2one("vsoko.meeting.item", required=True, index=True, ondelete="cascade")
    meeting_id = fields.Many2one(related="item_id.meeting_id", store=True, required=False)
    attendance_id = fields.Many2one(
        "vsoko.meeting.attendance", string="Member", required=True, index=True,
        ondelete="restrict",
        domain="[('meeting_id', '=', meeting_id), ('presence', '=', 'present'),"
        " ('has_vote', '=', True)]",
    )  # fmt: skip
    choice = fields.Selection(CHOICES, string="Vote", required=True)

    _once = models.Constraint("UNIQUE(item_id, attendance_id)", "A member votes once.")

    @api.constrains("item_id", "attendance_id")
    def _check_present(self):
        for vote in self:
            line = vote.attendance_id
            if line.meeting_id != vote.item_id.meeting_id or line.presence != "present":
                raise ValidationError(
                    self.env._("%(name)s was not present at this meeting.", name=line.name)
                )
            if not line.has_vote:
                raise ValidationError(self.env._("%(name)s has no vote.", name=line.name))

    @api.model_create_multi
    def create(self, vals_list):
        votes = super().create(vals_list)
        votes._check_uncounted()
        return votes

    def write(self, vals):
        self._check_uncounted()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_counted(self):
        self._check_uncounted()

    def _check_uncounted(self):
        if any(vote.item_id.result for vote in self):
            raise UserError(
                self.env._("The vote is counted and stays as it is. Press “Vote again”.")
            )
        for vote in self:
            if vote.item_id.method != "names":
                raise UserError(
                    self.env._("“%(name)s” is not voted by name.", name=vote.item_id.name)
                )
