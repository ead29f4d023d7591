import unittest

from tools.figure import Figure
from tools.measures.chance import (
    change_interval,
    is_worse,
    judge,
    people_behind,
    share_interval,
)


class TestIntervals(unittest.TestCase):
    def close(self, found, expected):
        for ours, told in zip(found, expected, strict=True):
            self.assertAlmostEqual(ours, told, delta=0.005)

    def test_share(self):
        self.close(share_interval(90, 20), (69.90, 97.21))
        self.close(share_interval(60, 25), (40.74, 76.60))
        self.close(share_interval(0, 5), (0, 43.45))
        self.close(share_interval(100, 5), (56.55, 100))
        self.close(share_interval(4, 25), (0.71, 19.54))

    def test_change(self):
        self.close(change_interval(80, 25, 60, 25), (-5.33, 42.25))
        self.close(change_interval(80, 250, 60, 250), (12.02, 27.64))


class TestWorse(unittest.TestCase):
    def test_one_or_two_pupils_are_chance(self):
        for left in (18, 17):
            self.assertFalse(is_worse(100 * left / 19, 19, 100, 19, "more"))

    def test_the_same_change_of_many_is_not(self):
        self.assertTrue(is_worse(60, 250, 80, 250, "more"))
        self.assertFalse(is_worse(60, 25, 80, 25, "more"))
        self.assertTrue(is_worse(40, 250, 20, 250, "less"))

    def test_better_is_not_worse(self):
        self.assertFalse(is_worse(80, 250, 60, 250, "more"))
        self.assertFalse(is_worse(20, 250, 40, 250, "less"))
        self.assertFalse(is_worse(40, 250, 80, 250, "none"))

    def test_nothing_to_judge_by(self):
        self.assertFalse(is_worse(60, 0, 80, 25, "more"))
        self.assertTrue(is_worse(20, 100, 90, None, "more"))
        self.assertFalse(is_worse(120, 100, 90, 100, "less"))
        self.assertFalse(is_worse(90, 100, 101, 100, "more"))

    def test_all_and_nobody_are_shares_as_others_are(self):
        self.assertTrue(is_worse(60, 250, 100, 250, "more"))
        self.assertTrue(is_worse(0, 250, 60, 250, "more"))
        self.assertTrue(is_worse(100, 250, 60, 250, "less"))
        self.assertTrue(is_worse(40, 250, 0, 250, "less"))

    def test_marks_of_few_people_are_few(self):
        """250 marks of 25 pupils are no more certain than 25 pupils are."""
        self.assertEqual(people_behind(250, 25), 25)
        self.assertEqual(people_behind(20, 25), 20)
        self.assertEqual([people_behind(250, none) for none in (None, 0)], [250, 250])
        self.assertFalse(is_worse(60, people_behind(250, 25), 80, people_behind(250, 25), "more"))


class TestJudge(unittest.TestCase):
    """By the intervals of the tests above: 60 and 80 of 250 differ, of 25 they do not."""

    def test_what_chance_can_do_is_neither(self):
        self.assertEqual(judge(60, 250, 80, 250, "more"), "worse")
        self.assertEqual(judge(80, 250, 60, 250, "more"), "better")
        self.assertEqual(judge(60, 25, 80, 25, "more"), "chance")
        self.assertEqual(judge(80, 250, 60, 250, "less"), "worse")

    def test_a_fifth_of_a_point_is_no_loss_of_a_school(self):
        self.assertEqual(judge(69.5, 568, 69.7, 566, "more"), "chance")
        self.assertEqual(judge(50, 100, 50, 100, "less"), "chance")

    def test_what_cannot_be_judged(self):
        for case in [(60, 0, 80, 25, "more"), (60, 25, 80, 25, "none"), (120, 25, 80, 25, "more")]:
            self.assertIsNone(judge(*case))
        self.assertEqual(judge(20, 100, 90, None, "more"), "worse")

    def test_a_figure_knows_what_it_rests_on(self):
        marks = Figure("quality", "school", value=60, n=250, previous_value=80, previous_n=250)
        few = Figure(
            "quality", "school", value=60, n=250, people=25,
            previous_value=80, previous_n=250, previous_people=25,
        )  # fmt: skip
        self.assertEqual(marks.judge("percent", "more"), "worse")
        self.assertEqual(few.judge("percent", "more"), "chance")
        self.assertIsNone(marks.judge("number", "more"))
        self.assertIsNone(Figure("quality", "school", value=60, n=250).judge("percent", "more"))
