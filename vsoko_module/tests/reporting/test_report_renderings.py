import csv
import io
import re
from operator import itemgetter

import openpyxl
from docx import Document
from pypdf import PdfReader

from odoo.tests import tagged

from ...tools.reports.types import REPORT_TYPES
from ..common import prints
from .report_case import ReportCase


def bare(text):
    """The text without what files write each in its own way: spaces, hyphens of a page, signs."""
    return re.sub(r"[\s\u00a0%\u2010+']", "", str(text)).replace("\u2212", "-")


def signed(cell):
    """The text of a cell on paper: before a coloured number stands the sign of its zone."""
    return f"{cell['sign']}\u00a0{cell['text']}" if cell["sign"] else cell["text"]


def number(text):
    """(number, decimals) of a shown text, None when it is no number."""
    plain = bare(text).replace(",", ".")
    if not re.fullmatch(r"-?\d+(\.\d+)?", plain):
        return None
    return float(plain), len(plain.partition(".")[2])


@tagged("post_install", "-at_install")
class TestReportRenderings(ReportCase):
    """Every type shows the same cells on the screen, in PDF, XLSX, DOCX and CSV.

    What the screen shows is the measure here; that it is right is tested by types.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        subjects = {
            "class": {"class_id": cls.class_5a.id},
            "teacher": {"teacher_id": cls.teachers[0].id},
            "subject": {"subject_id": cls.math.id},
            "association": {"association_id": cls.association.id},
            "student": {"student_id": cls.students[0].id},
            "": {},
        }
        # notes on an assessment have tests of their own
        kinds = [kind for kind in REPORT_TYPES.values() if kind.about in subjects]
        cls.reports = cls.env["vsoko.report"].browse()
        calendar_year = cls.year._make_periods("calendar_year")
        cls.year_period.action_calculate()
        periods = {
            "order_1324": calendar_year,
            "self_examination": calendar_year,
            "public_report": cls.year_period,
            "year_analysis": cls.year_period,
            "problem_analysis": cls.year_period,
            "training_results": cls.year_period,
        }
        # nobody had a course yet, which is a direction of training
        needs = cls.env["vsoko.training.need"]
        needs._refresh(cls.year)
        needs.search([]).date_from = cls.year.date_start
        for kind in kinds:
            period = periods.get(kind.code, cls.q1)
            cls.reports |= cls.report.create(
                {"type": kind.code, "period_id": period.id, **subjects[kind.about]}
            )

    def tables(self, report, show=itemgetter("text")):
        """Tables of the screen: lists of rows of texts, those without rows left out.

        :param show: the text of a cell
        """
        blocks = [
            block for part in report._get_shown_sections() for block in part._prepare_blocks()
        ]
        return [
            [[show(cell) for cell in row] for row in block["rows"]]
            for block in blocks
            if block.get("rows")
        ]

    def each(self, **options):
        for report in self.reports:
            tables = self.tables(report, **options)
            self.assertTrue(tables, report.type)
            yield report, tables

    def test_there_are_all_types_of_the_school(self):
        self.assertGreaterEqual(len(self.reports), 9)
        self.assertEqual(len(set(self.reports.mapped("type"))), len(self.reports))

    @prints
    def test_pdf(self):
        for report, tables in self.each(show=signed):
            pages = PdfReader(io.BytesIO(report._make_file("pdf"))).pages
            text = "".join(bare(page.extract_text()) for page in pages)
            for row in (row for table in tables for row in table):
                self.assertIn(bare("".join(row)), text)

    def test_docx(self):
        for report, tables in self.each(show=signed):
            paper = Document(io.BytesIO(report._make_file("docx")))
            # the head of the page and the signatures are tables too
            found = [
                [[cell.text for cell in row.cells] for row in table.rows[1:]]
                for table in paper.tables[1:-1]
            ]
            self.assertEqual(found, tables)

    def test_xlsx(self):
        for report, tables in self.each():
            book = openpyxl.load_workbook(io.BytesIO(report._make_file("xlsx")))
            sheets = [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets[1:]]
            for table in tables:
                self.assertTrue(any(self.same(rows, table) for rows in sheets), table[0])

    def same(self, rows, table):
        """Whether the sheet has the rows of the table under its title and heading."""
        found = rows[2 : 2 + len(table)]
        return len(found) == len(table) and all(
            self.same_cell(value, text)
            for row, texts in zip(found, table, strict=True)
            for value, text in zip(row[: len(texts)], texts, strict=True)
        )

    def same_cell(self, value, text):
        if isinstance(value, int | float):
            shown = number(text)
            return bool(shown) and round(value, shown[1]) == shown[0]
        return (value or "") == text

    def test_csv(self):
        for report, tables in self.each():
            text = report._make_file("csv").decode("utf-8-sig")
            lines = list(csv.reader(io.StringIO(text), delimiter=";"))[1:]
            expected = [
                (bare(row[0]), bare(cell)) for table in tables for row in table for cell in row[1:]
            ]
            self.assertEqual([(bare(line[2]), bare(line[4])) for line in lines], expected)
