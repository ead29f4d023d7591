import io
import unittest
from datetime import date

from openpyxl import load_workbook
from tools.readers import read
from tools.writers.data_form import data_form

TODAY = date(2026, 6, 1)


def line(key, kind="integer", value=None, digits=0, **more):
    told = {"section": "1", "name": "Книги", "member": "", "previous": None}
    return {**told, "key": key, "kind": kind, "value": value, "digits": digits, **more}


def table(*rows):
    return data_form(17, "Библиотека", "2025/2026", list(rows))


class TestDataForm(unittest.TestCase):
    def test_what_is_written_comes_back(self):
        extract = read(
            table(
                line("books", value=1200, comment="с учебниками"),
                line("share", "percent", 12.5, 1),
                line("opened", "date", date(2025, 9, 1)),
                line("name", "text", "Зал № 1"),
                line("lent", value=0),
                line("discs", reason="не применимо"),
                line("films"),
            ),
            today=TODAY,
        )
        self.assertEqual((extract.layout, extract.details.number), ("data_form", 17))
        self.assertEqual(
            [(row.key, row.value, row.reason, row.comment) for row in extract.rows],
            [
                ("books", "1200", "", "с учебниками"),
                ("share", "12.5", "", ""),
                ("opened", "2025-09-01", "", ""),
                ("name", "Зал № 1", "", ""),
                ("lent", "0", "", ""),
                ("discs", "", "not_applicable", ""),
            ],
        )
        self.assertEqual(extract.problems, ())

    def test_only_what_people_fill_in_is_open(self):
        sheet = load_workbook(io.BytesIO(table(line("books", value=1)))).active
        heading = next(row for row in sheet.iter_rows() if row[0].value == "Ячейка")
        cells = sheet[heading[0].row + 1]
        is_open = {
            title.value: not cell.protection.locked
            for title, cell in zip(heading, cells, strict=True)
        }
        self.assertTrue(sheet.protection.sheet)
        self.assertEqual(
            [title for title in is_open if is_open[title]],
            ["Значение", "Почему нет значения", "Комментарий"],
        )

    def test_a_number_is_shown_with_its_digits(self):
        sheet = load_workbook(io.BytesIO(table(line("a", "number", 2.5, 2), line("b")))).active
        row = next(row for row in sheet.iter_rows() if row[0].value == "a")
        self.assertEqual((row[5].value, row[5].number_format), (2.5, "#,##0.00"))

    def test_reasons_are_chosen_from_a_list(self):
        sheet = load_workbook(io.BytesIO(table(line("a")))).active
        (choice,) = sheet.data_validations.dataValidation
        for reason in ("не применимо", "нет источника", "не измерялось", "отказ"):
            self.assertIn(reason, choice.formula1)
