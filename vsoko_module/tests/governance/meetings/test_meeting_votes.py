from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from .meeting_case import MeetingCase


@tagged("post_install", "-at_install")
class TestMeetingVotes(MeetingCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.meeting = cls.hold(cls.plan())
        cls.item = cls.meeting.item_ids.sorted("sequence")[0]

    def vote(self, favour, against=0, abstained=0, **vals):
        self.item.write({"in_favour": favour, "against": against, "abstained": abstained, **vals})
        self.item.action_count_votes()
        return self.item.result

    def test_the_base_is_what_the_body_says(self):
        for base, result in (("present", "rejected"), ("yes_no", "accepted")):
            self.item.action_vote_again()
            # two of four present, two of three votes
            self.assertEqual(self.vote(2, 1, majority_base=base), result)
        self.assertIn("66,7 %", self.item.vote_text)
        self.assertEqual(self.item.vote_number, 2)

    def test_more_votes_than_people_are_refused(self):
        for counts in ((3, 1, 1), (-1, 1, 0), (0, 0, 0)):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                self.vote(*counts)
        with self.assertRaises(UserError), self.env.cr.savepoint():
            self.vote(1, present_at_vote=6)
        self.assertEqual(self.vote(3, present_at_vote=3), "accepted")

    def test_what_is_counted_stays(self):
        self.vote(3)
        self.council.write({"majority_num": 1, "majority_den": 1})
        self.assertEqual((self.item.majority_num, self.item.majority_den), (1, 2))
        item = self.item.with_user(self.secretary)
        with self.assertRaises(UserError):
            item.in_favour = 1
        with self.assertRaises(UserError):
            item.action_count_votes()
        item.action_vote_again()
        item.in_favour = 1
        item.action_count_votes()
        self.assertEqual((item.result, item.vote_number), ("rejected", 2))

    def test_the_chair_decides_between_equal_votes(self):
        self.assertEqual(self.vote(2, 2), "rejected")
        self.item.action_vote_again()
        self.assertEqual(self.vote(2, 2, casting_vote="for"), "casting")
        self.item.action_vote_again()
        self.council.has_casting_vote = False
        self.assertEqual(self.vote(2, 2, casting_vote="for"), "rejected")

    def test_votes_by_name(self):
        present = self.meeting.attendance_ids.filtered(lambda one: one.presence == "present")
        absent = self.meeting.attendance_ids - present
        self.item.method = "names"
        for line, choice in zip(present, ("for", "for", "for", "against"), strict=True):
            self.item.vote_ids = [(0, 0, {"attendance_id": line.id, "choice": choice})]
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            self.item.vote_ids = [(0, 0, {"attendance_id": absent.id, "choice": "for"})]
        self.item.action_count_votes()
        self.assertEqual((self.item.in_favour, self.item.against), (3, 1))
        with self.assertRaises(UserError):
            self.item.vote_ids[0].choice = "against"

    def test_who_has_no_vote_does_not_count(self):
        meeting = self.plan()
        self.members["member"].has_vote = False
        self.hold(meeting, absent=0)
        item = meeting.item_ids.sorted("sequence")[0]
        item.in_favour = 5
        with self.assertRaises(UserError):
            item.action_count_votes()
        item.in_favour = 4
        item.action_count_votes()
        self.assertEqual(item.members_at_vote, 4)

    def test_a_rejected_question_has_no_resolutions(self):
        self.decide(self.meeting, favour=1, against=3)
        with self.assertRaises(UserError):
            self.meeting.action_check_minutes()
        self.item.resolution_ids.unlink()
        self.meeting.action_check_minutes()
