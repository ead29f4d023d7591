import base64
import io
import re

from docx import Document
from pypdf import PdfReader

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ...tools.reports.year.sections import SELF_EXAMINATION
from ..common import SchoolCase, prints
from ..portal.common import PublicationCase


@tagged("post_install", "-at_install")
class TestSelfExamination(PublicationCase):
    """The document of a calendar year, from the draft to the open page.

    The first quarter, which is approved, is the last term of the year 2025 that has figures.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.company.write({"city": "Лесной", "street": "Школьная, 1", "phone": "1-23-45"})
        cls.period = cls.year._make_periods("calendar_year")
        cls.period.action_calculate()
        cls.report = (
            cls.env["vsoko.report"]
            .with_user(cls.deputy)
            .create({"type": "self_examination", "period_id": cls.period.id})
        )

    def approve(self):
        self.period.with_user(self.director)._as_seen().action_approve()
        report = self.report.with_user(self.director)
        report.action_accept_drafts()
        report._as_seen().action_approve()
        return report

    def table(self, name, report=None):
        return (report or self.report).sudo().frozen["given"][name]

    def text(self, word):
        cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
        return "\n".join([line.text for line in word.paragraphs] + cells)

    def test_ten_assessments_the_table_and_the_summary(self):
        codes = self.report.section_ids.mapped("code")
        self.assertEqual(codes, [*SELF_EXAMINATION, "indicators", "summary"])
        rows = {row[0]["value"]: row for row in self.table("year_results")["rows"]}
        # 38 pupils: of 6 + 4 + 4 + 24 marks in mathematics 3 + 4 + 0 + 12 are «4» and «5», in
        # Russian every other pupil of each class has «4»: 19; 38 of 76 are a half
        self.assertAlmostEqual(rows["Качество знаний"][2]["value"], 50.0)
        self.assertEqual(self.table("order_1324")["rows"][1][3], "38")
        self.assertFalse(any(self.report.section_ids.mapped("names_people")))

    def test_it_tells_of_a_calendar_year_alone(self):
        with self.assertRaisesRegex(UserError, "календарный год"):
            self.report.create({"type": "self_examination", "period_id": self.q1.id})

    def test_the_page_of_title(self):
        word = Document(io.BytesIO(self.report._get_file("docx")[1]))
        left, right = word.tables[0].rows[0].cells
        self.assertIn("РАССМОТРЕНО", left.text)
        self.assertIn("УТВЕРЖДАЮ", right.text)
        texts = [line.text for line in word.paragraphs]
        self.assertIn("Лесной, Школьная, 1, тел. 1-23-45", texts[1])
        self.assertTrue(any(text.startswith("Таблица 1 – ") for text in texts))

    def test_figures_of_small_groups_are_hidden_in_the_document_itself(self):
        """One of 38 pupils left: in a school of less than fifty such a number tells of him."""
        self.q1.with_user(self.director).action_reopen()
        self.pupils_of(self.class_5v)[0].enrolment_ids.write({"date_to": "2025-10-10"})
        self.q1.action_calculate()
        self.q1.with_user(self.director)._as_seen().action_approve()
        self.report.action_refresh()
        rows = {row[0]["value"]: row for row in self.table("year_process")["rows"]}
        self.assertEqual(rows["Выбыло за период"][2]["value"], "скрыто")
        told = self.report.sudo().frozen["told"][str(self.q1.id)]
        self.assertNotIn("departed", told)
        self.assertIn("quality", told)
        inner = self.report.create({"type": "contingent", "period_id": self.q1.id})
        word = Document(io.BytesIO(self.report._get_file("docx")[1]))
        line = [cell.text for cell in self.row(word, "Выбыло за период")]
        self.assertEqual((line[1], line[2]), ("—", "скрыто"))
        self.assertNotIn("Выбыло за период:", self.text(word))
        inner = inner.sudo().frozen["figures"]["school"]["departed"]
        self.assertEqual(inner["value"], 1)
        self.period.action_calculate()
        self.approve().action_publish_openly()
        files = self.env["vsoko.publication"].search([("report_id", "=", self.report.id)]).file_ids
        by_kind = {file.name.rpartition(".")[2]: base64.b64decode(file.content) for file in files}
        published = Document(io.BytesIO(by_kind["docx"]))
        self.assertEqual([cell.text for cell in self.row(published, "Выбыло за период")], line)

    @prints
    def test_the_printed_page_hides_the_same_and_has_contents(self):
        self.q1.with_user(self.director).action_reopen()
        self.pupils_of(self.class_5v)[0].enrolment_ids.write({"date_to": "2025-10-10"})
        self.q1.action_calculate()
        self.report.action_refresh()
        pages = PdfReader(io.BytesIO(self.report._get_file("pdf")[1])).pages
        texts = [page.extract_text() for page in pages]
        self.assertIn("РАССМОТРЕНО", texts[0])
        self.assertIn("УТВЕРЖДАЮ", texts[0])
        self.assertIn("Содержание", texts[1])
        self.assertIn("Таблица 1 – ", "".join(texts))
        whole = re.sub(r"\s", "", "".join(texts))
        self.assertIn("Выбылозапериод—скрыто", whole)

    def row(self, word, name):
        rows = (row for table in word.tables for row in table.rows)
        return next(row.cells for row in rows if row.cells[0].text == name)

    def test_one_click_to_the_open_page(self):
        report = self.approve()
        action = report.action_publish_openly()
        publication = self.env["vsoko.publication"].search([("report_id", "=", report.id)])
        self.assertEqual(action["url"], f"/vsoko/{publication.id}")
        self.assertEqual((publication.state, publication.audience), ("approved", "public"))
        self.assertEqual(report.state, "published")
        kinds = sorted(name.rpartition(".")[2] for name in publication.file_ids.mapped("name"))
        self.assertLessEqual({"docx", "pdf"}, set(kinds))
        self.assertEqual(report.action_publish_openly()["url"], action["url"])

    def test_who_publishes_and_when(self):
        with self.assertRaises(AccessError):
            self.report.action_publish_openly()
        with self.assertRaisesRegex(UserError, "утвердите|Утвердите"):
            self.report.with_user(self.director).action_publish_openly()

    def test_figures_that_are_not_approved_are_not_published(self):
        report = self.approve()
        report.sudo()._store(
            {"frozen": {**report.sudo().frozen, "told": {str(self.q2.id): ["quality"]}}}
        )
        with self.assertRaisesRegex(UserError, "не утвержден"):
            report.action_publish_openly()


@tagged("post_install", "-at_install")
class TestDocumentsWithoutData(SchoolCase):
    """A school that has counted nothing gets its documents, and they say so."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        periods = {
            "self_examination": cls.year._make_periods("calendar_year"),
            "public_report": cls.year_period,
            "year_analysis": cls.year_period,
            "problem_analysis": cls.year_period,
        }
        Report = cls.env["vsoko.report"].with_user(cls.users["administration"])
        Report = Report.with_context(lang="ru_RU")
        cls.reports = {
            kind: Report.create({"type": kind, "period_id": period.id})
            for kind, period in periods.items()
        }

    def test_each_section_says_that_nothing_is_known(self):
        for kind in ("self_examination", "public_report"):
            report = self.reports[kind]
            staff = report.section_ids.filtered(lambda one: one.code in ("staff", "conditions"))
            with self.subTest(kind):
                self.assertIn("это не ноль", staff.conclusions)
                self.assertIn("нет данных", str(staff.figures_html).lower())

    def test_rows_of_the_order_without_data(self):
        table = self.reports["self_examination"].sudo().frozen["given"]["order_1324"]
        values = {row[3] for row in table["rows"] if row[2]}
        self.assertEqual(values, {"нет данных"})

    def test_documents_of_word_open(self):
        for kind, report in self.reports.items():
            with self.subTest(kind):
                word = Document(io.BytesIO(report._get_file("docx")[1]))
                texts = [line.text for line in word.paragraphs if line.style.name == "Heading 1"]
                shown = report.section_ids.filtered(lambda one: one._has_content())
                names = [text.partition(". ")[2] for text in texts]
                self.assertEqual(names, shown.mapped("name"))
