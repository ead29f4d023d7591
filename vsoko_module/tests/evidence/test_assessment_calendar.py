from datetime import date

from psycopg2 import IntegrityError

from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .common import AssessmentCase


@tagged("post_install", "-at_install")
class TestAssessmentCalendar(AssessmentCase):
    def test_a_work_too_soon_names_the_rule_and_its_source(self):
        soon = self.make_work(self.class_5a, day=date(2025, 10, 10))
        self.assertIn("СК-228/03", soon.calendar_warning)
        self.assertIn(self.work.name, soon.calendar_warning)
        self.assertIn(soon.name, self.work.calendar_warning)
        soon.date = date(2025, 10, 20)
        self.env.invalidate_all()
        self.assertFalse(soon.calendar_warning or self.work.calendar_warning)

    def test_a_lesson_that_nobody_gave_is_empty(self):
        self.assertEqual((self.work.lesson_number, self.work.lesson_count), (False, False))
        self.work.lesson_number = 3
        self.assertEqual(self.work.read(["lesson_number"])[0]["lesson_number"], 3)

    def test_the_form_checks_before_it_is_saved(self):
        form = Form(self.env["vsoko.assessment"])
        form.type_id = self.env.ref("vsoko_module.assessment_type_thematic")
        form.class_ids.add(self.class_5b)
        form.subject_id = self.math
        form.date = date(2025, 9, 25)
        self.assertIn(self.work.name, form.calendar_warning)
        form.date = date(2025, 9, 1)
        self.assertFalse(form.calendar_warning)
        work = form.save()
        with Form(work) as form:
            form.date = date(2025, 10, 10)
            self.assertIn(self.work.name, form.calendar_warning)
            self.assertNotIn(work.name, form.calendar_warning)
            form.date = date(2025, 11, 10)
            self.assertFalse(form.calendar_warning)

    def test_the_calendar_names_classes_and_subject_first(self):
        self.math.short_name = "Матем."
        self.work.class_ids |= self.class_9a
        self.assertEqual(self.work.calendar_title, f"5А,Б, 9А · Матем. · {self.work.type_id.name}")

    def test_a_type_without_limits_breaks_none(self):
        exam = self.make_work(self.class_5a, "ege", date(2025, 10, 1))
        self.assertFalse(exam.calendar_warning)
        self.assertFalse(self.work.calendar_warning)

    def test_two_works_on_one_day(self):
        other = self.make_work(self.class_5b, "vpr", date(2025, 10, 1))
        self.assertIn(other.name, self.work.calendar_warning)
        self.assertIn(self.work.name, other.calendar_warning)

    def test_the_limit_is_of_the_parallel(self):
        same = self.make_work(self.class_5b, day=date(2025, 10, 2), test=self.test)
        self.work.class_ids = self.class_5a
        self.assertFalse(same.calendar_warning)
        other = self.make_work(self.class_5b, day=date(2025, 10, 9), test=self.make_test())
        self.assertIn(self.work.name, other.calendar_warning)
        elder = self.make_work(self.class_9a, day=date(2025, 10, 9), test=self.make_test())
        self.assertFalse(elder.calendar_warning)

    def test_what_is_not_checked_is_said(self):
        self.assertIn("первым или последним", self.in_russian(self.work))
        self.work.lesson_number = 6
        self.assertIn("последним", self.in_russian(self.work))
        self.work.lesson_count = 6
        self.assertFalse(self.work.calendar_unchecked)
        self.assertIn("Последний урок", self.work.with_context(lang="ru_RU").calendar_warning)
        self.lessons.filtered(lambda one: one.class_id == self.class_5b).unlink()
        self.work.invalidate_recordset()
        self.assertIn("5Б", self.in_russian(self.work))
        self.assertFalse(self.make_work(self.class_5a, "ege").calendar_unchecked)

    def in_russian(self, work):
        return work.with_context(lang="ru_RU").calendar_unchecked

    def test_the_lesson_is_one_of_the_day(self):
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self.work.write({"lesson_number": 7, "lesson_count": 6})
            self.work.flush_recordset()

    def test_a_plan_is_checked_by_a_constant_number_of_queries(self):
        few = self._count_queries()
        for day in range(1, 20):
            self.make_work(self.class_9a, day=date(2025, 11, day))
        self.assertEqual(self._count_queries(), few)

    def _count_queries(self):
        works = self.env["vsoko.assessment"].search([])
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        works.mapped("calendar_warning")
        return self.env.cr.sql_log_count - before
