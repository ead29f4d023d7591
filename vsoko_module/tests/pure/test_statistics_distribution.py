import unittest

from tools.statistics import (
    achievement_level,
    counts_by_total,
    crossings,
    percent_by_mark,
    task_reading,
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
        readings = [task_reading("basic", percent) for percent in (60, 59.9, 57, 56.9)]
        self.assertEqual(readings, ["sufficient", "grey", "grey", "insufficient"])
        self.assertEqual(task_reading("high", 28.4), "insufficient")
        self.assertEqual(task_reading("advanced", 28.5), "grey")
        self.assertIsNone(task_reading("advanced", None))


class TestGroups(unittest.TestCase):
    ROWS = [[1, 0], [1, 1], [0, 2], [1, 2]]

    def test_percent_by_mark(self):
        groups = percent_by_mark(self.ROWS, (1, 2), [2, 2, 5, None])
        self.assertEqual(groups, {2: (2, [100, 25]), 5: (1, [0, 100])})

    def test_a_weaker_group_that_did_better(self):
        groups = percent_by_mark(self.ROWS, (1, 2), [2, 2, 5, 5])
        self.assertEqual(crossings(groups, enough=2), [(0, 2, 5)])
        self.assertEqual(crossings(groups), [])
