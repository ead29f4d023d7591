import unittest
from datetime import date

from tools.readers import read
from tools.readers.cells import BadValue
from tools.readers.staff_values import (
    parse_category,
    parse_education,
    parse_experience,
    parse_hours,
)

HEADING = "ФИО;Дата рождения;Пол;Класс\n"


def births(*dates):
    """``(dates of birth, codes of problems)`` of a list whose column has these texts."""
    lines = [f"Иванов{'абвг'[place]} Пётр Ильич;{day};М;5А\n" for place, day in enumerate(dates)]
    extract = read((HEADING + "".join(lines)).encode(), "list.csv", today=date(2026, 6, 1))
    return [row.birthdate for row in extract.rows], {problem.code for problem in extract.problems}


class TestDatesOfAColumn(unittest.TestCase):
    """One date that proves the order decides about all dates of its column."""

    def test_the_month_comes_first_where_one_date_proves_it(self):
        found, problems = births("07/19/2014", "03/04/2014")
        self.assertEqual(found, [date(2014, 7, 19), date(2014, 3, 4)])
        self.assertFalse(problems)

    def test_the_day_comes_first_where_one_date_proves_it(self):
        found, problems = births("19/07/2014", "03/04/2014")
        self.assertEqual(found, [date(2014, 7, 19), date(2014, 4, 3)])
        self.assertFalse(problems)

    def test_an_order_that_nothing_proves_is_named(self):
        found, problems = births("03/04/2014", "05/06/2014")
        self.assertEqual(found, [date(2014, 4, 3), date(2014, 6, 5)])
        self.assertEqual(problems, {"unproved_dates"})


class TestStaffValues(unittest.TestCase):
    def _read(self, parse, cases):
        for expected, texts in cases.items():
            for text in texts:
                with self.subTest(text):
                    self.assertEqual(parse(text), expected)

    def _refused(self, parse, *texts):
        for text in texts:
            with self.subTest(text), self.assertRaises(BadValue):
                parse(text)

    def test_education(self):
        self._read(
            parse_education,
            {
                "higher": ("высшее", "Специалитет", "магистратура", "бакалавриат", "ВО"),
                "secondary": ("СПО", "среднее профессиональное", "ср.-спец.", "педучилище"),
                "other": ("среднее общее", "неоконченное высшее"),
                None: ("",),
            },
        )
        self._refused(parse_education, "курсы", "2010")

    def test_category(self):
        self._read(
            parse_category,
            {
                "highest": ("высшая", "Высшая кв. категория"),
                "first": ("первая", "I", "1 категория", "I кв. категория"),
                "conformity": ("СЗД", "соответствие занимаемой должности"),
                "none": ("б/к", "не имеет", "без категории"),
                None: ("",),
            },
        )
        self._refused(parse_category, "мастер", "вторая")

    def test_experience(self):
        self.assertEqual(parse_experience("15 лет"), 15)
        self.assertEqual(parse_experience(7), 7)
        self.assertAlmostEqual(parse_experience("15 лет 3 мес."), 15.25)
        self.assertIsNone(parse_experience(""))
        self._refused(parse_experience, "молодой специалист", "с 1982 года")

    def test_hours(self):
        for text, hours in (("2 ч.", 2), ("1/2", 0.5), ("1+1", 2), ("1,5", 1.5), (3, 3)):
            with self.subTest(text):
                self.assertEqual(parse_hours(text), hours)
        self._refused(parse_hours, "много", "1/0")
