import unittest
from datetime import date

from tools.calendar_limits import CalendarWork, conflicts


def planned(key, day, subject="math", classes="5А", **other):
    names = frozenset(classes.split())
    return CalendarWork(key, day, subject, names, frozenset(name[0] for name in names), **other)


class TestConflicts(unittest.TestCase):
    def rules(self, works, hours=None):
        return {
            key: [(one.rule, one.other, one.number) for one in found]
            for key, found in conflicts(works, hours or {}).items()
        }

    def test_two_and_a_half_weeks_between_works_of_a_subject(self):
        first = planned(1, date(2025, 10, 1))
        self.assertEqual(
            self.rules([first, planned(2, date(2025, 10, 18))]),
            {1: [("too_soon", 2, 17)], 2: [("too_soon", 1, 17)]},
        )
        self.assertEqual(self.rules([first, planned(2, date(2025, 10, 19))]), {})
        self.assertEqual(self.rules([first, planned(2, date(2025, 10, 8), "rus")]), {})

    def test_another_class_of_the_parallel_writes_the_same_work(self):
        first = planned(1, date(2025, 10, 1), content="дроби")
        second = planned(2, date(2025, 10, 2), classes="5Б", content="дроби")
        self.assertEqual(self.rules([first, second]), {})
        again = planned(3, date(2025, 10, 3), content="дроби")
        self.assertIn(("too_soon", 1, 2), self.rules([first, second, again])[3])

    def test_the_rule_is_of_the_parallel_and_not_of_the_class(self):
        first = planned(1, date(2025, 10, 1), content="дроби")
        other = planned(2, date(2025, 10, 10), classes="5Б", content="задачи")
        both = {1: [("too_soon", 2, 9)], 2: [("too_soon", 1, 9)]}
        self.assertEqual(self.rules([first, other]), both)
        unknown = planned(2, date(2025, 10, 10), classes="5Б")
        self.assertEqual(self.rules([first, unknown]), both)
        elder = planned(2, date(2025, 10, 10), classes="6А", content="задачи")
        self.assertEqual(self.rules([first, elder]), {})

    def test_two_works_on_one_day(self):
        works = [planned(1, date(2025, 10, 1)), planned(2, date(2025, 10, 1), "rus", "5А 5Б")]
        self.assertEqual(self.rules(works), {1: [("same_day", 2, 0)], 2: [("same_day", 1, 0)]})

    def test_last_lesson(self):
        work = planned(1, date(2025, 10, 1), lesson=6, lessons=6)
        self.assertEqual(self.rules([work], {("5А", "math"): 5}), {1: [("last_lesson", None, 0)]})
        self.assertEqual(self.rules([work], {("5А", "math"): 1}), {})
        for known in ({"lesson": 5, "lessons": 6}, {"lesson": 6}, {"lessons": 6}):
            with self.subTest(known):
                self.assertEqual(
                    self.rules([planned(1, date(2025, 10, 1), **known)], {("5А", "math"): 5}), {}
                )

    def test_first_lesson(self):
        work = planned(1, date(2025, 10, 1), lesson=1)
        self.assertEqual(self.rules([work], {("5А", "math"): 5}), {1: [("first_lesson", None, 0)]})
        self.assertEqual(self.rules([work], {("5А", "math"): 1}), {})

    def test_a_tenth_of_the_hours(self):
        # one hour a week is 34 hours a year: three works
        days = (date(2025, 9, 10), date(2025, 11, 10), date(2026, 2, 10), date(2026, 4, 10))
        works = [planned(key, day) for key, day in enumerate(days)]
        self.assertEqual(self.rules(works, {("5А", "math"): 1}), {3: [("too_many", None, 4)]})
        self.assertEqual(self.rules(works), {})
