import unittest

from tools.sheets.judged import judged
from tools.sheets.points import Awarded


class TestSheetJudged(unittest.TestCase):
    def test_criteria_lie_apart_as_heavily_as_they_give_points(self):
        # 5 of 5 and 1 of 5: 100 % and 20 % around 60 %
        found = judged([Awarded(5, "a", None, 5), Awarded(1, "a", None, 5)])
        self.assertEqual(found.criteria, 2)
        self.assertAlmostEqual(found.deviation, 40, 9)
        # 8 of 8 and 0 of 2: 80 % of the weight lies 20 points above, 20 % lies 80 points below
        heavy = judged([Awarded(8, "a", None, 8), Awarded(0, "b", None, 2)])
        self.assertAlmostEqual(heavy.deviation, (0.8 * 400 + 0.2 * 6400) ** 0.5, 9)

    def test_criteria_that_agree_do_not_lie_apart(self):
        self.assertEqual(judged([Awarded(2, "a", None, 4), Awarded(3, "b", None, 6)]).deviation, 0)

    def test_what_is_not_claimed_counts_as_the_scheme_says(self):
        parts = [Awarded(4, "a", None, 4), Awarded(None, "a", None, 4)]
        self.assertEqual(judged(parts).criteria, 2)
        self.assertAlmostEqual(judged(parts).deviation, 50, 9)
        self.assertEqual(judged(parts, leaves_unclaimed=True).criteria, 1)

    def test_a_group_with_an_open_end_is_one_criterion(self):
        # 3 + 9 of a cap of 10, and 5 of 10: 100 % and 50 %
        parts = [Awarded(3, "a", 10, 5), Awarded(9, "a", 10, None), Awarded(5, "b", None, 10)]
        found = judged(parts)
        self.assertEqual(found.criteria, 2)
        self.assertAlmostEqual(found.deviation, 25, 9)

    def test_what_takes_points_away_is_no_criterion(self):
        found = judged([Awarded(4, "a", None, 4), Awarded(-3, "b", None, 0)])
        self.assertEqual((found.criteria, found.deviation), (1, 0))

    def test_without_an_end_nothing_is_known(self):
        for parts in ([], [Awarded(3, "a", None, None)], [Awarded(None, "a", None, 4)]):
            with self.subTest(parts):
                self.assertIsNone(judged(parts, leaves_unclaimed=True))
