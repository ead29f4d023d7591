import unittest
from datetime import date

from tools.readers import Refused, recognise
from tools.readers.layouts.codifier import extract
from tools.readers.sheet import Sheet

TODAY = date(2026, 6, 1)
HEADING = ["Код КЭС", "Наименование", "С класса", "По класс", "Входит в раздел"]


def read(*rows, name="КЭС", heading=HEADING, above=()):
    return extract([Sheet(name, [*above, heading, *map(list, rows)])], TODAY)


def codes(result):
    return [(problem.code, problem.row, problem.column) for problem in result.problems]


class TestCodifier(unittest.TestCase):
    def test_a_tree_with_grades(self):
        result = read(
            ("1", "Числа", 5.0, 6.0, ""),
            ("1.1", "Дроби", "", "", ""),
            ("1.1.2", "Десятичные дроби", 5.0, 5.0, "1"),
            above=[["Предмет: Математика"], []],
        )
        self.assertEqual(result.titles.subject, "Математика")
        self.assertEqual(
            [(row.code, row.grade_from, row.grade_to, row.parent) for row in result.rows],
            [("1", 5, 6, ""), ("1.1", None, None, ""), ("1.1.2", 5, 5, "1")],
        )
        self.assertEqual(result.problems, ())

    def test_a_list_of_two_code_columns(self):
        """The open codifiers of examinations have sections in a column of their own."""
        heading = ["Код раздела", "Код контролируемого элемента", "Элементы содержания"]
        result = read(
            ("1", "", "Числа и вычисления"), ("", "1.1", "Натуральные числа"), heading=heading
        )
        self.assertEqual([row.code for row in result.rows], ["1", "1.1"])

    def test_elements_and_skills_on_their_sheets(self):
        sheets = [
            Sheet("А", [["КЭС", "Наименование"], ["1", "Числа"]]),
            Sheet("Б", [["КПУ", "Умение", "Предмет"], ["1", "Решать", "Физика"]]),
        ]
        self.assertEqual(recognise(sheets).key, "codifier")
        rows = extract(sheets, TODAY).rows
        self.assertEqual(
            [(r.kind, r.subject) for r in rows], [("element", ""), ("skill", "Физика")]
        )

    def test_what_is_wrong_has_its_place(self):
        result = read(
            ("1.1", "Дроби", "", "", ""),
            (1.1, "Проценты", "", "", ""),
            (date(2026, 12, 1), "Степени", "", "", ""),
            ("1.2", "", "", "", ""),
            ("", "Без кода", "", "", ""),
            ("1.3", "Корни", 12.0, "", ""),
            ("1.4", "Корни", 9.0, 5.0, ""),
        )
        self.assertEqual(
            codes(result),
            [
                ("same_code", 3, 1),
                ("bad_code", 4, 1),
                ("missing_value", 5, 2),
                ("missing_value", 6, 1),
                ("bad_grade", 7, 3),
                ("grades_reversed", 8, 4),
            ],
        )
        self.assertEqual([row.code for row in result.rows], ["1.1"])

    def test_another_table_is_refused(self):
        with self.assertRaises(Refused) as caught:
            read(("1", "Числа"), heading=["№", "Тема"])
        self.assertEqual(caught.exception.code, "layout_mismatch")


if __name__ == "__main__":
    unittest.main()
