from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged

from .meeting_case import MeetingCase


@tagged("post_install", "-at_install")
class TestRatingMinutes(MeetingCase):
    """The question of signed minutes says who has discussed a rating."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        vals = {"name": "Классы", "period_id": cls.q1.id}
        cls.rating = cls.env["vsoko.rating"].create(vals)
        cls.meeting = cls.held()
        cls.item = cls.meeting.item_ids.sorted("sequence")[0]

    def test_signed_minutes_are_named_in_words(self):
        self.sign(self.meeting)
        self.rating.with_context(lang="en_US").discussed_item_id = self.item
        self.assertIn(self.council.name, self.rating.discussion)
        self.assertIn(f"No. {self.meeting.number}", self.rating.discussion)
        self.rating.discussed_item_id = False
        self.assertTrue(self.rating.discussion)

    def test_minutes_that_may_still_change_are_not_named(self):
        with self.assertRaises(ValidationError):
            self.rating.discussed_item_id = self.item

    def test_a_teacher_reads_the_words_alone(self):
        with self.assertRaises(AccessError):
            self.rating.with_user(self.users["teacher"]).read(["discussed_item_id"])
