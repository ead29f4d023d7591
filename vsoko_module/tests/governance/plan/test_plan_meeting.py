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

    def make_line(self, **vals):
        """The line of a meeting within a week, and the meeting it has made."""
        day = self.today + timedelta(days=7)
        plan = self.make_plan(
            (day, {"link_model": "vsoko.meeting", "body_id": self.council.id, **vals})
        )
        meeting = self.plan(7)
        plan.line_ids.with_user(self.deputy)._link(meeting)
        return plan.line_ids, meeting

    def test_a_moved_meeting_moves_its_line_which_keeps_the_old_day(self):
        line, meeting = self.make_line()
        # the secretary of the council neither writes nor reads the plan
        meeting = meeting.with_user(self.secretary)
        meeting.date_start += timedelta(days=7)
        self.assertEqual(line.date, self.today + timedelta(days=14))
        self.assertEqual(line.first_date, self.today + timedelta(days=7))
        self.assertEqual(line.change_ids.mapped("kind"), ["move"])
        self.assertEqual(line.change_ids.user_id, self.secretary)
        meeting.date_start += timedelta(hours=2)
        self.assertEqual(len(line.change_ids), 1)

    def test_a_moved_line_moves_the_meeting_which_keeps_its_hour(self):
        line, meeting = self.make_line()
        begins = meeting.date_start
        line.with_user(self.deputy)._move_to(self.today + timedelta(days=9), "Карантин")
        self.assertEqual(meeting.date_start, begins + timedelta(days=2))
        self.assertEqual(len(line.change_ids), 1)
        meeting.action_invite()
        line.with_user(self.deputy)._move_to(self.today + timedelta(days=11), "Карантин")
        # whoever was invited hears of another day from the secretary alone
        self.assertEqual(meeting.date_start, begins + timedelta(days=2))

    def test_the_day_is_that_of_the_clock_of_the_user(self):
        line, meeting = self.make_line()
        meeting = meeting.with_context(tz="Asia/Vladivostok")
        meeting.date_start = meeting.date_start.replace(hour=20)
        self.assertEqual(line.date, self.today + timedelta(days=8))

    def test_a_meeting_that_is_called_off_lets_its_line_go(self):
        line, meeting = self.make_line()
        meeting.action_invite()
        self.assertEqual(line.state, "running")
        meeting.with_user(self.secretary)._call_off("Карантин")
        self.assertEqual((line.state, line.link_id), ("planned", 0))
        self.assertEqual(line.change_ids.mapped("kind"), ["let_go"])

    def test_a_meeting_that_is_deleted_is_said_in_the_history(self):
        line, meeting = self.make_line()
        meeting.with_user(self.secretary).unlink()
        self.assertEqual((line.state, line.link_id), ("planned", 0))
        self.assertEqual(line.change_ids.mapped("kind"), ["let_go"])
        self.assertTrue(line.change_ids.reason)
