from datetime import timedelta

from odoo.tests import tagged

from ..meetings.meeting_case import MeetingCase
from .plan_case import PlanCase


@tagged("post_install", "-at_install")
class TestPlanMeeting(PlanCase, MeetingCase):
    """A line makes a meeting of the body that hears it, and is done with its signed minutes."""

    def test_the_line_is_done_on_the_day_of_the_meeting_when_the_minutes_are_signed(self):
        day = self.today - timedelta(days=3)
        plan = self.make_plan((day, {"link_model": "vsoko.meeting", "body_id": self.council.id}))
        line = plan.line_ids
        opened = line.with_user(self.deputy).action_make()
        self.assertEqual(opened["context"]["default_body_id"], self.council.id)
        self.assertEqual(opened["context"]["default_date_start"].date(), day)
        meeting = self.plan()
        line._link(meeting)
        self.assertEqual(line.state, "planned")
        self.decide(self.hold(meeting))
        self.assertEqual(line.state, "running")
        self.sign(meeting)
        self.assertEqual((line.state, line.done_date, line.is_in_time), ("done", day, True))
