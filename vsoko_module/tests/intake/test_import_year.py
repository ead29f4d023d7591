import io

import openpyxl

from odoo.tests import tagged

from .common import ImportCase

NAMES = ("Бондаревский Тимур Андреевич", "Ведёркина Стефания Романовна")
CASES = "cases/07_year_ledger_exam_final"
HEAD = ("Сводная ведомость", "Класс: 9А", "Учебный год: 2025/2026")


@tagged("post_install", "-at_install")
class TestImportYear(ImportCase):
    """Marks of exams and final marks are kept beside the mark of the year, and without it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.load_base()

    def marks(self):
        found = self.env["vsoko.mark"].search([("period_id", "=", self.whole_year.id)])
        return {
            (mark.student_id.name, mark.subject_id.name): (
                mark.value,
                mark.exam_value,
                mark.final_value,
            )
            for mark in found
        }

    def algebra(self, *lines, again=()):
        """Load a ledger with lines of (period, mark) of the first pupil in algebra.

        :param again: lines of a second sheet
        """
        book = openpyxl.Workbook()
        sheets = [(book.active, lines), *([(book.create_sheet("2"), again)] if again else ())]
        for sheet, marks in sheets:
            for line in HEAD:
                sheet.append([line])
            sheet.append(["ФИО", "Период", "Алгебра"])
            for period, mark in marks:
                sheet.append([NAMES[0], period, mark])
        target = io.BytesIO()
        book.save(target)
        record = self.upload("год.xlsx", target.getvalue())
        record._load()
        return record

    def of_year(self):
        return self.env["vsoko.mark"].search(
            [
                ("period_id", "=", self.whole_year.id),
                ("student_id.name", "=", NAMES[0]),
                ("subject_id.name", "=", "Алгебра"),
            ]
        )

    def texts(self):
        return [mark._get_text() for mark in self.of_year()]

    def test_rows_of_a_year_ledger(self):
        record = self.load(f"{CASES}/C13_year_exam.xlsx")
        self.assertEqual(self.counts(record), (50, 0, 0, 0))
        self.assertFalse(record.is_partial)
        self.assertEqual(self.marks()[NAMES[0], "Русский язык"], (4, 5, 5))
        record._undo()
        self.assertFalse(self.marks())

    def test_columns_of_a_subject(self):
        record = self.load(f"{CASES}/L1_subject_quarters.xlsx")
        self.assertEqual(self.counts(record), (25, 0, 0, 0))
        self.assertEqual(self.marks()[NAMES[1], "Алгебра"], (4, 0, 4))

    def test_a_file_without_them_takes_none_away(self):
        self.load(f"{CASES}/C13_year_exam.xlsx", f"{CASES}/L1_subject_quarters.xlsx")
        self.assertEqual(self.marks()[NAMES[0], "Алгебра"][1:], (5, 4))

    def test_an_exam_without_the_year_has_a_place(self):
        record = self.algebra(("1 четверть", 4), ("Экзамен", 5))
        self.assertEqual((self.counts(record), record.is_partial), ((2, 0, 0, 0), False))
        self.assertEqual((self.of_year().status, self.of_year().value), ("no_mark", 0))
        self.assertEqual(self.texts(), ["exam 5"])
        self.assertFalse(self.env["vsoko.fact.mark"].search([("id", "=", self.of_year().id)]))
        record._undo()
        self.assertFalse(self.of_year())

    def test_the_year_that_comes_later_completes_it(self):
        self.algebra(("Экзамен", 5))
        later = self.algebra(("Год", 4), ("Итоговая", "зач"))
        self.assertEqual(self.counts(later), (0, 1, 0, 0))
        self.assertEqual(self.texts(), ["4, exam 5, final зач."])
        told = " ".join(self.messages(later, "info"))
        self.assertIn("no mark, exam 5 becomes 4, exam 5, final зач.", told)
        later._undo()
        self.assertEqual(self.texts(), ["exam 5"])

    def test_an_exam_that_comes_later_leaves_the_year(self):
        self.algebra(("Год", 4))
        later = self.algebra(("Экзамен", "осв"))
        self.assertEqual(self.texts(), ["4, exam осв."])
        self.assertFalse(self.messages(later, "warning"), "the file has no marks of the year")
        later._undo()
        self.assertEqual(self.texts(), ["4"])

    def test_two_marks_of_one_exam_are_told(self):
        record = self.algebra(("Год", 4), ("Экзамен", 5), again=[("Экзамен", 3)])
        self.assertEqual(self.texts(), ["4"])
        self.assertIn("another mark", self.messages(record, "error")[0])
        self.assertTrue(record.is_partial)
