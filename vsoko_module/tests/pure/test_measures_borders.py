"""Shares that are exactly on a border belong to the upper side of it."""

import unittest

from tools.measures import achievement_level, analyse, share_reading
from tools.measures.marks import share


class TestExactBorders(unittest.TestCase):
    def test_the_grey_zone_of_a_basic_task_begins_at_57(self):
        for whole in (100, 200, 300, 700):
            rows = [[1]] * (57 * whole // 100) + [[0]] * (43 * whole // 100)
            item = analyse(rows, (1,)).items[0]
            with self.subTest(whole):
                self.assertEqual(item.percent, 57)
                self.assertEqual(share_reading([("basic", 1)], item.percent), "grey")

    def test_the_grey_zone_of_an_advanced_task_begins_at_28_5(self):
        item = analyse([[1]] * 57 + [[0]] * 143, (1,)).items[0]
        self.assertEqual(share_reading([("advanced", 1)], item.percent), "grey")

    def test_a_share_is_the_nearest_number_to_the_fraction(self):
        for part in range(1001):
            self.assertEqual(share(part, 1000), float(f"{part // 10}.{part % 10}"))

    def test_levels_of_achievement(self):
        cuts = [(0, "low"), (29, "basic"), (57, "high")]
        self.assertEqual(achievement_level(share(29, 100), cuts), "basic")
        self.assertEqual(achievement_level(share(57, 100), cuts), "high")
        self.assertEqual(achievement_level(share(56, 100), cuts), "basic")

    def test_a_border_of_several_tasks_is_weighted_exactly(self):
        """(57 · 3 + 28,5 · 2) ÷ 5 = 45,6: 228 of 500 points."""
        tasks = [("basic", 3), ("advanced", 2)]
        self.assertEqual(share_reading(tasks, share(228, 500)), "grey")
        self.assertEqual(share_reading(tasks, share(227.5, 500)), "insufficient")
