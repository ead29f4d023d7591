import unittest
from datetime import date

from tools.measures.rubric import Criterion
from tools.readers import recognise
from tools.readers.layouts import observations
from tools.readers.sheet import Sheet
from tools.readers.sniff import read_sheets
from tools.writers.observations import observation_table

TODAY = date(2026, 2, 1)
CRITERIA = ("1. Цель урока понятна (0–2)", "2) Вывод")
HEADING = ("Дата", "Учитель", "Класс", "Предмет", *CRITERIA, "Выводы")


def table(*rows, above=(("Критерии: Урок",),)):
    return [Sheet("Лист1", [list(row) for row in (*above, HEADING, *rows)])]


class TestReaderObservations(unittest.TestCase):
    def rows(self, *rows, **others):
        sheets = table(*rows, **others)
        self.extract = observations.extract(sheets, TODAY)
        return self.extract.rows

    def codes(self):
        return [problem.code for problem in self.extract.problems]

    def test_a_sheet_a_row(self):
        (row,) = self.rows(("12.01.2026", "Белова И. П.", "5А", "Алгебра", 2, "Н/П", "Хорошо"))
        self.assertEqual((row.rubric, row.date), ("Урок", date(2026, 1, 12)))
        self.assertEqual((row.teacher, str(row.class_name)), ("Белова И. П.", "5А"))
        self.assertEqual(row.points, (("Цель урока понятна", 5, 2), ("Вывод", 6, "na")))
        self.assertEqual((row.conclusions, row.expert), ("Хорошо", ""))

    def test_a_blank_is_no_zero(self):
        (row,) = self.rows(("12.01.2026", "Белова И. П.", "5А", "Алгебра", "", 0, ""))
        self.assertEqual(row.points, (("Вывод", 6, 0),))
        self.assertFalse(self.rows(("12.01.2026", "Белова И. П.", "5А", "Алгебра", "", "", "")))
        self.assertEqual(self.codes(), ["no_points_of_sheet"])

    def test_what_is_no_sheet_is_named(self):
        start = ("12.01.2026", "Белова И. П.", "5А", "Алгебра")
        for points in ("хорошо", "1,5", -1):
            self.assertFalse(self.rows((*start, points, 1, "")))
            self.assertEqual(self.codes(), ["bad_points_of_sheet"], points)
        self.assertFalse(self.rows(("", *start[1:], 1, 1, "")))
        self.assertEqual(self.codes(), ["missing_value"])
        self.assertFalse(self.rows(("12.03.2026", *start[1:], 1, 1, "")))
        self.assertEqual(self.codes(), ["date_out_of_range"])

    def test_without_the_name_of_the_criteria_it_is_another_table(self):
        self.assertEqual(observations.recognise(table(above=())), 0)
        self.assertEqual(observations.recognise(table()), 1)

    def test_the_table_of_the_program_is_read_back(self):
        criteria = [
            Criterion("1", "Цель (ясна)", ("нет", "да")),
            Criterion("2", "Итог", ("нет", "частично", "да")),
        ]
        for about in ("lesson", "class", "student", "programme", "school"):
            sheets = read_sheets(observation_table("Урок, версия 2", about, criteria))
            self.assertEqual(recognise(sheets).key, observations.KEY, about)
        self.assertEqual(
            list(observations._criteria_of(sheets[0]).values()), ["Цель (ясна)", "Итог"]
        )


if __name__ == "__main__":
    unittest.main()
