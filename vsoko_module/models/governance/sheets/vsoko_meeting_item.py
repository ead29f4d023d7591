from dataclasses import replace

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...mixins.view_link import ViewMany2one
from ..bodies.vsoko_body_mine_mixin import STAFF


class VsokoMeetingItem(models.Model):
    """A question of a commission about one sheet: whose it is does not vote on it."""

    _inherit = "vsoko.meeting.item"

    body_kind = fields.Selection(related="body_id.kind", groups=STAFF)
    commission_sheet_id = ViewMany2one(
        "vsoko.commission.sheet",
        string="About the sheet",
        index="btree_not_null",
        copy=False,
        groups=STAFF,
        domain="[('commission_id', '=', body_id)]",
        help="Whoever the sheet is of does not vote on this question",
    )

    @api.constrains("commission_sheet_id", "meeting_id")
    def _check_sheet(self):
        for item in self.filtered("commission_sheet_id"):
            if item.commission_sheet_id.commission_id != item.meeting_id.body_id:
                raise ValidationError(
                    self.env._("“%(name)s”: the sheet is before another body.", name=item.name)
                )

    def _get_votes(self):
        """Whose sheet it is leaves the vote: is not among those who were present at it."""
        votes = super()._get_votes()
        if self.present_at_vote:
            return votes
        out = self._get_concerned().filtered(
            lambda line: line.has_vote and line.presence == "present"
        )
        return replace(votes, present=votes.present - len(out))

    def _get_concerned(self):
        """Return the lines of the roll of whom the question is about."""
        # Only asked who may not vote; whose sheet it is stays with the program.
        sheet = self.env["vsoko.sheet"].sudo().browse(self.commission_sheet_id.id)
        user = sheet.teacher_id.user_id
        return self.meeting_id.attendance_ids.filtered(
            lambda line: user and line.sudo().member_id.user_id == user
        )


class VsokoMeetingVote(models.Model):
    _inherit = "vsoko.meeting.vote"

    @api.constrains("item_id", "attendance_id")
    def _check_foreign(self):
        for vote in self:
            if vote.attendance_id in vote.item_id._get_concerned():
                raise ValidationError(
                    self.env._(
                        "“%(question)s”: nobody votes on the own sheet.", question=vote.item_id.name
                    )
                )
