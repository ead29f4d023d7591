from datetime import date
from unittest import TestCase

from tools import school_calendar


class TestSchoolCalendar(TestCase):
    def test_levels(self):
        levels = [school_calendar.level_of(grade) for grade in (1, 4, 5, 9, 10, 12)]
        self.assertEqual(levels, ["noo", "noo", "ooo", "ooo", "soo", "soo"])
        self.assertIsNone(school_calendar.level_of(13))

    def test_terms_are_clipped_to_the_year(self):
        terms = school_calendar.terms("quarter", date(2025, 9, 2), date(2026, 5, 20))
        self.assertEqual(terms[0].date_start, date(2025, 9, 2))
        self.assertEqual(terms[3].date_end, date(2026, 5, 20))
        self.assertEqual(terms[-1][:2], ("year", 1))
        self.assertEqual(terms[-1].date_end, date(2026, 5, 20))

    def test_halves_do_not_touch(self):
        first, second, _year = school_calendar.terms("half", date(2025, 9, 1), date(2026, 8, 31))
        self.assertLess(first.date_end, second.date_start)
        self.assertEqual(
            (first.date_end, second.date_start), (date(2025, 12, 30), date(2026, 1, 12))
        )

    def test_unknown_kind(self):
        with self.assertRaises(KeyError):
            school_calendar.terms("week", date(2025, 9, 1), date(2026, 8, 31))

    def test_year_later(self):
        self.assertEqual(school_calendar.year_later(date(2025, 9, 1)), date(2026, 9, 1))
        self.assertEqual(school_calendar.year_later(date(2024, 2, 29)), date(2025, 2, 28))

    def test_next_name(self):
        self.assertEqual(school_calendar.next_year_name("2025/2026"), "2026/2027")
        self.assertEqual(school_calendar.next_year_name("2025–2026 уч. год"), "2026–2027 уч. год")
        self.assertEqual(school_calendar.next_year_name("год 1"), "год 1")
