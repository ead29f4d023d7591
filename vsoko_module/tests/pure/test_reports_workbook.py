import io
import unittest

import openpyxl
from report_samples import paper
from tools.reports.workbook import workbook
from tools.translation import plain


class TestWorkbook(unittest.TestCase):
    def setUp(self):
        texts = [("Выводы", "=1+1\nВторая строка"), ("Рекомендации", "")]
        content = workbook(paper("=Раздел", texts, title="=Итоги"), plain)
        self.book = openpyxl.load_workbook(io.BytesIO(content))

    def sheet(self, start):
        return next(sheet for sheet in self.book if sheet.title.startswith(start))

    def test_each_table_has_a_sheet_and_charts_have_none(self):
        titles = self.book.sheetnames
        self.assertEqual(titles[0], "Text")
        self.assertIn("Main indicators", titles)
        self.assertNotIn("Success and quality, %", titles)
        self.assertEqual(len(titles), len({title.lower() for title in titles}))

    def test_no_cell_is_a_formula(self):
        kinds = {cell.data_type for sheet in self.book for row in sheet for cell in row}
        self.assertLessEqual(kinds, {"s", "n"})
        self.assertEqual(self.sheet("Text")["C5"].value, "=1+1\nВторая строка")

    def test_figures_are_numbers_with_units(self):
        sheet = self.sheet("Main indicators")
        self.assertEqual((sheet["B3"].value, sheet["C3"].value), (60.0, 100))
        self.assertEqual(sheet["B3"].number_format, '"◆ "#,##0.0"%"')
        self.assertEqual(sheet["F3"].number_format, "+#,##0.0;-#,##0.0;#,##0.0")

    def test_class_without_a_figure_says_so(self):
        sheet = self.sheet("Results by classes")
        row = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "=5Б")
        self.assertEqual(row[1:4], (25, 40, -12))
        self.assertEqual(row[5], "no data")
