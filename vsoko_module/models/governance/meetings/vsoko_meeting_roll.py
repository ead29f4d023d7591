from odoo import models

from ....tools.governance.votes import VotingRule

HELD = ("held", "minutes_draft", "signed")


class VsokoMeeting(models.Model):
    """Who is called, who is there, and whether these are enough."""

    _inherit = "vsoko.meeting"

    def action_call_roll(self):
        """Bring the list of those who are called to the members of the day of the meeting.

        Whoever is in the list already keeps what is noted; who is no member on the day leaves it.
        """
        self.check_access("write")
        for meeting in self:
            meeting._take_turn()
            meeting._check_state("planned", "invited")
            meeting._call_roll()
        return self._toast(self.env._("People in the list"), len(self.attendance_ids))

    def _call_roll(self):
        members = self.body_id._get_members(self._get_day())
        called = self.attendance_ids
        called.filtered(lambda line: line.member_id not in members).unlink()
        self.env["vsoko.meeting.attendance"].create(
            [
                {"meeting_id": self.id, "member_id": member.id}
                for member in members - called.member_id
            ]
        )

    def _prepare_roll(self):
        """Return the count of those who are called and present with the rule of this moment."""
        body = self.body_id
        counted = self.attendance_ids
        if body.quorum_base == "entitled":
            counted = counted.filtered("has_vote")
        present = counted.filtered(lambda line: line.presence == "present")
        return {
            "roll_members": len(counted),
            "roll_present": len(present),
            "quorum_num": body.quorum_num,
            "quorum_den": body.quorum_den,
            "quorum_strict": body.quorum_strict,
            "quorum_base": body.quorum_base,
            "has_quorum": body._get_quorum().is_reached(len(present), len(counted)),
        }

    def _get_quorum_text(self):
        """Return the sentence of the minutes about the quorum; empty before the meeting."""
        if self.state not in HELD:
            return ""
        values = {
            "present": self.roll_present,
            "members": self.roll_members,
            "needed": VotingRule(
                self.quorum_num or 1, self.quorum_den or 1, self.quorum_strict
            ).get_needed(self.roll_members),
        }
        if self.has_quorum:
            return self.env._(
                "Present %(present)s of %(members)s, needed %(needed)s: there is a quorum.",
                **values,
            )
        return self.env._(
            "Present %(present)s of %(members)s, needed %(needed)s: there is no quorum.", **values
        )
