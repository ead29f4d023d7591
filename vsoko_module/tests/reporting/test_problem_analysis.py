import io

from docx import Document

from odoo.exceptions import UserError
from odoo.tests import tagged

from .report_case import ReportCase


@tagged("post_install", "-at_install")
class TestProblemAnalysis(ReportCase):
    """The year of a school with few figures, and of one that has counted nothing."""

    def make(self, role="administration"):
        Report = self.env["vsoko.report"].with_user(self.users[role])
        return Report.with_context(lang="ru_RU").create(
            {"type": "problem_analysis", "period_id": self.year_period.id}
        )

    def given(self, report, name):
        return report.sudo().frozen["given"][name]

    def mark_the_year(self):
        """All 54 pupils with «3» of the year in both subjects: nobody has «4» or «5»."""
        self.enrol(self.class_5a, 40)
        pupils = self.class_5a | self.class_5b | self.class_9a
        pupils = pupils.enrolment_ids.student_id
        self.add_marks(
            {(pupil, one): 3 for pupil in pupils for one in (self.math, self.rus)},
            self.year_period,
        )
        self.year_period.action_calculate()

    def weak(self, report):
        rows = self.given(report, "problem_weak")["rows"]
        return {(row[0], row[1]): row for row in rows}

    def test_without_data_each_section_says_so(self):
        report = self.make()
        for code in ("state", "years", "factors", "forecasts", "actions", "training", "directions"):
            with self.subTest(code):
                section = self.section(code, report)
                self.assertTrue(section.conclusions)
                self.assertTrue(section.is_draft)
        lines = self.section("state", report).conclusions.splitlines()
        self.assertEqual(sum("не ноль" in line for line in lines), 7)
        self.assertEqual(self.given(report, "problem_weak")["rows"], [])
        self.assertNotIn("problem_chart", report.sudo().frozen["given"])
        self.assertTrue(Document(io.BytesIO(report._get_file("docx")[1])).paragraphs)

    def test_a_weak_figure_is_a_direction_until_somebody_acts(self):
        self.mark_the_year()
        report = self.make()
        name = self.indicators["quality"].name
        row = next(row for (_where, what), row in self.weak(report).items() if what == name)
        # 0 of 54 pupils: by Wilson at most 6.6 %, and the critical zone reaches to 30 %
        self.assertEqual((row[2], row[3]), (54, "0,0\u00a0%"))
        self.assertEqual(row[6], "несомненно в критической зоне")
        self.assertIn(f"«{name}» (Школа)", self.section("directions", report).conclusions)
        self.figure("quality", period=self.year_period).with_user(
            self.deputy
        ).action_take_measures()
        report.action_refresh()
        self.assertNotIn(f"«{name}» (Школа)", self.section("directions", report).conclusions)
        decisions = {
            (row[0], row[1]): row[-1] for row in self.given(report, "problem_directions")["rows"]
        }
        self.assertEqual(decisions["Школа", name], "в работе")

    def test_studies_of_the_year_are_told_with_all_tries(self):
        study = (
            self.env["vsoko.factor.study"]
            .with_user(self.deputy)
            .create({"period_id": self.q1.id, "subject_id": self.math.id})
        )
        self.assertIn("никто", self.section("factors", self.make()).conclusions.lower())
        study.action_look()
        text = self.section("factors", self.make()).conclusions
        self.assertIn("1", text)
        self.assertNotIn("никто", text.lower())

    def test_needs_are_counted_and_nobody_is_named(self):
        teacher = self.teachers[0]
        self.env["vsoko.training.need"].create(
            {"teacher_id": teacher.id, "theme": f"Беседа с {teacher.name}"}
        )
        report = self.make()
        (row,) = self.given(report, "problem_training")["rows"]
        self.assertEqual(row[1:], ["—", 1, 0])
        self.assertNotIn(teacher.name, str(report.sudo().frozen["given"]))

    def test_councils_read_it_without_what_tells_of_people(self):
        report = self.approve(self.make())
        council = report.section_ids.with_user(self.users["pedagogical_council"])
        seen = council._filtered_access("read").mapped("code")
        self.assertEqual(seen, ["state", "years", "evidence", "forecasts", "directions", "summary"])
        self.assertFalse(report.with_user(self.users["teacher"]).has_access("read"))

    def test_a_year_alone_has_one(self):
        with self.assertRaises(UserError):
            self.report.create({"type": "problem_analysis", "period_id": self.q1.id})
        with self.assertRaises(UserError):
            self.make("teacher")
