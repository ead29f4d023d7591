import csv
import io
import unittest
from decimal import Decimal

from halves import HALVES, russian
from openpyxl import load_workbook
from tools.numbers import change, rounded
from tools.reports.formatting import number
from tools.writers.cells import NUMBER, Column
from tools.writers.csv_file import write_csv
from tools.writers.xlsx import XlsxWriter


class TestRounded(unittest.TestCase):
    def test_halves_go_away_from_zero(self):
        for value, digits, text in HALVES:
            with self.subTest(value=value, digits=digits):
                self.assertEqual(f"{rounded(value, digits):f}", text)

    def test_counts_and_exact_numbers(self):
        self.assertEqual(rounded(7, 1), Decimal("7.0"))
        self.assertEqual(str(rounded(Decimal("2.345"), 2)), "2.35")
        self.assertIsNone(rounded(None, 1))

    def test_change_is_the_difference_of_what_is_shown(self):
        # 69.7 and 68.2 are shown; 69.66 − 68.24 alone would say 1.4
        self.assertEqual(change(69.66, 68.24, 1), Decimal("1.5"))
        self.assertEqual(change(50.04, 49.96, 1), 0)
        self.assertIsNone(change(None, 1.0, 1))


class TestWays(unittest.TestCase):
    def test_text_of_screen_and_paper(self):
        for value, digits, text in HALVES:
            with self.subTest(value=value, digits=digits):
                self.assertEqual(number(value, digits), russian(text))

    def test_csv(self):
        for value, digits, text in HALVES:
            data = write_csv([Column("x", NUMBER, digits)], [[value]]).decode("utf-8-sig")
            with self.subTest(value=value, digits=digits):
                rows = list(csv.reader(io.StringIO(data), delimiter=";"))
                self.assertEqual(rows[1], [text.replace(".", ",")])

    def test_spreadsheet_holds_what_it_shows(self):
        """A spreadsheet rounds half away from zero by itself, but gives a small loss a sign."""
        writer = XlsxWriter()
        writer.sheet("x").table(
            [Column(str(place), NUMBER, digits) for place, (_v, digits, _t) in enumerate(HALVES)],
            [[value for value, _digits, _text in HALVES]],
        )
        book = load_workbook(io.BytesIO(writer.close()))
        row = next(book.active.iter_rows(min_row=2))
        for cell, (_value, digits, text) in zip(row, HALVES, strict=True):
            with self.subTest(text=text):
                self.assertEqual(f"{rounded(float(cell.value), digits):f}", text)
                self.assertEqual(cell.number_format.count("0"), 1 + digits)
                self.assertEqual(cell.value < 0, text.startswith("-"))
