import unittest
from datetime import date

from tools.working_days import is_working, last_working_day


class TestWorkingDays(unittest.TestCase):
    """Terms in working days, by the calendar of 2025 to 2027."""

    def test_weekends_are_left_out(self):
        friday = date(2026, 1, 16)
        self.assertEqual(last_working_day(friday, 1), date(2026, 1, 19))
        self.assertEqual(last_working_day(friday, 5), date(2026, 1, 23))
        self.assertEqual(last_working_day(friday, 0), friday)

    def test_the_first_days_of_january(self):
        # 9 January is a Friday, then 12 to 15
        self.assertEqual(last_working_day(date(2025, 12, 31), 5), date(2026, 1, 15))
        self.assertTrue(is_working(date(2026, 1, 9)), "holidays of January move nothing by rule")

    def test_a_holiday_at_a_weekend_moves_the_day_off(self):
        # 8 March 2026 is a Sunday, 9 May a Saturday
        self.assertEqual(last_working_day(date(2026, 3, 6), 1), date(2026, 3, 10))
        self.assertEqual(last_working_day(date(2026, 5, 8), 1), date(2026, 5, 12))
        # 1 May 2027 is a Saturday: Monday is off, Tuesday works
        self.assertFalse(is_working(date(2027, 5, 3)))
        self.assertTrue(is_working(date(2027, 5, 4)))
        # 12 June 2026 is a Friday: no other day
        self.assertEqual(last_working_day(date(2026, 6, 11), 1), date(2026, 6, 15))

    def test_days_of_the_school_are_added(self):
        # the government has moved a day off to 9 January 2026
        moved = {date(2026, 1, 9)}
        self.assertEqual(last_working_day(date(2025, 12, 31), 5, moved), date(2026, 1, 16))
        self.assertFalse(is_working(date(2026, 1, 9), moved))
