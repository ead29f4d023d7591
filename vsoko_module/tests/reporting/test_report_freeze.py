from odoo.exceptions import UserError
from odoo.tests import tagged

from .report_case import ReportCase


@tagged("post_install", "-at_install")
class TestReportFreeze(ReportCase):
    """What a report shows is taken once; numbers by hand from the marks of `FiguresCase`.

    Mathematics: 7 of 14 have «4» and «5»; Russian: 14 of 14; together 21 of 28.
    """

    def figure_of(self, cell, code, report=None):
        return (report or self.report).figures["figures"][cell][code]

    def test_figures_of_every_breakdown(self):
        subject = f"subject:{self.math.id}"
        pair = f"class_subject:{self.class_5a.id}:{self.math.id}"
        self.assertAlmostEqual(self.figure_of("school", "quality")["value"], 75.0)
        self.assertEqual(self.figure_of("school", "quality")["n"], 28)
        self.assertAlmostEqual(self.figure_of(subject, "quality")["value"], 50.0)
        self.assertAlmostEqual(self.figure_of(pair, "quality")["value"], 50.0)
        self.assertAlmostEqual(self.figure_of("level:ooo", "pupils_failing")["numerator"], 3)

    def test_no_previous_period_is_no_change_rather_than_zero(self):
        figure = self.figure_of("school", "quality")
        self.assertFalse({"previous", "delta", "last_year", "last_year_delta"} & figure.keys())

    def test_change_to_the_previous_period(self):
        for pupil in self.students:
            self.add_marks({(pupil, self.math): 4, (pupil, self.rus): 4}, self.q2)
        self.q2.action_calculate()
        report = self.env["vsoko.report"].create({"period_id": self.q2.id})
        figure = self.figure_of("school", "quality", report)
        self.assertAlmostEqual(figure["previous"], 75.0)
        self.assertAlmostEqual(figure["delta"], 25.0)

    def test_report_stays_when_marks_change(self):
        before = self.report.figures
        self.marks.write({"value": 2, "status": "graded"})
        self.q1.action_calculate()
        self.env.invalidate_all()
        self.assertEqual(self.figure("quality").value, 0.0)
        self.assertEqual(self.report.figures, before)
        self.assertIn("75,0", self.section("school").conclusions)

    def test_taking_anew_keeps_what_people_wrote(self):
        self.section("classes").conclusions = "Наш вывод"
        school = self.section("school")
        school.recommendations = "Наша рекомендация"
        school.action_accept()
        self.marks.write({"value": 2, "status": "graded"})
        self.q1.action_calculate()
        self.report.action_refresh()
        self.assertAlmostEqual(self.figure_of("school", "quality")["value"], 0.0)
        self.assertEqual(self.section("classes").conclusions, "Наш вывод")
        self.assertEqual(school.recommendations, "Наша рекомендация")
        self.assertNotIn("75,0", school.conclusions)
        self.assertTrue(school.is_draft, "an accepted text about other figures waits anew")

    def test_taking_the_same_figures_anew_leaves_what_is_accepted(self):
        self.report.action_accept_drafts()
        self.report.action_refresh()
        self.assertFalse(self.report.draft_section_count)

    def test_text_of_people_is_never_markup(self):
        self.class_5a.letter = "<script>alert(1)</script>"
        self.report.action_refresh()
        html = str(self.section("classes").figures_html)
        self.assertNotIn("<script>alert", html)
        self.assertIn("&lt;script&gt;alert", html)

    def test_names_of_pupils_are_not_in_a_report(self):
        self.assertNotIn("Ученик", str(self.report.figures))
        self.assertNotIn("student", str(self.report.figures["order"]))

    def test_period_without_figures(self):
        with self.assertRaises(UserError):
            self.q3.with_user(self.deputy).action_make_report()
        report = self.env["vsoko.report"].create({"period_id": self.q3.id})
        self.assertEqual(report.figures["figures"], {})
        self.assertTrue(report._make_file("xlsx"))

    def test_button_of_the_period_opens_one_report_whatever_its_state(self):
        def click():
            return self.q1.with_user(self.deputy).action_make_report()["res_id"]

        self.assertEqual(click(), self.report.id)
        self.approve()
        self.assertEqual(click(), self.report.id)
        correction = self.report.with_user(self.deputy).action_new_version()["res_id"]
        self.assertEqual(click(), correction)

    def test_drafts_are_marked_until_a_person_takes_them(self):
        section = self.section("school")
        self.assertTrue(section.is_draft)
        section.conclusions = section.conclusions + "\nДобавлено."
        self.assertFalse(section.is_draft)
        section.action_restore_draft()
        self.assertEqual(section.conclusions, section.draft_text)
        self.assertTrue(section.is_draft)
        self.assertFalse(self.section("summary").is_draft)


@tagged("post_install", "-at_install")
class TestReportQueries(ReportCase):
    def _count(self):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self.env["vsoko.report.collector"]._collect(self.report)
        return self.env.cr.sql_log_count - before

    def test_taking_figures_of_three_classes_and_of_thirty(self):
        self._count()
        small = self._count()
        classes = self.env["vsoko.class"].create(
            [
                {"year_id": self.year.id, "grade": grade, "letter": letter}
                for grade in range(1, 11)
                for letter in "ВГД"
            ]
        )
        for school_class in classes:
            pupils = self.enrol(school_class, 2)
            self.add_marks({(pupil, self.math): 4 for pupil in pupils}, self.q1)
        self.q1.action_calculate()
        large = self._count()
        figures = self.env["vsoko.report.collector"]._collect(self.report)
        self.assertEqual(len(figures["order"]["class"]), 33)
        self.assertEqual(large, small)
