import io

import openpyxl
from docx import Document
from pypdf import PdfReader

from odoo.tests import tagged

from odoo.addons.vsoko_module.tests.common import prints

from .bonus_case import BonusCase


@tagged("post_install", "-at_install")
class TestBonusFiles(BonusCase):
    """The protocol, the order and the file for the payroll."""

    def text_of(self, what):
        name, content = self.bonus._get_file(what, "pdf")
        self.assertTrue(name.endswith(".pdf"))
        pages = PdfReader(io.BytesIO(content)).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())

    @prints
    def test_the_protocol_says_how_the_sums_come_about(self):
        self.agree()
        text = self.text_of("protocol")
        for line in self.bonus.line_ids:
            self.assertIn(line.teacher_name, text)
        self.assertIn(self.commission.name, text)
        self.assertIn("45 714,29", text.replace("\xa0", " ").replace("\u202f", " "))
        self.assertTrue(self.bonus._get_file("protocol", "docx")[1].startswith(b"PK"))

    @prints
    def test_the_protocol_of_few_people_lies_across_on_one_page(self):
        self.agree()
        (page,) = PdfReader(io.BytesIO(self.bonus._get_file("protocol", "pdf")[1])).pages
        self.assertGreater(page.mediabox.width, page.mediabox.height)
        word = Document(io.BytesIO(self.bonus._get_file("protocol", "docx")[1]))
        (section,) = word.sections
        self.assertGreater(section.page_width, section.page_height)

    @prints
    def test_the_order_has_its_sums_in_the_appendix(self):
        self.agree()
        self.bonus.action_make_order()
        draft = self.text_of("order")
        self.assertNotIn("№ 01", draft)
        order = self.bonus.sudo().order_id
        order.with_user(self.director).action_approve()
        text = self.text_of("order")
        self.assertIn(order.registered_as, text)
        self.assertIn(self.teachers[0].name, text)
        self.assertTrue(self.bonus._get_file("order", "docx")[1].startswith(b"PK"))

    def test_the_payroll_file_has_a_control_sum_of_zero(self):
        self.bonus.write({"reserve_percent": 10, "cap": 30_000})
        self.agree()
        _name, content = self.bonus._get_file("payroll", "xlsx")
        book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
        people, control = book.worksheets
        rows = [row for row in people.iter_rows(values_only=True) if row[1]]
        self.assertEqual(len(rows), 1 + 4 + 1)
        self.assertAlmostEqual(rows[-1][12], 90_000, 2)
        *_head, fund = control.iter_rows(values_only=True)
        self.assertEqual(fund[1:4], (100_000, 10_000, 0))
        self.assertEqual(fund[5], 0)
        formulas = openpyxl.load_workbook(io.BytesIO(content)).worksheets
        self.assertTrue(str(formulas[1].cell(control.max_row, 6).value).startswith("=ROUND"))
        total = formulas[0].cell(people.max_row, 13).value
        first = next(row for row in range(1, 9) if people.cell(row, 2).value == rows[1][1])
        self.assertEqual(total, f"=SUM(M{first}:M{first + 3})")
