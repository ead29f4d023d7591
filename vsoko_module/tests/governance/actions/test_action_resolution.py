from datetime import timedelta

from odoo.exceptions import UserError
from odoo.tests import tagged

from ..meetings.meeting_case import MeetingCase


@tagged("post_install", "-at_install")
class TestActionResolution(MeetingCase):
    """What a council has decided is carried out by an action, which knows who and by when."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.meeting = cls.held()
        cls.resolution = cls.meeting.resolution_ids
        cls.deadline = cls.today + timedelta(days=30)
        cls.resolution.write({"responsible_id": cls.secretary.id, "deadline": cls.deadline})

    def take_measures(self):
        resolution = self.resolution.with_user(self.users["administration"])
        return self.env["vsoko.action"].browse(resolution.action_take_measures()["res_id"])

    def test_who_and_when_come_from_the_resolution(self):
        self.sign(self.meeting)
        action = self.take_measures()
        self.assertEqual((action.origin, action.resolution_id), ("resolution", self.resolution))
        self.assertEqual((action.owner_id, action.deadline), (self.secretary, self.deadline))
        self.assertEqual(action.problem, "Утвердить план")
        self.assertEqual(self.take_measures(), action)

    def test_a_draft_is_not_carried_out(self):
        with self.assertRaises(UserError):
            self.take_measures()
