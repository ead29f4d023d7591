import unittest
from datetime import date, datetime

from tools.readers.cells import (
    BAD,
    DASH,
    EMPTY,
    FRACTION,
    BadValue,
    Mark,
    MarkParser,
    parse_date,
    parse_gender,
    parse_mark,
    parse_number,
    parse_yes_no,
)

TODAY = date(2026, 6, 1)


class TestMarks(unittest.TestCase):
    def test_marks(self):
        for cell in (5, 5.0, "5", " 5 ", "5,0", "5.00", "\u00a05\u00a0"):
            with self.subTest(cell=cell):
                self.assertEqual(parse_mark(cell), Mark(5, "graded"))

    def test_words(self):
        words = {
            "not_attested": ("н/а", "Н/А", "н\\а", " н/а ", "н.а.", "не аттестован"),
            "released": ("осв", "ОСВ.", "освобождена", "освобождён"),
            "passed": ("зач", "Зач.", "зачтено", "зачёт", "усвоил"),
            "failed": ("незач", "незач.", "незачёт", "не зачтено", "не усв."),
        }
        for status, cells in words.items():
            for cell in cells:
                with self.subTest(cell=cell):
                    self.assertEqual(parse_mark(cell), Mark(0, status))

    def test_marks_in_words(self):
        words = {
            5: ("отл", "Отлично", "5 (отл)", "5 отлично", "5(отл.)"),
            4: ("хор.", "4 (хорошо)"),
            3: ("удовл", "3 (удовл.)", "уд"),
            2: ("неуд", "2 (неуд.)", "неудовлетворительно"),
        }
        for value, cells in words.items():
            for cell in cells:
                with self.subTest(cell=cell):
                    self.assertEqual(parse_mark(cell), Mark(value, "graded"))

    def test_no_mark(self):
        for cell in ("", " ", "\u00a0", None):
            self.assertIs(parse_mark(cell), EMPTY)
        for cell in ("-", "–", "—"):
            self.assertEqual(parse_mark(cell), DASH)

    def test_never_guessed(self):
        for cell in (
            0,
            1,
            6,
            10,
            -5,
            55,
            "5-",
            "4+",
            "3=",
            "4/5",
            "н",
            "5 (хор)",
            "5 5",
            "пять",
            True,
            False,
            "٥",
            "5,0000",
            "1e0",
            date(2026, 5, 5),
        ):
            with self.subTest(cell=cell):
                self.assertEqual(parse_mark(cell), BAD)
        for cell in (4.5, "4,5", "3.67"):
            self.assertEqual(parse_mark(cell), FRACTION)

    def test_memory_gives_the_same_answers(self):
        parse = MarkParser()
        for cell in (5.0, "5", "н/а", "5-", "", 4.5):
            self.assertEqual(parse[cell], parse_mark(cell))
            self.assertEqual(parse[cell], parse_mark(cell))


class TestDates(unittest.TestCase):
    def test_notations(self):
        for cell in (
            "12.05.2014",
            "12.5.2014",
            "12/05/14",
            "12-05-2014",
            "2014-05-12",
            "2014-05-12T00:00:00",
            "12.05.2014 г.",
            "12.05.2014 0:00:00",
            41771,
            41771.0,
            datetime(2014, 5, 12, 10),
            date(2014, 5, 12),
        ):
            with self.subTest(cell=cell):
                self.assertEqual(parse_date(cell, TODAY), date(2014, 5, 12))

    def test_two_digit_years_are_of_the_past_century(self):
        self.assertEqual(parse_date("01.09.26", TODAY), date(2026, 9, 1))
        self.assertEqual(parse_date("01.09.27", TODAY), date(2027, 9, 1))
        self.assertEqual(parse_date("01.09.67", TODAY), date(1967, 9, 1))

    def test_leap_days(self):
        self.assertEqual(parse_date("29.02.2024", TODAY), date(2024, 2, 29))
        with self.assertRaises(BadValue):
            parse_date("29.02.2025", TODAY)

    def test_not_dates(self):
        for cell in (
            "31.02.2014",
            "весна 2014",
            "2014",
            -1,
            0,
            12,
            1e9,
            "12.05",
            "05.2014",
            True,
            "00.00.0000",
            float("nan"),
        ):
            with self.subTest(cell=cell), self.assertRaises(BadValue):
                parse_date(cell, TODAY)

    def test_empty(self):
        for cell in ("", "  ", "-", "—"):
            self.assertIsNone(parse_date(cell, TODAY))


class TestOtherValues(unittest.TestCase):
    def test_numbers(self):
        for cell, number in (
            ("4,5", 4.5),
            ("1 234", 1234),
            ("76,47%", 76.47),
            (3, 3.0),
            ("", None),
        ):
            self.assertEqual(parse_number(cell), number)
        for cell in ("много", "1-2", "1,2,3", True, "1e5"):
            with self.subTest(cell=cell), self.assertRaises(BadValue):
                parse_number(cell)

    def test_yes_no(self):
        self.assertEqual(
            [parse_yes_no(cell) for cell in ("да", "ДА ", "+", "нет", "-", "")],
            [True, True, True, False, False, None],
        )
        with self.assertRaises(BadValue):
            parse_yes_no("может быть")

    def test_gender(self):
        self.assertEqual(
            [parse_gender(cell) for cell in ("М", "м.", "M", "муж", "Ж", "жен.", "")],
            ["male"] * 4 + ["female"] * 2 + [None],
        )
        with self.assertRaises(BadValue):
            parse_gender("N")


if __name__ == "__main__":
    unittest.main()
