import unittest
from datetime import date

from tools.school_days import count_school_days


class TestSchoolDays(unittest.TestCase):
    def test_a_week_has_six(self):
        """1 September 2025 is a Monday, the 7th a Sunday."""
        self.assertEqual(count_school_days(date(2025, 9, 1), date(2025, 9, 7)), 6)
        self.assertEqual(count_school_days(date(2025, 9, 1), date(2025, 9, 8)), 7)

    def test_one_day(self):
        self.assertEqual(count_school_days(date(2025, 9, 6), date(2025, 9, 6)), 1)
        self.assertEqual(count_school_days(date(2025, 9, 7), date(2025, 9, 7)), 0)

    def test_days_in_the_wrong_order_are_none(self):
        self.assertEqual(count_school_days(date(2025, 9, 2), date(2025, 9, 1)), 0)
