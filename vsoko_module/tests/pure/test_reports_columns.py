import unittest

from tools.reports.columns import MARKS, PERCENTS, heights


class TestHeights(unittest.TestCase):
    def test_marks_stand_between_one_and_five(self):
        self.assertEqual(heights([1, 3, 4.5, 5], MARKS), [0, 50, 88, 100])

    def test_per_cents_are_heights_themselves_and_never_leave_the_chart(self):
        self.assertEqual(heights([0, 68.2, 100, 120], PERCENTS), [0, 68, 100, 100])

    def test_other_figures_reach_up_to_the_greatest(self):
        self.assertEqual(heights([562, 281]), [100, 50])
        self.assertEqual(heights([-10, 10]), [0, 100])

    def test_missing_value_has_no_column(self):
        self.assertEqual(heights([None, 4], PERCENTS), [None, 4])
        self.assertEqual(heights([0, None, 0]), [0, None, 0])
        self.assertEqual(heights([]), [])
