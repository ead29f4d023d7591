from unittest.mock import patch

from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .schedule_case import LOGGER, ScheduleCase


class SubjectsCase(ScheduleCase):
    """A report of each class of the fifth grade, to its class teacher; 9А is no part of it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.schedule.active = False
        cls.by_class = cls.make(
            name="Отчёты по классам",
            type="class_results",
            grade_from=5,
            grade_to=5,
            send_to_concerned=True,
        )

    def broken_about(self, name):
        """Make the report about this fail."""
        kind = type(self.by_class)
        produce = kind._produce

        def _produce(schedule, period, planned):
            result = produce(schedule, period, planned)
            if planned.name == name:
                raise ZeroDivisionError
            return result

        return patch.object(kind, "_produce", _produce)

    def history(self, schedule=None):
        runs = self.runs(schedule or self.by_class).sorted("id")
        return [(run.about, run.state) for run in runs]

    def letters(self):
        return self.env["mail.mail"].search([("subject", "like", "ВСОКО")], order="id")


@tagged("post_install", "-at_install")
class TestReportScheduleSubjects(SubjectsCase):
    def test_a_report_of_each_class_of_the_grades(self):
        action = self.by_class.action_run_now()
        reports = self.env["vsoko.report"].search(action["domain"])
        self.assertEqual(set(reports.class_id.mapped("name")), {"5А", "5Б"})
        self.assertEqual(reports.period_id, self.q1)
        self.assertEqual(self.history(), [("5А", "done"), ("5Б", "done")])
        self.assertEqual(len(self.by_class.run_ids.report_id), 2)

    def test_once_for_each_class(self):
        self.by_class.action_run_now()
        self.by_class.grade_to = 9
        action = self.by_class.action_run_now()
        made = self.env["vsoko.report"].browse(action["res_id"])
        self.assertEqual(made.class_id, self.class_9a)
        self.cron("2025-11-06 12:00:00")
        self.assertEqual(len(self.reports()), 3)
        self.assertEqual(self.history()[3:], [("", "skipped")])

    def test_class_without_figures_is_skipped_and_said_once(self):
        self.env["vsoko.class"].create({"year_id": self.year.id, "grade": 5, "letter": "Я"})
        for day in (6, 7):
            self.cron(f"2025-11-0{day} 12:00:00")
        self.assertEqual(
            sorted(map(str, self.history())),
            sorted(map(str, [("5Я", "skipped"), ("5А", "done"), ("5Б", "done")])),
        )

    def test_grades_that_no_class_has(self):
        schedule = self.make(name="8", type="class_results", grade_from=8, grade_to=8)
        schedule.action_run_now()
        self.assertEqual(self.history(schedule), [("", "skipped")])

    def test_one_failing_class_does_not_stop_the_others(self):
        with self.broken_about("5А"), mute_logger(LOGGER):
            self.cron("2025-11-05 19:30:00")
        self.assertEqual(self.history(), [("5А", "failed"), ("5Б", "done")])
        self.assertEqual((self.by_class.attempt, self.by_class.last_state), (1, "failed"))
        self.assertEqual(self.by_class.activity_ids.user_id, self.deputy)
        self.cron("2025-11-05 19:45:00")
        self.assertEqual(self.history()[2:], [("5А", "done")])
        self.assertFalse(self.by_class.activity_ids)
        self.assertEqual((self.by_class.attempt, self.by_class.last_state), (0, "done"))

    def test_associations_that_were_chosen(self):
        schedule = self.make(name="ШМО", type="association_results")
        schedule.association_ids = self.association
        schedule.action_run_now()
        self.assertEqual(self.history(schedule), [(self.association.name, "done")])
        subjects = self.make(name="Предметы", type="subject_results")
        subjects.association_ids = self.association
        subjects.action_run_now()
        self.assertEqual(self.history(subjects), [(self.math.name, "done")])

    def test_each_teacher_with_lessons(self):
        schedule = self.make(name="Учителя", type="teacher_results")
        schedule.action_run_now()
        done = {about for about, state in self.history(schedule) if state == "done"}
        # the fourth leads an association and no lessons
        self.assertEqual(done, set(self.teachers[:3].mapped("name")))

    def test_reports_of_pupils_and_works_are_not_scheduled(self):
        kinds = {code for code, _name in self.by_class._selection_type()}
        self.assertLessEqual({"period_results", "class_results", "teacher_results"}, kinds)
        self.assertFalse({"pupil_results", "assessment_note"} & kinds)


@tagged("post_install", "-at_install")
class TestReportScheduleConcerned(SubjectsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.class_teacher = cls.users["teacher"]
        cls.class_teacher.email = "teacher@example.org"
        cls.class_5b.homeroom_teacher_id = False
        cls.director = cls.users["director"]
        cls.director.email = "director@example.org"
        cls.by_class.recipient_user_ids = cls.director

    def test_class_teacher_gets_the_own_report_alone(self):
        self.by_class.action_run_now()
        own = self.reports().filtered(lambda report: report.class_id == self.class_5a)
        letter = self.letters().filtered(
            lambda letter: self.class_teacher.partner_id in letter.recipient_ids
        )
        self.assertIn(f"/odoo/vsoko-reports/{own.id}", letter.body_html)
        self.assertEqual(letter.body_html.count("/odoo/vsoko-reports/"), 1)
        self.assertTrue(own.with_user(self.class_teacher).has_access("read"))
        with self.assertRaises(AccessError):
            (self.reports() - own).with_user(self.class_teacher).check_access("read")

    def test_others_get_one_letter_about_all(self):
        self.by_class.action_run_now()
        letter = self.letters().filtered(
            lambda letter: self.director.partner_id in letter.recipient_ids
        )
        self.assertEqual(len(letter), 1)
        for report in self.reports():
            self.assertIn(f"/odoo/vsoko-reports/{report.id}", letter.body_html)
        self.assertIn("5А", letter.body_html)
        self.by_class.action_run_now()
        self.assertEqual(len(self.letters()), 2, "nobody hears of a report twice")

    def test_nobody_to_write_to_is_said(self):
        self.by_class.action_run_now()
        messages = {run.about: run.message for run in self.runs(self.by_class)}
        self.assertFalse(messages["5А"])
        self.assertIn("письмо", messages["5Б"])

    def test_letter_names_no_teacher(self):
        schedule = self.make(name="Учителя", type="teacher_results")
        schedule.recipient_user_ids = self.director
        schedule.action_run_now()
        letter = self.letters()[-1:]
        self.assertEqual(letter.body_html.count("/odoo/vsoko-reports/"), 3)
        for name in self.teachers.mapped("name"):
            self.assertNotIn(name, letter.body_html)
