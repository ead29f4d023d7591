import unittest
from datetime import datetime

from tools.recurrence import DAILY, MONTHLY, WEEKLY, YEARLY, Recurrence


class TestRecurrence(unittest.TestCase):
    def test_every_day_is_today_until_the_hour_has_come(self):
        morning = Recurrence(DAILY, 7.5)
        self.assertEqual(
            morning.next_after(datetime(2026, 1, 12, 7, 29)), datetime(2026, 1, 12, 7, 30)
        )
        self.assertEqual(
            morning.next_after(datetime(2026, 1, 12, 7, 30)), datetime(2026, 1, 13, 7, 30)
        )

    def test_day_of_the_week(self):
        monday = Recurrence(WEEKLY, 0, weekday=0)
        # 31 December 2025 is a Wednesday
        self.assertEqual(monday.next_after(datetime(2025, 12, 31, 12)), datetime(2026, 1, 5))

    def test_a_month_without_the_day_uses_its_last(self):
        last = Recurrence(MONTHLY, 9, day=31)
        self.assertEqual(last.next_after(datetime(2026, 1, 31, 9)), datetime(2026, 2, 28, 9))
        self.assertEqual(last.next_after(datetime(2028, 2, 1)), datetime(2028, 2, 29, 9))

    def test_once_a_year_over_the_end_of_the_year(self):
        yearly = Recurrence(YEARLY, 0.5, day=1, month=1)
        self.assertEqual(
            yearly.next_after(datetime(2025, 12, 31, 23, 59)), datetime(2026, 1, 1, 0, 30)
        )
        self.assertEqual(yearly.next_after(datetime(2026, 1, 1, 0, 30)).year, 2027)
        leap = Recurrence(YEARLY, 0, day=29, month=2)
        self.assertEqual(leap.next_after(datetime(2026, 3, 1)), datetime(2027, 2, 28))
