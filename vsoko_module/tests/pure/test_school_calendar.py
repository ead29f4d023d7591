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

    def test_borders_that_schools_usually_choose(self):
        for kind, expected in (
            ("quarter", ["01.09-26.10", "05.11-30.12", "12.01-27.03", "06.04-26.05"]),
            ("trimester", ["01.09-16.11", "24.11-15.02", "24.02-26.05"]),
            ("half", ["01.09-30.12", "12.01-26.05"]),
        ):
            found = school_calendar.terms(kind, date(2025, 9, 1), date(2026, 8, 31))
            with self.subTest(kind):
                days = [f"{term.date_start:%d.%m}-{term.date_end:%d.%m}" for term in found]
                self.assertEqual(days, [*expected, "01.09-26.05"])
                self.assertEqual([term.number for term in found[:-1]], [*range(1, len(found))])

    def test_a_term_outside_the_year_is_none(self):
        found = school_calendar.terms("quarter", date(2025, 9, 1), date(2026, 4, 5))
        self.assertEqual([term.name for term in found[2:]], ["3 четверть", "Учебный год"])
        one_day = school_calendar.terms("quarter", date(2025, 9, 1), date(2026, 4, 6))[3]
        self.assertEqual(one_day.date_start, one_day.date_end)
        (year,) = school_calendar.terms("half", date(2026, 1, 1), date(2026, 1, 11))
        self.assertEqual(year[3:], (date(2026, 1, 1), date(2026, 1, 11)))

    def test_the_calendar_year_in_which_the_school_year_begins(self):
        (year,) = school_calendar.terms("calendar_year", date(2025, 9, 1), date(2026, 8, 31))
        self.assertEqual(
            year, ("calendar_year", 1, "2025 календарный год", date(2025, 1, 1), date(2025, 12, 31))
        )

    def test_from_august_on_the_coming_year_is_worked_in(self):
        for day, first in ((date(2026, 7, 31), 2025), (date(2026, 8, 1), 2026)):
            self.assertEqual(school_calendar.first_year_of(day), first)
        self.assertEqual(
            school_calendar.school_year(2025),
            ("2025/2026", date(2025, 9, 1), date(2026, 8, 31)),
        )

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
