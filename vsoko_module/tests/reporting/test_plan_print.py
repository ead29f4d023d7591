from io import BytesIO

from docx import Document
from openpyxl import load_workbook

from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from ..governance.plan.plan_case import PlanCase


@tagged("post_install", "-at_install")
class TestPlanPrint(PlanCase, HttpCase):
    """The plan in print: months by objects of assessment, and the list of all lines."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls.make_plan(
            ("2025-09-10", {"name": "Входной контроль", "class_ids": cls.class_5a.ids}),
            ("2025-09-15", {"name": "Кабинеты", "criterion_id": cls.objects[1].id}),
            ("2026-03-10", {"name": "Весенний срез", "contingent": "Учителя"}),
        )
        cancelled = cls.plan.line_ids.filtered(lambda line: line.name == "Кабинеты")
        cancelled.with_user(cls.deputy)._cancel("Ремонт")

    def tables(self, extension="xlsx"):
        _name, content = self.plan.with_context(lang="ru_RU")._get_file(extension)
        return content

    def test_each_line_is_in_the_cell_of_its_month_and_object(self):
        sheet = load_workbook(BytesIO(self.tables())).worksheets[1]
        rows = [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]
        (autumn,) = [row for row in rows if any("10.09 Входной контроль (5А)" in c for c in row)]
        (spring,) = [row for row in rows if any("Весенний срез (Учителя)" in c for c in row)]
        self.assertNotEqual(autumn, spring)
        self.assertIn("15.09 Кабинеты", "".join(autumn))
        self.assertNotIn("Кабинеты", autumn[1])

    def test_all_lines_say_what_became_of_them(self):
        sheet = load_workbook(BytesIO(self.tables())).worksheets[2]
        text = "\n".join(str(row) for row in sheet.iter_rows(values_only=True))
        self.assertIn("Ремонт", text)
        self.assertIn(self.deputy.name, text)

    def test_a_document_of_word(self):
        self.env.company.write({"city": "Лесной", "phone": "1-23-45"})
        document = Document(BytesIO(self.tables("docx")))
        text = "\n".join(cell.text for table in document.tables for cell in table._cells)
        self.assertIn("Входной контроль", text)
        self.assertIn("Лесной, тел. 1-23-45", text)

    def test_who_reads_the_plan_gets_the_file_and_nobody_else(self):
        self.authenticate("school_teacher", "school_teacher")
        for extension, status in (("xlsx", 200), ("docx", 200), ("exe", 404)):
            answer = self.url_open(f"/vsoko/plan/{self.plan.id}/{extension}")
            self.assertEqual(answer.status_code, status, extension)
        draft = self.plan.copy()
        self.env.flush_all()
        with mute_logger("odoo.http"):
            self.assertEqual(self.url_open(f"/vsoko/plan/{draft.id}/xlsx").status_code, 403)
