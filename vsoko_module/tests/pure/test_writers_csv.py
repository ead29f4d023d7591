import csv
import datetime
import io
import unittest

from tools.writers.cells import DATE, INTEGER, PERCENT, Column
from tools.writers.csv_file import write_csv


def read(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


class TestCsv(unittest.TestCase):
    def test_texts_and_headings_are_neutralised(self):
        for text in ("=1+1", "+7", "-x", "@a", "\tx", "\rx", "\nx"):
            with self.subTest(text):
                self.assertEqual(read(write_csv([Column(text)], [[text]])), [["'" + text]] * 2)

    def test_ordinary_text_is_untouched(self):
        rows = read(write_csv([Column("Класс")], [["5А; «б»"], ['a"b'], ["a=b"]]))
        self.assertEqual(rows, [["Класс"], ["5А; «б»"], ['a"b'], ["a=b"]])

    def test_values(self):
        columns = [Column("n", INTEGER), Column("%", PERCENT, 2), Column("d", DATE), Column("t")]
        content = write_csv(
            columns, [(-3, -66.666, datetime.date(2026, 1, 9), None)], missing="нет данных"
        )
        self.assertEqual(read(content)[1], ["-3", "-66,67", "09.01.2026", "нет данных"])
        self.assertTrue(content.startswith(b"\xef\xbb\xbf"))
