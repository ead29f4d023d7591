import io

from psycopg2 import IntegrityError
from pypdf import PdfReader

from odoo.tests import tagged
from odoo.tools import mute_logger

from ..common import prints
from .report_case import ReportCase


@tagged("post_install", "-at_install")
class TestReportVersion(ReportCase):
    """A pupil of 5Б got «2» instead of «4» in mathematics after the report was approved.

    5Б had 4 of 4 «4» and «5» in mathematics and 8 of 8 in both subjects.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.section("summary").conclusions = "Первая строка\nВторая строка"
        cls.approved = cls.approve()
        cls.pupil = cls.pupils_of(cls.class_5b)[0]

    def correct(self):
        mark = self.env["vsoko.mark"].search(
            [("student_id", "=", self.pupil.id), ("subject_id", "=", self.math.id)]
        )
        mark.value = 2
        self.q1.action_calculate()

    def new_version(self, report=None):
        report = (report or self.approved).with_user(self.deputy).with_context(lang="ru_RU")
        return report.browse(report.action_new_version()["res_id"])

    def tables(self, report):
        return {
            table.title: [[cell.value for cell in row] for row in table.rows]
            for table in report._get_changes().tables
        }

    def test_first_version_has_nothing_to_compare_with(self):
        self.assertIsNone(self.approved._get_changes())
        self.assertFalse(self.approved.changes_html)

    def test_same_figures_and_texts(self):
        new = self.new_version()
        new.action_accept_drafts()
        self.assertEqual(new._get_changes().tables, [])
        self.assertIn("не отличаются от версии 1", str(new.changes_html))

    def test_what_changed(self):
        self.correct()
        new = self.new_version()
        self.section("summary", new).conclusions = "Первая строка\nИсправлено"
        tables = self.tables(new)
        figures = tables["Показатели, которые отличаются"]
        self.assertIn(["Качество знаний", "5Б", 100.0, 87.5, -12.5, 8, 8], figures)
        self.assertIn(["Качество знаний", "5Б, Математика", 100, 75, -25, 4, 4], figures)
        self.assertFalse([row for row in figures if row[1] == "9А"])
        self.assertEqual(
            [row[1:] for row in tables["Тексты, которые отличаются"] if "Исправлено" in row],
            [["Выводы", "Вторая строка", "Исправлено"]],
        )

    @prints
    def test_files_and_form_show_it(self):
        self.correct()
        new = self.new_version()
        pages = PdfReader(io.BytesIO(new._make_file("pdf"))).pages
        text = " ".join(" ".join(page.extract_text() for page in pages).split())
        self.assertIn("Что изменилось по сравнению с версией 1", text)
        self.assertRegex(text, r"5Б, Математика 100,0.% 75,0.% −25,0 4 4")
        self.assertIn("−12,5", str(new.changes_html))

    def test_versions_lead_to_each_other(self):
        new = self.new_version()
        self.assertEqual((new.parent_id, self.approved.correction_id), (self.approved, new))
        self.assertEqual(self.new_version(), new, "a draft of the correction is there already")
        later = self.new_version(self.approve(new))
        self.assertEqual((later.version, later.parent_id), (3, new))
        self.assertEqual(self.new_version(), later)

    def test_one_version_is_corrected_once(self):
        self.new_version()
        other = self.env["vsoko.report"].create({"period_id": self.q1.id})
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(IntegrityError),
            self.env.cr.savepoint(),
        ):
            other._store({"parent_id": self.approved.id})
            other.flush_recordset()

    def test_council_reads_the_changes_of_an_approved_version(self):
        self.correct()
        new = self.approve(self.new_version())
        council = new.with_user(self.users["pedagogical_council"])
        self.assertIn("−12,5", str(council.changes_html))
        self.assertEqual(council.parent_id.correction_id, new)

    def test_council_does_not_see_a_draft_of_a_correction(self):
        self.new_version()
        self.env.invalidate_all()
        old = self.approved.with_user(self.users["pedagogical_council"])
        self.assertFalse(old.correction_id)
