"""What offices add around a table changes nothing of what is read in it."""

import unittest
from dataclasses import replace
from datetime import date
from functools import cache

from reader_samples import SAMPLES
from tools.readers import extract, read, read_sheets
from tools.readers.accounting import COLUMN_NUMBER, FOOTER
from tools.readers.margins import without_margins
from tools.readers.sheet import Sheet
from vpr_files import book

TODAY = date(2026, 6, 1)
SAMPLED = (
    "base/contingent.xlsx",
    "base/staff.xlsx",
    "base/load.xlsx",
    "svod/svod_9A_Q1.xlsx",
    "teacher/teacher_T008_Q2.xlsx",
    "tests/test_01_MATH_5A.xlsx",
    "vpr/vpr_RUS_4_codes.xlsx",
    "vpr/vpr_RUS_4_form.xlsx",
    "vpr/vpr_RUS_4_f1.xlsx",
    "vpr/vpr_RUS_4_marks.xlsx",
    "vpr/vpr_RUS_4_compare.xlsx",
    "exams/oge_rus.xlsx",
    "exams/ege_rus.xlsx",
)
SIGNED = (
    [],
    ["", "Директор школы", "", "Сидоров С. С."],
    ["", "М.П."],
    ["Ответственный за выгрузку ______________ /Иванова И. И./"],
    ["Дата: «___» ________ 2026 г."],
)
LETTERHEAD = (["МБОУ «Средняя школа № 1»"], ["г. Энск, ул. Ленина, 1"], [])
LATIN = str.maketrans("аеосхАВЕКМНОРСТХ", "aeocxABEKMHOPCTX")


def with_heading(sheet, change):
    """The sheet whose fullest line of texts is changed cell by cell."""
    tops = range(min(12, len(sheet.rows)))
    heading = max(
        tops, key=lambda row: sum(isinstance(c, str) and c != "" for c in sheet.rows[row])
    )
    rows = [list(row) for row in sheet.rows]
    rows[heading] = [
        change(cell) if isinstance(cell, str) and cell else cell for cell in rows[heading]
    ]
    return replace(sheet, rows=rows)


HABITS = {
    "signatures": lambda sheet: replace(sheet, rows=[*sheet.rows, *map(list, SIGNED)]),
    "a letterhead": lambda sheet: replace(sheet, rows=[*map(list, LETTERHEAD), *sheet.rows]),
    "an empty column": lambda sheet: replace(sheet, rows=[["", *row] for row in sheet.rows]),
    "footnotes": lambda sheet: with_heading(sheet, lambda text: text + "*"),
    "colons": lambda sheet: with_heading(sheet, lambda text: text + ":"),
    "Latin letters": lambda sheet: with_heading(sheet, lambda text: text.translate(LATIN)),
}


@cache
def sheets_of(path):
    return read_sheets((SAMPLES / path).read_bytes())


def facts(sheets):
    """What the rows say, without their places; a subject as a school knows it."""
    return [
        tuple(
            str(value).translate(LATIN).rstrip("*:") if field == "subject" else value
            for field, value in row._asdict().items()
            if field not in ("row", "column")
        )
        for row in extract(sheets, today=TODAY).rows
    ]


class TestHabits(unittest.TestCase):
    def test_what_stands_around_a_table_changes_no_fact(self):
        for path in SAMPLED:
            sheets = sheets_of(path)
            # accounts are those of one reading
            right = facts([replace(sheet, account=type(sheet.account)()) for sheet in sheets])
            self.assertTrue(right)
            for name, habit in HABITS.items():
                changed = [replace(habit(sheet), account=type(sheet.account)()) for sheet in sheets]
                with self.subTest(path, habit=name):
                    self.assertEqual(facts(changed), right)


class TestColumnNumbers(unittest.TestCase):
    HEADING = ["ФИО", "Класс", "Дата рождения"]

    def claimed(self, *rows):
        sheet = Sheet("Лист1", [list(row) for row in rows])
        shown = without_margins(sheet)
        return [
            index
            for index, (was, row) in enumerate(zip(sheet.rows, shown.rows, strict=True))
            if was != row and sheet.account.state(index, 0) == COLUMN_NUMBER
        ]

    def test_numbers_under_each_heading_are_left(self):
        self.assertEqual(self.claimed(self.HEADING, [1, 2, 3]), [1])
        self.assertEqual(self.claimed(["Список"], self.HEADING, ["1", "2", "3"]), [2])
        self.assertEqual(self.claimed(self.HEADING, ["(1)", "(2)", "(3)"]), [1])

    def test_other_numbers_are_values(self):
        self.assertEqual(self.claimed(self.HEADING, [1, 2, 4]), [])
        self.assertEqual(self.claimed(self.HEADING, [1, 2, ""]), [])
        self.assertEqual(self.claimed(["Баллы", "Итог"], [1, 2]), [])

    def test_a_record_of_the_first_class_is_a_record(self):
        heading = ["Класс", "Дней по болезни", "Без причины"]
        self.assertEqual(self.claimed(heading, [1, 2, 3], [2, 0, 1]), [])
        self.assertEqual(self.claimed(["№", "ФИО", "Класс"], [1, 2, 3], [1, "Юрьев", "5А"]), [1])

    def test_tasks_under_their_common_heading_stay(self):
        heading = ["ФИО", "Класс", "Вариант", "Баллы за задания", "", ""]
        self.assertEqual(self.claimed(heading, ["", "", "", 1, 2, 3]), [])

    def test_a_list_with_numbered_columns_has_no_problems(self):
        rows = [["ФИО", "Класс", "Дата рождения", "Пол"], [1, 2, 3, 4]]
        rows += [["Юрьев Олег Ильич", "4А", "01.02.2015", "м"]]
        extracted = read(book(Лист1=rows), today=TODAY)
        self.assertEqual([row.name for row in extracted.rows], ["Юрьев Олег Ильич"])
        self.assertEqual(extracted.problems, ())


class TestClosingLines(unittest.TestCase):
    TABLE = (["Должность", "ФИО", "Ставка"], ["Завуч", "Юрьев Олег Ильич", 1])

    def closing(self, *rows):
        sheet = Sheet("Лист1", [list(row) for row in rows])
        without_margins(sheet)
        return [
            index for index in range(len(sheet.rows)) if sheet.account.state(index, 0) == FOOTER
        ]

    def test_signatures_after_an_empty_line_are_left(self):
        lines = ([], ["Директор", "Сидоров С. С."], ["М.П."], [], ["Дата: 01.06.2026"])
        self.assertEqual(self.closing(*self.TABLE, *lines), [3, 4, 6])

    def test_a_place_to_sign_needs_no_empty_line(self):
        self.assertEqual(self.closing(*self.TABLE, ["Директор ______ Сидоров"]), [2])

    def test_the_last_row_of_a_list_of_posts_is_no_signature(self):
        self.assertEqual(self.closing(*self.TABLE, ["Учитель", "Яшин Глеб Ильич"]), [])
        self.assertEqual(self.closing(*self.TABLE, [], ["Повар", "Яшин Глеб Ильич"]), [])

    def test_labels_and_values_are_no_table(self):
        facts = (["Предмет", "Алгебра"], [], ["Учитель", "Яшин Глеб Ильич"], ["Дата", "01.06.2026"])
        self.assertEqual(self.closing(*facts), [])


if __name__ == "__main__":
    unittest.main()
