import unittest
from datetime import date

from tools.statistics.values import ValueProblem, is_blank, number_text, read_value


class TestValues(unittest.TestCase):
    def problem(self, kind, raw, *bounds, **others):
        with self.assertRaises(ValueProblem) as caught:
            read_value(kind, raw, *bounds, **others)
        return caught.exception.code

    def test_zero_is_a_value_and_nothing_is_blank(self):
        self.assertEqual(read_value("integer", 0), ("value_number", 0.0))
        self.assertFalse(is_blank(0))
        for blank in (None, False, "", "  "):
            self.assertTrue(is_blank(blank), repr(blank))

    def test_numbers_as_people_write_them(self):
        self.assertEqual(read_value("number", "1 234,5"), ("value_number", 1234.5))
        self.assertEqual(read_value("number", "\u22122"), ("value_number", -2.0))
        for raw in ("five", "1,2,3", "nan", "inf", "1e20", True):
            self.assertEqual(self.problem("number", raw), "number", raw)
        self.assertEqual(self.problem("integer", "2,5"), "whole")

    def test_bounds_hold_at_both_ends(self):
        self.assertEqual(read_value("integer", 5, 5, 9), ("value_number", 5.0))
        self.assertEqual(read_value("integer", 9, 5, 9), ("value_number", 9.0))
        self.assertEqual(self.problem("integer", 4, 5, 9), "least")
        self.assertEqual(self.problem("integer", 10, 5, 9), "most")
        self.assertEqual(self.problem("percent", "100,1"), "most")

    def test_other_kinds(self):
        self.assertEqual(read_value("yes_no", 0), ("value_number", 0.0))
        self.assertEqual(self.problem("yes_no", 2), "yes_no")
        self.assertEqual(read_value("date", "2026-04-20"), ("value_date", date(2026, 4, 20)))
        self.assertEqual(self.problem("date", "20.04.26"), "date")
        self.assertEqual(read_value("choice", 7, choices=(7, 8)), ("choice_id", 7))
        self.assertEqual(self.problem("choice", 9, choices=(7, 8)), "choice")
        self.assertEqual(read_value("text", " есть "), ("value_text", "есть"))
        self.assertEqual(self.problem("file", "a.pdf"), "file")

    def test_an_answer_is_one_however_it_is_written(self):
        for raw in ("да", "Да", " ДА ", "да.", "дa", "Yes", "TRUE", "+", "1", 1, 1.0, True):
            self.assertEqual(read_value("yes_no", raw), ("value_number", 1.0), repr(raw))
        for raw in ("нет", "НЕТ\u00a0", "Нет.", "no", "0", 0):
            self.assertEqual(read_value("yes_no", raw), ("value_number", 0.0), repr(raw))
        for raw in ("", "возможно", "да нет", "2", "не было"):
            self.assertEqual(self.problem("yes_no", raw), "yes_no", raw)

    def test_a_number_has_as_many_digits_as_it_has(self):
        self.assertEqual(number_text(1234.0), "1\u00a0234")
        self.assertEqual(number_text(0.25), "0,25")
