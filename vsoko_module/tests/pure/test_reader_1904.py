import io
import unittest
import zipfile
from datetime import date

import xlsxwriter
import xlwt
from reader_samples import SAMPLES
from tools.readers import read
from tools.readers.sniff import read_sheets

TODAY = date(2026, 6, 1)
BORN, DAY = date(2014, 3, 4), date(2026, 4, 15)
WORK = "tests/test_01_MATH_5A.xlsx"


def number(day, first):
    """The number of a day in a workbook whose day 0 is ``first``."""
    return (day - first).days


def book(*sheets, mac=True):
    """Bytes of a workbook; a date has the format of one, a number is a bare number."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "date_1904": mac}) as file:
        shown = file.add_format({"num_format": "dd.mm.yyyy"})
        for name, rows in sheets:
            sheet = file.add_worksheet(name)
            for place, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, date):
                        sheet.write_datetime(place, column, cell, shown)
                    elif cell != "":
                        sheet.write(place, column, cell)
    return target.getvalue()


def spelled(content, old, new):
    """The workbook with another text in its main part."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as file:
        for name in source.namelist():
            part = source.read(name)
            file.writestr(name, part.replace(old, new) if name == "xl/workbook.xml" else part)
    return target.getvalue()


class TestDatesOf1904(unittest.TestCase):
    """Days of a workbook of 1904 are those that its author sees, as dates and as bare numbers."""

    MAC, USUAL = date(1904, 1, 1), date(1899, 12, 30)

    def contingent(self, *births, **options):
        rows = [
            [place, f"Иванов{'абвг'[place]} Пётр Ильич", day, "м", "5Б"]
            for place, day in enumerate(births)
        ]
        heading = ["№", "ФИО", "Дата рождения", "Пол", "Класс"]
        return book(("Список", [heading, *rows]), **options)

    def births(self, content):
        extract = read(content, "list.xlsx", today=TODAY)
        self.assertFalse(extract.problems)
        return [row.birthdate for row in extract.rows]

    def test_dates_and_numbers_of_a_list(self):
        content = self.contingent(BORN, number(BORN, self.MAC), "04.03.2014")
        self.assertEqual(self.births(content), [BORN] * 3)
        usual = self.contingent(BORN, number(BORN, self.USUAL), mac=False)
        self.assertEqual(self.births(usual), [BORN] * 2)

    def test_spellings_of_the_switch(self):
        content = self.contingent(number(BORN, self.MAC))
        for new, day in (
            (b'date1904="true"', BORN),
            (b"date1904 = '1'", BORN),
            (b'date1904="0"', BORN.replace(year=2010, day=3)),
        ):
            with self.subTest(new):
                changed = spelled(content, b'date1904="1"', new)
                self.assertNotEqual(changed, content)
                self.assertEqual(self.births(changed), [day])

    def test_a_number_that_is_no_day_of_a_school_is_named(self):
        extract = read(self.contingent(5, 99_000), "list.xlsx", today=TODAY)
        self.assertEqual([p.code for p in extract.problems], ["bad_date"] * 2)
        self.assertEqual([p.row for p in extract.problems], [2, 3])

    def test_birth_dates_of_a_ledger(self):
        rows = [
            ["Сводная ведомость"],
            ["Класс: 5Б"],
            ["Учебный год: 2025/2026"],
            ["Период: 1 четверть"],
            ["№", "ФИО", "Дата рождения", "Алгебра"],
            [1, "Иванов Пётр Ильич", number(BORN, self.MAC), 5],
            [2, "Петров Пётр Ильич", BORN, 4],
        ]
        extract = read(book(("Лист", rows)), "ledger.xlsx", today=TODAY)
        self.assertEqual([mark.birthdate for mark in extract.rows], [BORN, BORN])

    def test_the_day_of_a_work(self):
        sheets = read_sheets((SAMPLES / WORK).read_bytes())
        for day in (DAY, number(DAY, self.MAC)):
            changed = [(sheet.name, [_dated(row, day) for row in sheet.rows]) for sheet in sheets]
            with self.subTest(day):
                extract = read(book(*changed), "work.xlsx", today=TODAY)
                self.assertEqual(extract.details.day, DAY)

    def test_an_old_workbook(self):
        for mac, first in ((True, self.MAC), (False, self.USUAL)):
            file = xlwt.Workbook()
            file.dates_1904 = mac
            sheet = file.add_sheet("Список")
            shown = xlwt.easyxf(num_format_str="dd.mm.yyyy")
            rows = [["№", "ФИО", "Дата рождения", "Пол", "Класс"]]
            for place, born in enumerate((BORN, number(BORN, first))):
                rows.append([place, f"Иванов{'абвг'[place]} Пётр Ильич", born, "м", "5Б"])
            for place, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write(place, column, cell, *([shown] if cell == BORN else ()))
            target = io.BytesIO()
            file.save(target)
            extract = read(target.getvalue(), "list.xls", today=TODAY)
            with self.subTest(mac=mac):
                self.assertEqual([row.birthdate for row in extract.rows], [BORN, BORN])


def _dated(row, day):
    return [row[0], day, *row[2:]] if row[:1] == ["Дата"] else row
