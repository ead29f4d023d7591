import base64
import io

import openpyxl

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..evidence.statistics_case import StatisticsCase


@tagged("post_install", "-at_install")
class TestImportDataForm(StatisticsCase):
    """The table of a form: downloaded, filled in, shown on its page or loaded, taken back."""

    def setUp(self):
        super().setUp()
        self.admin_form = self.form.with_user(self.deputy)
        self.form.sudo().checker_id = False

    def page(self, form=None):
        _name, content = (form or self.form)._build_template()
        self.book = openpyxl.load_workbook(io.BytesIO(content))
        page = self.book.worksheets[0]
        self.head = next(
            row for row in page.iter_rows() if any(cell.value == "Ячейка" for cell in row)
        )
        self.columns = {cell.value: cell.column for cell in self.head}
        return page

    def put(self, page, key, **cells):
        """Write into the row of a cell: ``value``, ``reason``, ``comment``."""
        labels = {
            "value": "Значение",
            "reason": "Почему нет значения",
            "comment": "Комментарий",
        }
        row = next(
            row[0].row
            for row in page.iter_rows(min_row=self.head[0].row + 1)
            if row[self.columns["Ячейка"] - 1].value == key
        )
        for name, value in cells.items():
            page.cell(row, self.columns[labels[name]]).value = value

    def content(self):
        target = io.BytesIO()
        self.book.save(target)
        return base64.b64encode(target.getvalue())

    def upload(self):
        vals = {"name": "form.xlsx", "file": self.content()}
        return self.env["vsoko.import"].with_user(self.deputy).create(vals)

    def stored(self):
        return {
            (value.element_id.code, value.class_id.name or ""): value.shown
            for value in self.form.value_ids
        }

    def fill_table(self):
        page = self.page()
        self.put(page, "t_copies school", value=100, comment="по инвентарной книге")
        self.put(page, "t_events school", value=0)
        self.put(page, "t_answer school", value="да")
        self.put(page, f"t_pupils class:{self.class_5a.id}", value=3)
        self.put(page, f"t_pupils class:{self.class_5b.id}", reason="не измерялось")

    def test_filled_in_loaded_and_taken_back(self):
        self.fill_table()
        record = self.upload()
        record.action_check()
        self.assertEqual((record.layout, record.count_new, record.count_error), ("data_form", 5, 0))
        self.assertFalse(self.form.value_ids)
        record.action_load()
        self.assertEqual((self.form.filled, self.form.excused), (4, 1))
        self.assertEqual(self.stored()["t_events", ""], "0")
        value = self.form.value_ids.filtered(lambda one: one.element_id == self.copies)
        self.assertEqual((value.comment, value.sudo().import_id), ("по инвентарной книге", record))
        record.action_undo()
        self.assertEqual((len(self.form.value_ids), self.form.filled), (0, 0))

    def test_round_trip_changes_nothing(self):
        self.fill()
        before = self.stored()
        self.page()
        record = self.upload()
        record.action_check()
        counts = record.count_new, record.count_changed, record.count_skipped, record.count_error
        self.assertEqual(counts, (0, 0, 5, 0))
        self.assertEqual(self.stored(), before)

    def test_a_change_is_taken_back_to_what_was(self):
        self.fill()
        page = self.page()
        self.put(page, "t_copies school", value=120)
        record = self.upload()
        record.action_check()
        self.assertEqual((record.count_changed, record.count_skipped), (1, 4))
        record.action_load()
        self.assertEqual(self.stored()["t_copies", ""], "120")
        record.action_undo()
        self.assertEqual(self.stored()["t_copies", ""], "100")

    def test_an_answer_is_one_however_it_is_written(self):
        for number, word in enumerate(("да", " ДА.", "Yes", "+")):
            page = self.page()
            self.put(page, "t_answer school", value=word)
            record = self.upload()
            record.action_check()
            self.assertEqual((record.count_error, record.count_new, record.count_skipped),
                             (0, int(not number), int(bool(number))), word)  # fmt: skip
            if not number:
                record.action_load()
        self.save(self.row(self.answer, "Нет"))
        value = self.form.value_ids
        self.assertEqual((value.value_number, value._get_entry_text()), (0, "0"))

    def test_wrong_cells_are_named_and_the_rest_is_loaded(self):
        page = self.page()
        self.put(page, "t_copies school", value="сто")
        self.put(page, "t_events school", value=-1)
        self.put(page, "t_answer school", value="может быть")
        self.put(page, f"t_pupils class:{self.class_5a.id}", value=3)
        record = self.upload()
        record.action_check()
        self.assertEqual((record.count_error, record.count_new), (3, 1))
        messages = "\n".join(record.issue_ids.mapped("message"))
        for text in ("сто", "-1", "может быть"):
            self.assertIn(text, messages.replace("−", "-"))

    def test_hostile_text_is_no_formula(self):
        self.copies.name = "=cmd|' /C calc'!A0"
        self.save(self.row(self.copies, 5, comment="=1+1"))
        page = self.page()
        cells = [cell for row in page.iter_rows() for cell in row]
        self.assertFalse([cell for cell in cells if cell.data_type == "f"])
        self.assertTrue([cell for cell in cells if cell.value == "=1+1"])

    def test_who_fills_in_sees_the_file_on_the_page(self):
        self.fill_table()
        answer = self.form.read_entry_file("form.xlsx", self.content().decode())
        self.assertEqual((len(answer["values"]), answer["problems"]), (5, []))
        self.assertFalse(self.form.value_ids)
        later = self.form_of(self.q2).with_user(self.specialist)
        with self.assertRaises(UserError):
            later.read_entry_file("form.xlsx", self.content().decode())
        stranger = self.form.with_user(self.stranger("specialist"))
        with self.assertRaises(AccessError):
            stranger.read_entry_file("form.xlsx", self.content().decode())
