import unittest

from tools.measures import (
    BandError,
    check_bands,
    difference,
    improvement,
    linear_trend,
    relative_change,
    status_of,
)

MORE_IS_BETTER = [(64, "optimal"), (None, "critical"), (36, "acceptable")]
LESS_IS_BETTER = [(None, "optimal"), (0, "acceptable"), (10, "critical")]


class TestBands(unittest.TestCase):
    def test_border_belongs_to_the_upper_band(self):
        bands = check_bands(MORE_IS_BETTER)
        statuses = [status_of(value, bands) for value in (-5, 35.99, 36, 63.99, 64, 100)]
        self.assertEqual(
            statuses, ["critical", "critical", "acceptable", "acceptable", "optimal", "optimal"]
        )

    def test_less_is_better(self):
        bands = check_bands(LESS_IS_BETTER, "less")
        self.assertEqual(status_of(-1, bands), "optimal")
        self.assertEqual(status_of(0, bands), "acceptable")
        self.assertEqual(status_of(25, bands), "critical")

    def test_no_value_has_no_status(self):
        self.assertIsNone(status_of(None, check_bands(MORE_IS_BETTER)))
        self.assertIsNone(status_of(50, []))

    def refused(self, code, bands, direction="more"):
        with self.assertRaises(BandError) as caught:
            check_bands(bands, direction)
        self.assertEqual(caught.exception.code, code)

    def test_bands_must_cover_everything_once(self):
        self.refused("empty", [])
        self.refused("gap_below", [(0, "critical"), (50, "optimal")])
        self.refused("repeated_bound", [(None, "critical"), (5, "acceptable"), (5, "optimal")])
        self.refused("unknown_status", [(None, "bad")])

    def test_statuses_must_follow_the_direction(self):
        self.refused("wrong_order", MORE_IS_BETTER, "less")
        self.refused("wrong_order", LESS_IS_BETTER, "more")
        self.refused("wrong_order", [(None, "critical"), (1, "critical")])


class TestChange(unittest.TestCase):
    def test_percentage_points_are_not_per_cent(self):
        self.assertEqual(difference(60, 50), 10)
        self.assertEqual(relative_change(60, 50), 20)
        self.assertEqual(relative_change(-5, -10), 50)

    def test_missing_and_zero_base(self):
        self.assertIsNone(difference(None, 50))
        self.assertIsNone(difference(50, None))
        self.assertEqual(difference(0, 50), -50)
        self.assertIsNone(relative_change(5, 0))

    def test_improvement_follows_the_direction(self):
        self.assertEqual([improvement(d) for d in (2, -2, 0, None)], [1, -1, 0, None])
        self.assertEqual([improvement(d, "less") for d in (2, -2, 0)], [-1, 1, 0])


class TestTrend(unittest.TestCase):
    def test_slope_of_a_line_and_of_a_scatter(self):
        self.assertAlmostEqual(linear_trend([50, 52, 54, 56]).slope, 2)
        self.assertAlmostEqual(linear_trend([1, 3, 2]).slope, 0.5)

    def test_gap_keeps_its_place_in_time(self):
        trend = linear_trend([10, None, 30, 40])
        self.assertAlmostEqual(trend.slope, 10)
        self.assertEqual(trend.n, 3)

    def test_two_points_are_no_trend(self):
        self.assertIsNone(linear_trend([1, None, 3]))
        self.assertIsNone(linear_trend([]))
