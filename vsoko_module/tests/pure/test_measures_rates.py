import unittest

from tools.measures.rates import rate_bounds


class TestRateBounds(unittest.TestCase):
    """Half of the quantiles of χ²: 7 cases are 2.8144–14.4227, none is 0–3.6889 (tables)."""

    def test_seven_accidents_of_550_pupils(self):
        low, high = rate_bounds(7, 550)
        self.assertEqual((round(low, 2), round(high, 2)), (5.12, 26.22))
        self.assertEqual(round(7 / 550 * 1000, 2), 12.73)

    def test_no_accident_does_not_rule_out_some(self):
        low, high = rate_bounds(0, 550)
        self.assertEqual((low, round(high, 2)), (0, 6.71))

    def test_one_case_and_many(self):
        self.assertEqual([round(bound, 4) for bound in rate_bounds(1, 1, 1)], [0.0253, 5.5716])
        # 100 cases: 81.3639–121.6274
        self.assertEqual([round(bound, 2) for bound in rate_bounds(100, 1, 1)], [81.36, 121.63])

    def test_without_pupils_there_is_no_rate(self):
        self.assertIsNone(rate_bounds(0, 0))
        self.assertIsNone(rate_bounds(3, None))
