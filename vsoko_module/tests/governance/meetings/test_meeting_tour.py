from odoo.tests import HttpCase, tagged

from ...common import make_user
from .meeting_case import MeetingCase


@tagged("post_install", "-at_install")
class TestMeetingTour(MeetingCase, HttpCase):
    """The secretary signs the minutes; a member of the council reads them on the portal and
    proposes a question."""

    def test_from_the_meeting_to_the_portal(self):
        governing = self.bodies["governing"]
        parent = make_user(self.env, "council_parent", "family")
        self.seat("governing", parent, capacity="parent")
        keeper = self.seat("governing", self.secretary)
        governing.write({"chair_id": keeper.id, "secretary_id": keeper.id})
        meeting = self.hold(self.plan(body=governing), absent=0)
        self.decide(meeting, favour=2, against=0)
        self.start_tour(
            f"/odoo/vsoko.meeting/{meeting.id}",
            "vsoko_meeting_secretary",
            login=self.secretary.login,
        )
        self.assertEqual((meeting.state, meeting.number), ("signed", 1))
        self.start_tour("/my/vsoko/meetings", "vsoko_council_member", login=parent.login)
        proposal = self.env["vsoko.meeting.proposal"].search([("body_id", "=", governing.id)])
        self.assertEqual(proposal.author_id, parent)
