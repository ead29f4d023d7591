from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestTeacherChange(SchoolCase):
    def _change(self, lessons, teacher, day):
        return (
            self.env["vsoko.teacher.change"]
            .with_user(self.users["administration"])
            .create({"lesson_ids": lessons.ids, "teacher_id": teacher.id, "date_from": day})
            .action_apply()
        )

    def _math_5a(self):
        return self.env["vsoko.teaching"].search(
            [("class_id", "=", self.class_5a.id), ("subject_id", "=", self.math.id)],
            order="date_from",
        )

    def test_old_load_ends_the_day_before(self):
        self._change(self._math_5a(), self.teachers[2], date(2025, 11, 10))
        self.assertRecordValues(
            self._math_5a(),
            [
                {
                    "teacher_id": self.teachers[0].id,
                    "date_to": date(2025, 11, 9),
                    "hours_per_week": 5.0,
                },
                {
                    "teacher_id": self.teachers[2].id,
                    "date_to": False,
                    "hours_per_week": 5.0,
                },
            ],
        )

    def test_marks_belong_to_who_leads_on_the_last_day(self):
        pupil = self.pupils_of(self.class_5a)[0]
        first = self.add_marks({(pupil, self.math): 4}, self.q1)
        second = self.add_marks({(pupil, self.math): 5}, self.q2)
        self.assertEqual((first | second).teacher_id, self.teachers[0])
        self._change(self._math_5a(), self.teachers[2], date(2025, 11, 10))
        self.assertEqual(first.teacher_id, self.teachers[0])
        self.assertEqual(second.teacher_id, self.teachers[2])

    def test_several_lessons_at_once(self):
        lessons = self.lessons.filtered(lambda lesson: lesson.teacher_id == self.teachers[1])
        self._change(lessons, self.teachers[3], date(2026, 1, 12))
        taken = self.env["vsoko.teaching"].search([("teacher_id", "=", self.teachers[3].id)])
        self.assertEqual(taken.class_id, self.classes)
        self.assertEqual(set(lessons.mapped("date_to")), {date(2026, 1, 11)})

    def test_a_day_outside_the_lessons_is_refused(self):
        lesson = self._math_5a()
        for day in (self.year.date_start, date(2026, 9, 1)):
            with self.subTest(day=day), self.assertRaisesRegex(UserError, "5А"):
                self._change(lesson, self.teachers[2], day)
        self.assertFalse(lesson.date_to)

    def test_the_same_teacher_is_refused(self):
        with self.assertRaisesRegex(UserError, self.teachers[0].name):
            self._change(self._math_5a(), self.teachers[0], date(2025, 11, 10))

    def test_teachers_do_not_change_the_load(self):
        with self.assertRaises(AccessError):
            self.env["vsoko.teacher.change"].with_user(self.users["teacher"]).create(
                {"teacher_id": self.teachers[2].id}
            )
