import csv
import io

import openpyxl
from docx import Document
from pypdf import PdfReader

from odoo.tests import tagged

from ..common import prints
from .report_case import ReportCase


@tagged("post_install", "-at_install")
class TestReportFormats(ReportCase):
    """The same frozen figures in every file, as people read them: quality by classes."""

    # 5А: mathematics 3 of 6 and Russian 6 of 6; 5Б: 4 of 4 and 4 of 4; 9А: 0 of 4 and 4 of 4
    QUALITY = {"5А": "75,0", "5Б": "100,0", "9А": "50,0"}
    # the zone of the only class that is large enough to be judged is told by its sign, too
    SIGNED = QUALITY | {"5А": "●\xa075,0"}
    TABLE = "Результаты по классам"

    @prints
    def test_pdf(self):
        pages = PdfReader(io.BytesIO(self.report._make_file("pdf"))).pages
        text = " ".join(" ".join(page.extract_text() for page in pages).split())
        for name, quality in self.SIGNED.items():
            self.assertRegex(text, rf"{name} \d+ {quality}".replace("\xa0", " "))

    def test_xlsx(self):
        book = openpyxl.load_workbook(io.BytesIO(self.report._make_file("xlsx")))
        rows = list(book[self.TABLE].iter_rows(min_row=2, values_only=True))
        column = rows[0].index("Качество знаний")
        found = {row[0]: f"{row[column]:.1f}".replace(".", ",") for row in rows[1:]}
        self.assertEqual(found, self.QUALITY)

    def test_docx(self):
        paper = Document(io.BytesIO(self.report._make_file("docx")))
        self.assertIn(self.TABLE, [paragraph.text for paragraph in paper.paragraphs])
        rows = next(
            [[cell.text for cell in row.cells] for row in table.rows]
            for table in paper.tables
            if table.cell(0, 0).text == "Класс" and table.cell(0, 2).text == "Качество знаний"
        )
        found = {row[0]: row[2].removesuffix("\xa0%") for row in rows[1:]}
        self.assertEqual(found, self.SIGNED)

    def test_csv(self):
        text = self.report._make_file("csv").decode("utf-8-sig")
        rows = csv.reader(io.StringIO(text), delimiter=";")
        found = {
            row: value
            for _section, table, row, column, value in rows
            if table == self.TABLE and column == "Качество знаний"
        }
        self.assertEqual(found, self.QUALITY)

    def test_every_kind_is_kept_at_the_approval(self):
        report = self.approve()
        kept = self.env["ir.attachment"].search(
            [("res_model", "=", "vsoko.report"), ("res_id", "=", report.id)]
        )
        extensions = sorted(name.rpartition(".")[2] for name in kept.mapped("name"))
        self.assertEqual(extensions, ["csv", "docx", "pdf", "xlsx"])
        self.assertFalse([name for name in kept.mapped("name") if "проект" in name])
