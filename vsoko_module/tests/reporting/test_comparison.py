import io

import openpyxl

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from ..common import prints
from ..indicators.common import FiguresCase


@tagged("post_install", "-at_install")
class TestComparison(FiguresCase):
    """Classes and periods side by side; in mathematics 5А has 3 of 6 «4–5», 5Б 4 of 4, 9А none of
    4; in Russian everybody has «4»."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        (cls.q1 | cls.q2).action_calculate()

    def compare(self, role="administration", **vals):
        choice = self.env["vsoko.comparison"].with_user(self.users[role])
        return choice.with_context(lang="ru_RU").create({"period_id": self.q1.id, **vals})

    def both(self, role="administration", **vals):
        one = {"class_id": self.class_5a.id, "other_class_id": self.class_5b.id}
        return self.compare(role, other_period_id=self.q1.id, **{**one, **vals})

    def cells(self, choice):
        book = openpyxl.load_workbook(io.BytesIO(choice._get_file("xlsx")[1]))
        return [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]

    def test_two_classes_of_one_period(self):
        choice = self.both()
        self.assertFalse(choice.reason)
        row = next(row for row in self.cells(choice) if row[0] == "Качество знаний")
        # 9 of 12 marks and 8 of 8
        self.assertAlmostEqual(row[1], 75.0)
        self.assertAlmostEqual(row[3], 100.0)
        self.assertEqual(row[-1], "в пределах случайного")
        self.assertIn("5А", choice.table_html)

    def test_a_cell_opens_its_figure_on_the_page_alone(self):
        choice = self.both()
        quality = {
            side.id: self.figure("quality", "class", class_id=side.id)
            for side in (self.class_5a, self.class_5b)
        }
        for figure in quality.values():
            self.assertIn(f'href="/odoo/vsoko-values/{figure.id}"', choice.table_html)
        action = self.env.ref("vsoko_module.vsoko_indicator_value_action")
        self.assertEqual(action.path, "vsoko-values")
        parts = self.env["vsoko.paper"]._get_parts(choice._get_paper())
        printed = self.env["ir.qweb"]._render(
            "vsoko_module.report_vsoko_blocks", {"blocks": parts[0]["blocks"]}
        )
        self.assertIn("75,0", printed)
        self.assertNotIn("<a", printed)

    def test_subject_by_subject(self):
        row = next(row for row in self.cells(self.both()) if row[0] == self.math.name)
        self.assertAlmostEqual(row[1], 50.0)
        self.assertAlmostEqual(row[3], 100.0)

    def test_the_school_with_the_term_before(self):
        choice = self.compare(period_id=self.q2.id)
        self.assertEqual(choice.other_period_id, self.q1)
        self.assertFalse(choice.reason)
        row = next(row for row in self.cells(choice) if row[0] == "Качество знаний")
        self.assertEqual(row[-1], "не сравнивается: нет данных")

    def test_a_page_without_a_period_asks_for_two(self):
        choice = self.env["vsoko.comparison"].with_user(self.users["administration"])
        form = Form(choice.with_context(lang="ru_RU"))
        form.period_id = self.env["vsoko.period"]
        self.assertFalse(form.other_period_id)
        self.assertIn("два периода", form.reason)

    def test_what_cannot_be_compared_says_so(self):
        same = self.both(other_class_id=self.class_5a.id)
        self.assertIn("одинаковы", same.reason)
        self.assertFalse(same.table_html)
        with self.assertRaises(UserError):
            same.action_open_pdf()
        lone = self.compare(other_period_id=self.q1.id, other_class_id=self.class_5b.id)
        self.assertIn("оба класса", lone.reason)

    def test_teacher_compares_what_is_own(self):
        # leads mathematics in 5А and 9А and is the class teacher of 5А; 5Б is another's
        names = {str(row[0]) for row in self.cells(self.both("teacher"))}
        self.assertIn("Качество знаний", names)
        rows = [row for row in self.cells(self.both("teacher")) if row[0] == "Качество знаний"]
        self.assertEqual(rows[0][3], "нет данных")
        self.assertEqual(rows[0][-1], "не сравнивается: нет данных")
        with self.assertRaises(AccessError):
            self.compare("specialist")

    @prints
    def test_print(self):
        name, content = self.both()._get_file("pdf")
        self.assertTrue(content.startswith(b"%PDF"))
        self.assertIn("5А", name)
        self.assertTrue(self.both()._get_file("docx")[1].startswith(b"PK"))
