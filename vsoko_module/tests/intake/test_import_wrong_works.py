import io

import openpyxl

from odoo.tests import tagged

from .common import SAMPLES, ImportCase

TEST = "tests/test_01_MATH_5A.xlsx"
# the same class, without a column of classes
TITLED = "tests/test_03_MATH_5A.xlsx"
F1, CODES = "vpr/vpr_MATH_4_f1.xlsx", "vpr/vpr_MATH_4_codes.xlsx"
NAME = 2


@tagged("post_install", "-at_install")
class TestImportWrongWorks(ImportCase):
    """Files of works with which something is wrong: nothing is guessed, the preview says it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.load_base()

    def check(self, path, edit=lambda book: None, **vals):
        book = openpyxl.load_workbook(SAMPLES / path)
        edit(book)
        target = io.BytesIO()
        book.save(target)
        record = self.upload(path, target.getvalue(), **vals)
        record.action_check()
        return record

    def told(self, record, severity):
        return record.issue_ids.filtered(lambda one: one.severity == severity)

    def with_fact(self, label, value):
        def edit(book):
            for row in book["Информация"].iter_rows():
                if row[0].value == label:
                    row[1].value = value

        return edit

    def test_a_pupil_in_two_rows(self):
        def edit(book):
            sheet = book["Сбор информации"]
            sheet.cell(5, NAME).value = sheet.cell(4, NAME).value

        record = self.check(TEST, edit)
        self.assertEqual(self.told(record, "error").mapped("row"), [4, 5])
        self.assertEqual(record.count_new, 15)
        self.assertFalse(record.is_empty)
        record.action_load()
        self.assertEqual(self.env["vsoko.result"].search_count([]), 15)

    def test_the_class_of_others(self):
        record = self.check(TITLED, self.with_fact("Класс", "6А"))
        self.assertEqual((record.count_new, record.count_error), (0, 18))
        self.assertIn("5А", self.told(record, "error")[0].message)
        self.assertIn("18", self.told(record, "warning").message)

    def test_an_unknown_subject_loads_nothing(self):
        self.load(TEST)
        record = self.check(TEST, self.with_fact("Предмет", "Драконоведение"))
        self.assertEqual(self.counts(record), (0, 0, 0, 1))
        self.assertTrue(record.is_empty)
        self.assertEqual(record.issue_ids.text, "Драконоведение")

    def test_a_date_outside_the_year(self):
        record = self.check(TEST, self.with_fact("Дата", "12.12.2024"))
        self.assertEqual(self.counts(record), (0, 0, 0, 1))
        self.assertIn("12.12.2024", record.issue_ids.message)

    def test_the_preview_says_where_the_results_go(self):
        first = self.check(TEST)
        self.assertIn("17.09.2025", self.told(first, "info").message)
        self.load(TEST)
        work = self.env["vsoko.assessment"].search([])
        self.assertIn(work.name, self.told(self.check(TEST), "info").message)

        def add_point(book):
            book["Сбор информации"].cell(3, 6).value = 2

        other = self.check(TEST, add_point)
        self.assertIn(work.name, self.told(other, "warning")[0].message)
        self.assertEqual((other.count_new, other.count_changed), (17, 0))

    def test_nobody_is_absent_because_of_a_wrong_code(self):
        self.load(CODES)

        def edit(book):
            cell = next(
                cell
                for row in book.worksheets[0].iter_rows(min_row=10)
                for cell in row
                if str(cell.value).startswith("4000")
            )
            cell.value = "99999"

        right, wrong = self.check(F1), self.check(F1, edit)
        self.assertEqual((right.count_new, right.count_error), (20, 0))
        self.assertEqual(self.told(wrong, "error").text, "99999")
        wrong.action_load()
        loaded = self.env["vsoko.result"].search([("import_id", "=", wrong.id)])
        self.assertEqual(set(loaded.mapped("attendance")), {"present"})
