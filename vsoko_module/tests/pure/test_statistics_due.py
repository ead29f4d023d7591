import unittest
from datetime import date

from tools.statistics import due

DUE = date(2026, 6, 14)
OFFSETS = [-7, -1, 1]


class TestDue(unittest.TestCase):
    def test_days_after_the_period(self):
        self.assertEqual(due.due_after(date(2026, 5, 31), 14), DUE)

    def test_a_day_of_the_year_after_the_period(self):
        self.assertEqual(due.due_on(date(2025, 12, 31), 20, 4), date(2026, 4, 20))
        self.assertEqual(due.due_on(date(2026, 4, 20), 20, 4), date(2027, 4, 20))
        self.assertEqual(due.due_on(date(2026, 1, 1), 31, 2), date(2026, 2, 28))

    def test_offsets_are_read_in_order(self):
        self.assertEqual(due.parse_offsets("1, -7,\u22121"), OFFSETS)
        self.assertEqual(due.parse_offsets(" "), [])
        with self.assertRaises(ValueError):
            due.parse_offsets("-7, soon")


class TestReminders(unittest.TestCase):
    def days(self, first, last, reminded=None, missed=()):
        """The days of June on which somebody is reminded, when the server misses some."""
        said = []
        for day in range(first, last + 1):
            today = date(2026, 6, day)
            if day not in missed and due.is_reminded(DUE, OFFSETS, reminded, today):
                said.append(day)
                reminded = today
        return said

    def test_before_and_after_the_due_day_then_weekly(self):
        # due on the 14th: the 7th, the 13th, the 15th, then the 22nd and the 29th
        self.assertEqual(self.days(1, 30), [7, 13, 15, 22, 29])

    def test_missed_days_are_made_up_once(self):
        self.assertEqual(self.days(1, 30, missed=(7, 8, 9)), [10, 13, 15, 22, 29])
        self.assertEqual(self.days(1, 30, missed=range(7, 17)), [17, 22, 29])

    def test_nobody_is_reminded_before_the_first_day(self):
        self.assertEqual(self.days(1, 6), [])
        self.assertIsNone(due.last_reminder(DUE, OFFSETS, date(2026, 6, 6)))

    def test_a_message_between_takes_nothing_from_the_next_day(self):
        self.assertEqual(self.days(11, 15, reminded=date(2026, 6, 10)), [13, 15])
