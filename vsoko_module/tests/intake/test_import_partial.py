import io

import openpyxl

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import ImportCase

NAMES = ("Бондаревский Тимур Андреевич", "Ведёркина Стефания Романовна")
UNKNOWN = tuple(f"Неизвестнов{'а' * number} Пётр Ильич" for number in range(3))


def ledger(names, mark=4, hidden=False):
    """Bytes of a ledger of 9А with a mark for each name; also of a hidden draft beside it."""
    book = openpyxl.Workbook()
    sheets = [book.active, *([book.create_sheet("черновик")] if hidden else ())]
    for number, sheet in enumerate(sheets):
        for line in ("Сводная ведомость", "Класс: 9А", "Учебный год: 2025/2026"):
            sheet.append([line])
        sheet.append(["Период: 2 четверть" if number else "Период: 1 четверть"])
        sheet.append(["№", "ФИО", "Русский язык"])
        for place, name in enumerate(names, start=1):
            sheet.append([place, name, mark])
        sheet.sheet_state = "hidden" if number else "visible"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@tagged("post_install", "-at_install")
class TestImportPartial(ImportCase):
    """A part of a file is called a part, wherever the file is shown."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.load_base()

    def loaded(self, content, name="ведомость.xlsx", **vals):
        record = self.upload(name, content, **vals)
        record._load()
        return record

    def rows(self, record):
        return record.count_rows_loaded, record.count_rows, record.count_cells_left

    def test_one_pupil_of_four_is_a_part(self):
        record = self.loaded(ledger([NAMES[0], *UNKNOWN]))
        self.assertEqual(self.rows(record), (1, 4, 0))
        self.assertTrue(record.is_partial)
        self.assertIn("1 of 4", record.completeness)
        self.assertIn("1 of 4", record.get_progress()[0]["state_text"])
        partial = [("state", "=", "loaded"), ("is_partial", "=", True)]
        self.assertEqual(self.env["vsoko.import"].search(partial), record)

    def test_a_whole_file_is_loaded(self):
        record = self.loaded(ledger(NAMES))
        self.assertEqual((self.rows(record), record.is_partial), ((2, 2, 0), False))
        self.assertEqual(record.completeness, "Loaded")

    def test_a_cell_that_is_left_out(self):
        record = self.loaded(None, "broken/mark_out_of_range.xlsx")
        self.assertEqual(record.count_rows, record.count_rows_loaded)
        self.assertEqual((record.count_cells_left, record.is_partial), (4, True))
        self.assertIn("without 4 cells", record.completeness)

    def test_the_check_tells_before_the_load(self):
        record = self.upload("ведомость.xlsx", ledger([NAMES[0], *UNKNOWN]))
        record.action_check()
        self.assertEqual((record.state, record.is_partial), ("checked", True))
        self.assertIn("1 of 4", record.get_progress()[0]["state_text"])

    def test_rows_that_the_reader_refuses_count_too(self):
        record = self.upload("broken/bad_dates.xlsx")
        record.action_check()
        self.assertEqual(self.rows(record)[1:], (8, 0))
        self.assertTrue(record.is_partial)

    def test_names_without_marks_are_no_empty_table(self):
        record = self.upload("ведомость.xlsx", ledger(NAMES, mark=None))
        record.action_check()
        self.assertEqual((record.state, record.is_empty, record.count_error), ("checked", True, 0))
        self.assertIn("not one mark", record.issue_ids.message)
        with self.assertRaisesRegex(UserError, "not one mark"):
            record.action_load()

    def test_a_hidden_sheet_is_read_when_chosen(self):
        record = self.loaded(ledger(NAMES, hidden=True))
        self.assertEqual((self.rows(record), record.count_new), ((2, 2, 0), 2))
        self.assertIn("черновик", " ".join(self.messages(record, "warning")))
        with self.assertRaises(UserError):
            record.read_hidden = True
        both = self.loaded(ledger(NAMES, hidden=True), read_hidden=True)
        self.assertEqual((both.count_new, both.count_skipped), (2, 2))
        self.assertFalse(both.issue_ids)
