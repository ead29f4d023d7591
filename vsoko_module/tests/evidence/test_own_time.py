from datetime import date, timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from ..common import make_user
from .common import AssessmentCase

HANDED = date(2025, 11, 17)
TODAY = "2025-12-01"


@tagged("post_install", "-at_install")
@freeze_time(TODAY)
class TestOwnTime(AssessmentCase):
    """The first teacher gives mathematics in 9А to the third on 17 November.

    The first quarter was the first teacher's; the second one ends with the third. The first
    teacher stays in 5А; the third has a login, too.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.first, cls.third = cls.teachers[0], cls.teachers[2]
        cls.third.user_id = make_user(cls.env, "third", "teacher")
        cls.pupil = cls.pupils_of(cls.class_9a)[0]
        cls.marks = cls.add_marks({(cls.pupil, cls.math): 4}, cls.q1)
        cls.marks |= cls.add_marks({(cls.pupil, cls.math): 5}, cls.q2)
        cls.works = cls.env["vsoko.assessment"]
        for day in (HANDED - timedelta(days=7), HANDED + timedelta(days=7)):
            work = cls.make_work(cls.class_9a, day=day)
            work.action_start()
            cls.works |= work
        cls.results = cls.works.result_ids.filtered(lambda one: one.student_id == cls.pupil)
        lesson = cls.lessons.filtered(
            lambda one: one.class_id == cls.class_9a and one.subject_id == cls.math
        )
        cls.env["vsoko.teacher.change"].create(
            {"lesson_ids": lesson.ids, "teacher_id": cls.third.id, "date_from": HANDED}
        ).action_apply()
        cls.q1.action_calculate()
        cls.q2.action_calculate()

    def seen(self, records, teacher):
        """Those of the records that the teacher reads."""
        Model = records.with_user(teacher.user_id)
        return Model.search([("id", "in", records.ids)]).sudo() & records

    def test_facts_of_the_own_time_stay_and_later_ones_do_not_come(self):
        early_mark, late_mark = self.marks
        early = self.works.sorted("date")[0]
        self.assertEqual(late_mark.teacher_id, self.third)
        self.assertEqual(self.seen(self.marks, self.first), early_mark)
        self.assertEqual(self.seen(self.results, self.first).assessment_id, early)
        facts = self.env["vsoko.fact.mark"].search([("class_id", "=", self.class_9a.id)])
        self.assertEqual(self.seen(facts, self.first).period_id, self.q1)

    def test_who_leads_now_knows_the_past_of_the_class(self):
        for records in (self.marks, self.works, self.results, self.pupil):
            self.assertEqual(self.seen(records, self.third), records, records._name)

    def test_cards_of_pupils_go_with_the_class(self):
        present = self.pupils_of(self.class_5a)
        self.assertFalse(self.seen(self.pupil, self.first))
        self.assertFalse(self.seen(self.pupil.enrolment_ids, self.first))
        self.assertEqual(self.seen(present, self.first), present)
        self.assertEqual(self.seen(present.enrolment_ids, self.first), present.enrolment_ids)
        # the name of the class stays readable beside the kept marks
        self.assertTrue(self.seen(self.class_9a, self.first))

    def test_figures_of_periods_that_ended_in_the_own_time_stay(self):
        domain = [("scope", "=", "class_subject"), ("class_id", "=", self.class_9a.id)]
        figures = self.env["vsoko.indicator.value"].search(domain)
        figures = figures.filtered(lambda one: one.subject_id == self.math)
        self.assertEqual(figures.period_id, self.q1 | self.q2)
        self.assertEqual(self.seen(figures, self.first).period_id, self.q1)
        self.assertEqual(self.seen(figures, self.third).period_id, self.q1 | self.q2)

    def test_the_old_teacher_opens_an_old_work(self):
        self.assertEqual(self.results.sorted("date").teacher_id, self.first | self.third)
        early = self.works.sorted("date")[0].with_user(self.first.user_id)
        self.assertEqual(len(early.get_score_sheet()["rows"]), 4)
        late = self.works.sorted("date")[1].with_user(self.first.user_id)
        self.assertFalse(late.get_score_sheet()["rows"])

    def test_in_summer_the_year_is_still_ones_own(self):
        self.env["vsoko.teaching"].search([]).filtered(lambda one: not one.date_to).write(
            {"date_to": self.year_period.date_end}
        )
        with freeze_time("2026-07-15"):
            self.env.invalidate_all()
            self.assertEqual(self.seen(self.pupil, self.third), self.pupil)
            self.assertFalse(self.seen(self.pupil, self.first))

    def test_who_has_left_sees_nothing(self):
        self.class_5a.homeroom_teacher_id = self.first
        self.first.date_left = date(2025, 12, 1)
        self.env.invalidate_all()
        values = self.env["vsoko.indicator.value"].search([])
        mine = self.env["vsoko.mark"].search([])
        for records in (mine, self.results, self.students, values):
            self.assertFalse(self.seen(records, self.first), records._name)
        with self.assertRaises(AccessError):
            self.results.filtered(lambda one: one.teacher_id == self.first).with_user(
                self.first.user_id
            ).write({"variant": "1"})

    def test_who_has_left_heads_no_association(self):
        head = self.teachers[3]
        head_sees = {
            "vsoko.mark": self.env["vsoko.mark"].search([]),
            "vsoko.result": self.results,
            "vsoko.indicator.value": self.env["vsoko.indicator.value"].search([]),
        }
        for name, records in head_sees.items():
            self.assertTrue(self.seen(records, head), name)
        head.date_left = date(2025, 12, 1)
        self.env.invalidate_all()
        for name, records in head_sees.items():
            self.assertFalse(self.seen(records, head), name)

    def test_an_archived_head_heads_no_association(self):
        head = self.teachers[3]
        head.active = False
        self.env.invalidate_all()
        self.assertFalse(self.seen(self.env["vsoko.mark"].search([]), head))
        successor = self.third
        successor.user_id.group_ids += self.env.ref("vsoko_module.group_association_head")
        self.association.head_id = successor
        values = self.env["vsoko.indicator.value"].search(
            [("scope", "=", "subject"), ("subject_id", "=", self.math.id)]
        )
        self.assertTrue(values)
        self.assertEqual(self.seen(values, successor), values)

    def test_the_last_day_of_work_is_still_work(self):
        self.first.date_left = date(2025, 12, 2)
        self.env.invalidate_all()
        self.assertTrue(self.seen(self.marks, self.first))

    def test_the_administration_is_asked_to_archive_the_login(self):
        deputy = self.users["administration"]
        first = self.first.with_user(deputy)
        first.date_left = date(2025, 12, 5)
        (task,) = first.activity_ids
        self.assertEqual((task.user_id, task.date_deadline), (deputy, date(2025, 12, 5)))
        first.date_left = date(2025, 11, 28)
        self.assertEqual(first.activity_ids.date_deadline, date(2025, 11, 28))
        first.action_archive_login()
        self.assertFalse(self.first.user_id.active)
        self.assertFalse(first.activity_ids)

    def test_a_leaving_that_is_taken_back_takes_the_task_back(self):
        self.first.date_left = date(2025, 12, 5)
        self.first.date_left = False
        self.assertFalse(self.first.activity_ids)
        self.teachers[1].date_left = date(2025, 12, 5)
        self.assertFalse(self.teachers[1].activity_ids, "a teacher without a login")

    def test_a_login_is_not_archived_too_early_nor_by_anybody(self):
        self.first.date_left = date(2025, 12, 5)
        with self.assertRaises(UserError):
            self.first.with_user(self.users["administration"]).action_archive_login()
        with self.assertRaises(AccessError):
            self.first.with_user(self.users["teacher"]).action_archive_login()
        self.first.date_left = date(2025, 11, 28)
        self.first.user_id.group_ids += self.env.ref("base.group_erp_manager")
        with self.assertRaises(UserError):
            self.first.with_user(self.users["administration"]).action_archive_login()
        self.assertTrue(self.first.user_id.active)
