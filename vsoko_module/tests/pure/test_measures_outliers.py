import unittest
from decimal import Decimal
from statistics import stdev

from tools.measures.outliers import Point, count_chance, judge, modified_score


def amounts(*values):
    return [Point(value) for value in values]


def score(value, *history, unit=1):
    return float(modified_score(Decimal(value), [Decimal(one) for one in history], Decimal(unit)))


class TestStandardScore(unittest.TestCase):
    def test_no_point_is_far_from_a_mean_that_it_is_part_of(self):
        """(n − 1)/√n: 1.7889 of five points, so three deviations say nothing of an absurd 40."""
        limits = {4: 1.5, 5: 1.7889, 6: 2.0412, 8: 2.4749, 10: 2.846, 11: 3.0151, 12: 3.1754}
        for count, limit in limits.items():
            points = [0] * (count - 1) + [1]
            mean = sum(points) / count
            self.assertAlmostEqual((1 - mean) / stdev(points), limit, places=4)
        sample = [12, 14, 13, 15, 40]
        self.assertAlmostEqual((40 - sum(sample) / 5) / stdev(sample), 1.781, places=3)
        self.assertEqual(judge("amount", Point(40), amounts(12, 14, 13, 15)), "warning")


class TestAmount(unittest.TestCase):
    def test_score_of_the_median_deviation_with_floors(self):
        self.assertAlmostEqual(score(40, 12, 14, 13, 15), 17.87, places=2)
        self.assertAlmostEqual(score(18, 12, 14, 13, 15), 3.035, places=3)
        self.assertAlmostEqual(score(14, 10, 10, 10, 10, 12), 5.396, places=3)
        self.assertAlmostEqual(score(8, 7, 7, 7, 7), 1.349, places=3)
        self.assertAlmostEqual(score(3, 0, 0, 1, 0), 4.047, places=3)

    def test_far_in_deviations_and_in_units(self):
        self.assertEqual(judge("amount", Point(18), amounts(12, 14, 13, 15)), "")
        self.assertEqual(judge("amount", Point(14), amounts(10, 10, 10, 10, 12)), "warning")
        self.assertEqual(judge("amount", Point(3), amounts(0, 0, 1, 0)), "warning")
        # 1001 of always 1000 is 1 more; 1060 is far in deviations but no tenth of the median
        self.assertEqual(judge("amount", Point(1001), amounts(1000, 1000, 1000)), "")
        self.assertEqual(judge("amount", Point(1060), amounts(999, 1000, 1001)), "")

    def test_equal_values_divide_by_nothing_and_one_more_is_no_outlier(self):
        self.assertEqual(judge("amount", Point(8), amounts(7, 7, 7, 7)), "")
        self.assertEqual(judge("amount", Point(1), amounts(0, 0, 0)), "")
        self.assertEqual(judge("amount", Point(7), amounts(7, 7, 7, 7)), "")

    def test_one_or_two_earlier_values_are_compared_with_the_last(self):
        self.assertEqual(judge("amount", Point(12), amounts(10)), "")
        self.assertEqual(judge("amount", Point(13), amounts(10)), "warning")
        self.assertEqual(judge("amount", Point(120), amounts(10, 100)), "")
        self.assertEqual(judge("amount", Point(79), amounts(10, 100)), "warning")
        self.assertEqual(judge("amount", Point(0.4), amounts(0.1), unit=0.1), "warning")
        # two tenths in binary numbers are a little more than two tenths
        self.assertEqual(judge("amount", Point(0.3), amounts(0.1), unit=0.1), "")

    def test_without_a_history_nothing_is_said(self):
        self.assertEqual(judge("amount", Point(10**9), []), "")
        self.assertEqual(judge("none", Point(40), amounts(12, 14, 13, 15)), "")

    def test_history_is_the_last_eight_values(self):
        old = amounts(*[100] * 5, *[10] * 8)
        self.assertEqual(judge("amount", Point(100), old), "warning")
        self.assertEqual(judge("amount", Point(100), old[:8]), "")

    def test_the_tested_value_is_no_part_of_its_base(self):
        """With 40 among them the median deviation of 12, 12, 40 and 40 would hide it."""
        self.assertEqual(judge("amount", Point(40), amounts(12, 12, 13)), "warning")


class TestCount(unittest.TestCase):
    def test_exact_chance_of_two_sides(self):
        expected = {
            (12, 25): 0.0470,
            (12, 18): 0.3616,
            (3, 9): 0.1460,
            (0, 5): 0.0625,
            (40, 62): 0.0371,
        }
        for (past, now), chance in expected.items():
            self.assertAlmostEqual(count_chance(Point(now, 1), Point(past, 1)), chance, places=4)
        self.assertAlmostEqual(count_chance(Point(12, 550), Point(7, 500)), 0.3697, places=4)
        self.assertAlmostEqual(count_chance(Point(3, 1), Point(1, 4)), 0.0272, places=4)
        # as the database gives them
        self.assertAlmostEqual(count_chance(Point(3.0, 1.0), Point(1.0, 4.0)), 0.0272, places=4)

    def test_rare_is_a_hint_and_very_rare_a_warning(self):
        self.assertEqual(judge("count", Point(25, 1), [Point(12, 1)]), "hint")
        self.assertEqual(judge("count", Point(18, 1), [Point(12, 1)]), "")
        self.assertEqual(judge("count", Point(40, 1), [Point(12, 1)]), "warning")
        self.assertEqual(judge("count", Point(12, 1), [Point(40, 1)]), "warning")

    def test_past_is_pooled_with_its_exposure(self):
        quiet = [Point(0, 1), Point(0, 1), Point(1, 1), Point(0, 1)]
        self.assertEqual(judge("count", Point(3, 1), quiet), "hint")
        # 14.0 ‰ and then 21.8 ‰ of so few injuries is no alarm
        self.assertEqual(judge("count", Point(12, 550), [Point(7, 500)]), "")

    def test_nothing_to_compare_with(self):
        self.assertEqual(judge("count", Point(25, 1), []), "")
        self.assertEqual(judge("count", Point(25), [Point(1, 1)]), "")
        self.assertEqual(judge("count", Point(25, 1), [Point(1), Point(1, 0)]), "")
        self.assertEqual(judge("count", Point(0, 1), [Point(0, 1)]), "")

    def test_large_counts_are_answered_at_once(self):
        self.assertEqual(judge("count", Point(10**8 + 10**5, 1), [Point(10**8, 1)]), "warning")
        self.assertEqual(judge("count", Point(10**8 + 100, 1), [Point(10**8, 1)]), "")


class TestShare(unittest.TestCase):
    def test_interval_of_the_difference(self):
        """15 of 25 and 20 of 25: −5…+42 points; of ten times as many pupils +12…+28."""
        self.assertEqual(judge("share", Point(20, 25), [Point(15, 25)]), "")
        self.assertEqual(judge("share", Point(200, 250), [Point(150, 250)]), "hint")
        self.assertEqual(judge("share", Point(150, 250), [Point(200, 250)]), "hint")

    def test_what_is_no_share(self):
        self.assertEqual(judge("share", Point(300, 250), [Point(150, 250)]), "")
        self.assertEqual(judge("share", Point(0, 0), [Point(150, 250)]), "")
        self.assertEqual(judge("share", Point(200, 250), []), "")


if __name__ == "__main__":
    unittest.main()
