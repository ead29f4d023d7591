from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .report_case import ReportCase


@tagged("post_install", "-at_install")
class TestReportTypes(ReportCase):
    """Reports about a part of the school; numbers by hand from the marks of `FiguresCase`."""

    def open_about(self, record, role="administration"):
        record = record.with_user(self.users[role]).with_context(lang="ru_RU")
        return self.env["vsoko.report"].browse(record.action_make_report()["res_id"])

    def make(self, kind, period=None):
        period = period or self.q1
        return self.env["vsoko.report"].create({"type": kind, "period_id": period.id})

    def test_class_report_has_this_class_alone(self):
        report = self.open_about(self.class_5a)
        order = report.figures["order"]
        self.assertEqual(order["class"], [f"class:{self.class_5a.id}"])
        self.assertEqual(len(order["class_subject"]), 2)
        self.assertEqual(len(order["student"]), 6)
        # mathematics 3 of 6, Russian 6 of 6
        quality = report.figures["figures"][f"class:{self.class_5a.id}"]["quality"]
        self.assertAlmostEqual(quality["value"], 75.0)

    def test_teacher_report_has_own_lessons(self):
        first = self.teachers[0]
        report = self.open_about(first)
        figures, names = report.figures["figures"], report.figures["names"]
        # 5А 3 of 6 and 9А 0 of 4
        quality = figures[f"teacher_subject:{self.math.id}:{first.id}"]["quality"]
        self.assertAlmostEqual(quality["value"], 30.0)
        self.assertEqual(names[f"teacher:{first.id}"], first.name)
        self.assertEqual(len(report.figures["order"]["class_subject"]), 2)
        self.assertNotIn(f"class_subject:{self.class_5b.id}:{self.math.id}", figures)

    def test_subject_and_association_reports(self):
        report = self.open_about(self.math)
        subject = report.figures["figures"][f"subject:{self.math.id}"]["quality"]
        self.assertAlmostEqual(subject["value"], 50.0)
        self.assertNotIn("teacher_subject", report.figures["order"])
        report = self.open_about(self.association)
        self.assertEqual(report.figures["order"]["subject"], [f"subject:{self.math.id}"])
        self.assertEqual(len(report.figures["order"]["teacher_subject"]), 2)

    def test_pupil_report_has_marks_by_terms_and_no_other_pupil(self):
        pupil, other = self.pupils_of(self.class_5a)[:2]
        report = self.open_about(pupil)
        table = report.figures["given"]["marks"]
        self.assertEqual(table["columns"][1]["title"], self.q1.name)
        self.assertIn([self.math.name, "5"], table["rows"])
        self.assertEqual(report.figures["order"]["student"], [f"student:{pupil.id}"])
        self.assertNotIn(other.name, str(report.figures))

    def test_analysis_contingent_and_passport_are_one_click_from_their_subject(self):
        year, framework = self.year_period, self.env.ref("vsoko_module.framework_regulation")
        year.action_calculate()
        clicks = {
            "contingent": (self.q1, "action_make_contingent_report"),
            "year_analysis": (year, "action_make_analysis"),
            "problem_analysis": (year, "action_make_problem_analysis"),
            "passport": (framework, "action_make_report"),
        }
        for kind, (record, name) in clicks.items():
            with self.subTest(kind), freeze_time("2025-11-05"):
                action = getattr(record.with_user(self.users["administration"]), name)()
                report = self.env["vsoko.report"].browse(action["res_id"])
                self.assertEqual(report.type, kind)
                self.assertEqual(report.author_id, self.users["administration"])

    def test_passport_is_of_the_system_in_force(self):
        framework = self.env.ref("vsoko_module.framework_regulation")
        draft = self.env["vsoko.framework"].browse(framework.action_new_version()["res_id"])
        with self.assertRaises(UserError):
            draft.with_user(self.users["administration"]).action_make_report()

    def test_year_analysis_says_what_has_no_data(self):
        report = self.make("year_analysis", self.year_period)
        objects = report.figures["objects"]
        self.assertEqual(list(objects), [f"o{number}" for number in range(1, 8)])
        shown = {code for codes in objects.values() for code in codes}
        self.assertEqual(shown, set(self.indicators))
        conditions = self.section("o2", report).with_context(lang="ru_RU")
        self.assertIn("нет данных", str(conditions.figures_html).lower())

    def test_passport_lists_every_indicator_and_band_with_origin(self):
        given = self.make("passport").figures["given"]
        self.assertEqual(len(given["indicators"]["rows"]), len(self.framework.indicator_ids))
        bands = self.framework.indicator_ids.band_ids
        self.assertTrue(bands)
        self.assertEqual(
            sorted(row[4] for row in given["bands"]["rows"]), sorted(bands.mapped("origin"))
        )

    def test_movement_by_classes(self):
        figures = self.make("contingent").figures["figures"]
        self.assertAlmostEqual(figures["school"]["contingent"]["value"], 14)
        self.assertAlmostEqual(figures[f"class:{self.class_5b.id}"]["contingent"]["value"], 4)

    def test_what_a_report_is_about_is_required_and_stays(self):
        create = self.env["vsoko.report"].create
        with self.assertRaises(ValidationError):
            create({"type": "class_results", "period_id": self.q1.id})
        with self.assertRaises(ValidationError):
            create({"period_id": self.q1.id, "class_id": self.class_5a.id})
        report = self.open_about(self.class_5a)
        with self.assertRaises(AccessError):
            report.class_id = self.class_5b

    def test_card_of_a_figure_leads_to_the_report_of_its_cell(self):
        figure = self.figure("quality", "class_subject", class_id=self.class_5a.id)[:1]
        report = self.open_about(figure)
        self.assertEqual((report.type, report.class_id), ("class_results", self.class_5a))
        self.assertEqual(self.open_about(figure), report)
        self.assertEqual(self.open_about(self.figure("quality")), self.report)


@tagged("post_install", "-at_install")
class TestReportTypeRights(ReportCase):
    def make(self, role, **vals):
        return (
            self.env["vsoko.report"]
            .with_user(self.users[role])
            .create({"period_id": self.q1.id, **vals})
        )

    def test_class_teacher_reports_about_the_own_class_only(self):
        report = self.make("teacher", type="class_results", class_id=self.class_5a.id)
        self.assertEqual(len(report.figures["order"]["student"]), 6)
        self.assertTrue(report._make_file("xlsx"))
        for school_class in (self.class_5b, self.class_9a):
            with self.subTest(school_class.name), self.assertRaises(AccessError):
                self.make("teacher", type="class_results", class_id=school_class.id)

    def test_button_of_a_class_says_who_makes_its_report(self):
        # the teacher has lessons in 9А, the class teacher is another one
        school_class = self.class_9a.with_user(self.users["teacher"])
        with self.assertRaisesRegex(AccessError, "9А.*administration"):
            school_class.with_context(lang="en_US").action_make_report()

    def test_teacher_makes_no_report_about_colleagues_pupils_and_school(self):
        stranger = self.pupils_of(self.class_9a)[0]
        for vals in (
            {"type": "teacher_results", "teacher_id": self.teachers[1].id},
            {"type": "pupil_results", "student_id": stranger.id},
            {"type": "subject_results", "subject_id": self.math.id},
            {"type": "period_results"},
        ):
            with self.subTest(vals["type"]), self.assertRaises(UserError):
                self.make("teacher", **vals)
        own = self.make("teacher", type="teacher_results", teacher_id=self.teachers[0].id)
        self.assertTrue(own.figures["figures"])

    def test_head_reports_about_the_own_association(self):
        vals = {"type": "association_results", "association_id": self.association.id}
        self.assertTrue(self.make("association_head", **vals).figures["order"]["teacher_subject"])
        with self.assertRaises(AccessError):
            self.make("teacher", **vals)

    def test_who_reads_a_report_about_people(self):
        reports = [
            self.make("administration", type="class_results", class_id=self.class_5b.id),
            self.make("administration", type="teacher_results", teacher_id=self.teachers[2].id),
            self.make("administration", type="pupil_results", student_id=self.students[8].id),
        ]
        for report in reports:
            self.approve(report)
            for role in ("teacher", "pedagogical_council", "methodical_council", "user"):
                with self.subTest(report.type, role=role):
                    section = report.section_ids[:1].with_user(self.users[role])
                    self.assertFalse(report.with_user(self.users[role]).has_access("read"))
                    self.assertFalse(section.has_access("read"))
        self.teachers[0].user_id = False
        self.teachers[2].user_id = self.users["teacher"]
        self.env.flush_all()
        self.env.invalidate_all()
        for report in reports:
            self.assertTrue(report.with_user(self.users["teacher"]).has_access("read"))

    def test_report_about_people_is_not_published(self):
        report = self.make("administration", type="class_results", class_id=self.class_5a.id)
        with self.assertRaises(ValidationError):
            self.approve(report).action_publish()

    def test_teacher_neither_approves_nor_edits_reports_of_others(self):
        report = self.make("administration", type="class_results", class_id=self.class_5a.id)
        as_teacher = report.with_user(self.users["teacher"])
        self.assertTrue(as_teacher.has_access("read"))
        self.assertFalse(as_teacher.has_access("write"))
        own = self.make("teacher", type="class_results", class_id=self.class_5a.id)
        self.assertTrue(own.has_access("write"))
        with self.assertRaises(AccessError):
            own.action_approve()
