import unittest
from fractions import Fraction

from tools.governance.votes import Votes, VotingRule

HALF, MORE_THAN_HALF, TWO_THIRDS = VotingRule(1, 2), VotingRule(1, 2, True), VotingRule(2, 3)


class TestRule(unittest.TestCase):
    """Shares of people by whole numbers."""

    def test_least_number_of_members(self):
        for members, more, half, thirds in ((24, 13, 12, 16), (25, 13, 13, 17), (26, 14, 13, 18)):
            with self.subTest(members=members):
                self.assertEqual(MORE_THAN_HALF.get_needed(members), more)
                self.assertEqual(HALF.get_needed(members), half)
                self.assertEqual(TWO_THIRDS.get_needed(members), thirds)

    def test_half_is_not_more_than_half(self):
        self.assertTrue(HALF.is_reached(13, 25))
        self.assertTrue(MORE_THAN_HALF.is_reached(13, 25))
        self.assertTrue(HALF.is_reached(12, 24))
        self.assertFalse(MORE_THAN_HALF.is_reached(12, 24))

    def test_the_needed_number_is_the_first_that_is_reached(self):
        for rule in (HALF, MORE_THAN_HALF, TWO_THIRDS, VotingRule(3, 4), VotingRule(1, 1)):
            for members in range(1, 60):
                needed = rule.get_needed(members)
                self.assertTrue(rule.is_reached(needed, members) or needed > members)
                self.assertFalse(rule.is_reached(needed - 1, members))

    def test_of_nobody_nothing_is_reached(self):
        self.assertFalse(HALF.is_reached(0, 0))


class TestVotes(unittest.TestCase):
    def setUp(self):
        self.votes = Votes(in_favour=9, against=6, abstained=3, present=20, members=25)

    def test_each_base_has_its_percentage(self):
        shares = {"yes_no": 60, "cast": 50, "present": 45, "members": 36}
        for base, percent in shares.items():
            self.assertEqual(self.votes.get_percent(base), Fraction(percent))
        self.assertEqual(self.votes.not_voted, 2)

    def test_the_base_decides(self):
        results = {
            base: self.votes.get_result(MORE_THAN_HALF, base)
            for base in ("yes_no", "cast", "present", "members")
        }
        self.assertEqual(
            results,
            {
                "yes_no": "accepted",
                "cast": "rejected",
                "present": "rejected",
                "members": "rejected",
            },
        )

    def test_what_cannot_be(self):
        cases = {
            (9, 6, 3, 20, 25): None,
            (9, 6, 5, 20, 25): None,
            (9, 6, 6, 20, 25): "votes",
            (-1, 6, 3, 20, 25): "negative",
            (9, 6, 3, 26, 25): "crowd",
        }
        for numbers, fault in cases.items():
            self.assertEqual(Votes(*numbers).get_fault(), fault)

    def test_equal_votes_are_decided_by_the_chair_where_half_is_asked(self):
        tie = Votes(in_favour=5, against=5, abstained=0, present=10, members=12)
        self.assertEqual(tie.get_result(MORE_THAN_HALF, "present"), "rejected")
        self.assertEqual(tie.get_result(MORE_THAN_HALF, "present", casting="for"), "casting")
        self.assertEqual(tie.get_result(MORE_THAN_HALF, "present", casting="against"), "rejected")
        self.assertEqual(tie.get_result(TWO_THIRDS, "present", casting="for"), "rejected")

    def test_nobody_has_voted(self):
        none = Votes(in_favour=0, against=0, abstained=0, present=0, members=12)
        self.assertIsNone(none.get_percent("yes_no"))
        self.assertEqual(none.get_result(HALF, "yes_no", casting="for"), "rejected")
