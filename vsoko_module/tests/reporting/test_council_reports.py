import io

from pypdf import PdfReader

from odoo.tests import tagged

from ..common import prints
from ..portal.common import PublicationCase
from .report_case import ReportCase


@tagged("post_install", "-at_install")
class TestCouncilReports(ReportCase):
    """The school on one page and the slides, of the first quarter.

    The marks are those of `FiguresCase`.
    """

    def make(self, kind):
        return self.report.create({"type": kind, "period_id": self.q1.id})

    def pages(self, report):
        return PdfReader(io.BytesIO(report._get_file("pdf")[1])).pages

    def given(self, report, name):
        return report.sudo().frozen["given"][name]

    def test_every_object_has_a_zone_or_says_why_not(self):
        rows = self.given(self.make("school_page"), "council_objects")["rows"]
        self.assertEqual(len(rows), 7)
        results = rows[0]
        # of 28 marks one «н/а» and two «2»
        self.assertIn("Усп. 89,3\u00a0%", results[2])
        self.assertTrue(results[1]["value"].startswith("■"))
        health = rows[6]
        self.assertEqual(health[1], "—")
        self.assertIn("Нет данных", health[2])

    def test_decisions_name_no_class_and_no_words_of_people(self):
        action = self.env["vsoko.action"].create(
            {
                "name": "Петров не сдал",
                "period_id": self.q1.id,
                "class_id": self.class_5a.id,
            }
        )
        report = self.make("council_slides")
        table = self.given(report, "council_decisions")
        self.assertEqual(table["rows"], [])
        self.assertNotIn(action.name, str(report.sudo().frozen))
        self.assertIn("1", table["sentences"][0])

    @prints
    def test_one_page_is_one(self):
        pages = self.pages(self.make("school_page"))
        self.assertEqual(len(pages), 1)
        self.assertIn("Почему", pages[0].extract_text())

    @prints
    def test_a_slide_for_each_section_lies_across(self):
        report = self.make("council_slides")
        pages = self.pages(report)
        self.assertEqual(len(pages), 1 + len(report._get_shown_sections()))
        box = pages[1].mediabox
        self.assertGreater(box.width, box.height)

    def test_the_press_of_the_period(self):
        action = self.q1.with_user(self.deputy).action_make_slides()
        report = self.env["vsoko.report"].browse(action["res_id"])
        self.assertEqual((report.type, report.for_outside), ("council_slides", True))
        action = self.q1.with_user(self.deputy).action_make_school_page()
        self.assertEqual(self.env["vsoko.report"].browse(action["res_id"]).type, "school_page")


@tagged("post_install", "-at_install")
class TestCouncilReportsOutside(PublicationCase):
    """Thirty-eight pupils, of whom one left: such a number tells of him."""

    def test_figures_of_small_groups_are_hidden(self):
        self.q1.with_user(self.director).action_reopen()
        self.pupils_of(self.class_5v)[0].enrolment_ids.write({"date_to": "2025-10-10"})
        self.q1.action_calculate()
        report = (
            self.env["vsoko.report"]
            .with_user(self.deputy)
            .create({"type": "council_slides", "period_id": self.q1.id})
        )
        told = report.sudo().frozen["told"][str(self.q1.id)]
        self.assertNotIn("departed", told)
        self.assertIn("quality", told)
        self.assertFalse(any(report.section_ids.mapped("names_people")))
