import io

import docx
import openpyxl

from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tests import tagged

from ..common import prints
from ..governance.actions.action_case import ActionCase


@tagged("post_install", "-at_install")
class TestRoadmap(ActionCase):
    """The road map on paper: each action with its measures, and only what one may read."""

    def choose(self, actions, role="director"):
        choice = self.env["vsoko.roadmap"].with_user(self.users[role])
        return choice.with_context(lang="ru_RU").create({"action_ids": actions.ids})

    def make(self):
        action = self.take(deadline="2025-12-15", target=50)
        line = {"name": "Повторение дробей", "owner_id": self.director.id, "is_done": True}
        action.measure_ids = [Command.create(line)]
        return action

    @prints
    def test_three_files_say_the_same(self):
        choice = self.choose(self.make())
        self.assertTrue(choice._get_file("pdf")[1].startswith(b"%PDF"))
        name, content = choice._get_file("docx")
        self.assertIn("дорожная-карта", name.lower().replace(" ", "-").replace("_", "-"))
        table = docx.Document(io.BytesIO(content)).tables[-1]
        words = "\n".join(cell.text for row in table.rows for cell in row.cells)
        self.assertIn("Повторение дробей", words)
        self.assertIn("15.12.2025", words)
        book = openpyxl.load_workbook(io.BytesIO(choice._get_file("xlsx")[1]))
        cells = {str(cell.value) for row in book.worksheets[-1].iter_rows() for cell in row}
        self.assertTrue(any("Повторение дробей" in text for text in cells))

    @prints
    def test_an_action_without_a_last_day_is_printed_with_a_dash(self):
        action = self.take(deadline=False)
        self.assertFalse(action.deadline)
        choice = self.choose(action)
        table = docx.Document(io.BytesIO(choice._get_file("docx")[1])).tables[-1]
        self.assertEqual(table.rows[1].cells[5].text, "—")
        book = openpyxl.load_workbook(io.BytesIO(choice._get_file("xlsx")[1]))
        self.assertIn("—", [cell.value for cell in book.worksheets[-1]["F"]])
        self.assertTrue(choice._get_file("pdf")[1].startswith(b"%PDF"))

    def test_others_do_not_get_what_they_do_not_read(self):
        hidden = self.make()
        choice = self.choose(self.env["vsoko.action"], "teacher")
        with self.assertRaises(UserError):
            choice.action_open_pdf()
        choice.sudo().action_ids = hidden
        content = choice._get_file("xlsx")[1]
        book = openpyxl.load_workbook(io.BytesIO(content))
        cells = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
        self.assertFalse([text for text in cells if "Повторение" in text])
