import unittest

from tools.measures import (
    achievement_level,
    counts_by_total,
    crossings,
    expected_share,
    percent_by_mark,
    share_reading,
)


class TestDistribution(unittest.TestCase):
    def test_counts_by_total(self):
        self.assertEqual(counts_by_total([0, 2, 2, 3, 2.5], 4), [1, 0, 3, 1, 0])
        self.assertEqual(counts_by_total([], 2), [0, 0, 0])

    def test_levels_of_achievement(self):
        cuts = ((0, "low"), (50, "basic"), (65, "raised"), (85, "high"))
        levels = [achievement_level(percent, cuts) for percent in (0, 49.9, 50, 65, 84.9, 85, 100)]
        self.assertEqual(levels, ["low", "low", "basic", "raised", "raised", "high", "high"])
        self.assertIsNone(achievement_level(None, cuts))

    def test_reading_of_a_task_has_a_grey_zone(self):
        basic, advanced, high = [("basic", 1)], [("advanced", 2)], [("high", 2)]
        readings = [share_reading(basic, percent) for percent in (60, 59.9, 57, 56.9)]
        self.assertEqual(readings, ["sufficient", "grey", "grey", "insufficient"])
        self.assertEqual(share_reading(high, 28.4), "insufficient")
        self.assertEqual(share_reading(advanced, 28.5), "grey")
        self.assertIsNone(share_reading(advanced, None))

    def test_the_expected_share_of_several_tasks_is_weighted_by_points(self):
        # a basic task of one point and an advanced one of two: (60 + 2 × 30) / 3, (3 + 2 × 1.5) / 3
        tasks = [("basic", 1), ("advanced", 2)]
        self.assertEqual(expected_share(tasks), (40, 2))
        self.assertEqual(share_reading(tasks, 38), "grey")
        self.assertEqual(expected_share([*tasks, (False, 5)]), (40, 2))
        self.assertIsNone(expected_share([("", 1)]))


class TestGroups(unittest.TestCase):
    ROWS = [[1, 0], [1, 1], [0, 2], [1, 2]]

    def test_percent_by_mark(self):
        groups = percent_by_mark(self.ROWS, (1, 2), [2, 2, 5, None])
        self.assertEqual(groups, {2: (2, [100, 25]), 5: (1, [0, 100])})

    def test_a_weaker_group_that_did_better(self):
        groups = percent_by_mark(self.ROWS, (1, 2), [2, 2, 5, 5])
        self.assertEqual(crossings(groups, enough=2), [(0, 2, 5)])
        self.assertEqual(crossings(groups), [])
