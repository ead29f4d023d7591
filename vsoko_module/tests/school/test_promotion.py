from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestPromotion(SchoolCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.class_11a = cls.env["vsoko.class"].create(
            {"year_id": cls.year.id, "grade": 11, "letter": "А"}
        )
        cls.leavers = cls.enrol(cls.class_11a, 3)
        deputy = cls.users["administration"]
        cls.promotion = Form(cls.env["vsoko.promotion"].with_user(deputy)).save()

    def _promote(self):
        action = self.promotion.action_apply()
        year = self.env["vsoko.year"].browse(action["res_id"])
        return year, {school_class.name: school_class for school_class in year.class_ids}

    def _line(self, school_class):
        return self.promotion.line_ids.filtered(lambda line: line.class_id == school_class)

    def test_preview_says_what_will_be_done(self):
        first = self.pupils_of(self.class_5a)[0]
        self.env["vsoko.promotion.student"].with_user(self.users["administration"]).create(
            {
                "promotion_id": self.promotion.id,
                "student_id": first.id,
                "outcome": "repeated",
            }
        )
        self.assertRecordValues(
            self.promotion.line_ids,
            [
                {"target": "6А", "student_count": 6, "going_count": 5, "staying_count": 1},
                {"target": "6Б", "student_count": 4, "going_count": 4, "staying_count": 0},
                {"target": "10А", "student_count": 4, "going_count": 4, "staying_count": 0},
                {"target": "", "student_count": 3, "going_count": 0, "staying_count": 0},
            ],
        )
        self.assertRecordValues(
            self._line(self.class_5a) | self._line(self.class_11a),
            [
                {"lesson_count": 2, "hours": 10.0, "leaving_count": 0},
                {"lesson_count": 0, "hours": 0.0, "leaving_count": 3},
            ],
        )
        self.assertFalse(self.env["vsoko.year"].search([("name", "=", "2026/2027")]))

    def test_new_year_with_its_calendar(self):
        year, _classes = self._promote()
        self.assertRecordValues(
            year,
            [
                {
                    "name": "2026/2027",
                    "date_start": date(2026, 9, 1),
                    "date_end": date(2027, 8, 31),
                    "state": "draft",
                }
            ],
        )
        self.assertEqual(sorted(year.period_ids.mapped("kind")), ["quarter"] * 4 + ["year"])

    def test_classes_go_up_with_homeroom_and_lessons(self):
        year, classes = self._promote()
        self.assertEqual(sorted(classes), ["10А", "6А", "6Б"])
        self.assertRecordValues(
            classes["6А"],
            [
                {
                    "previous_id": self.class_5a.id,
                    "homeroom_teacher_id": self.teachers[0].id,
                    "student_count": 6,
                }
            ],
        )
        self.assertRecordValues(
            classes["6А"].teaching_ids.sorted(lambda lesson: lesson.subject_id.name),
            [
                {
                    "subject_id": self.math.id,
                    "teacher_id": self.teachers[0].id,
                    "hours_per_week": 5.0,
                    "date_from": year.date_start,
                },
                {
                    "subject_id": self.rus.id,
                    "teacher_id": self.teachers[1].id,
                    "hours_per_week": 5.0,
                    "date_from": year.date_start,
                },
            ],
        )

    def test_pupils_move_on_the_first_day(self):
        year, classes = self._promote()
        pupil = self.pupils_of(self.class_5a)[0]
        self.assertRecordValues(
            pupil.enrolment_ids.sorted("date_from"),
            [
                {
                    "class_id": self.class_5a.id,
                    "date_to": year.date_start,
                    "reason": "promoted",
                },
                {"class_id": classes["6А"].id, "date_to": False, "reason": False},
            ],
        )
        self.assertRecordValues(
            self.leavers.enrolment_ids,
            [{"date_to": year.date_start, "reason": "graduated"}] * 3,
        )

    def test_ninth_graders_choose(self):
        stays, leaves, fails, goes = self.promotion.student_ids
        self.assertEqual(stays.class_id, self.class_9a)
        stays.outcome, leaves.outcome, fails.outcome = "promoted", "graduated", "left"
        line = self._line(self.class_9a)
        self.assertEqual((line.going_count, line.leaving_count), (2, 2))
        _year, classes = self._promote()
        self.assertEqual(classes["10А"].enrolment_ids.student_id, (stays | goes).student_id)
        self.assertEqual(leaves.student_id.enrolment_ids.reason, "graduated")
        self.assertEqual(fails.student_id.enrolment_ids.reason, "left")

    def test_a_pupil_who_stays_needs_a_class(self):
        pupil = self.pupils_of(self.class_5a)[0]
        with Form(self.promotion) as form, form.student_ids.new() as row:
            row.student_id = pupil
            row.outcome = "repeated"
        with self.assertRaisesRegex(UserError, pupil.name):
            self.promotion.action_apply()
        with Form(self.promotion) as form, form.line_ids.new() as line:
            line.grade, line.letter = 5, "А"
        _year, classes = self._promote()
        self.assertEqual(classes["5А"].enrolment_ids.student_id, pupil)
        self.assertEqual(pupil.enrolment_ids.sorted("date_from")[0].reason, "repeated")
        # a new class of the grade has the lessons that the grade has now
        self.assertEqual(len(classes["5А"].teaching_ids), 2)

    def test_two_classes_may_become_one(self):
        self._line(self.class_5b).letter = "А"
        _year, classes = self._promote()
        self.assertNotIn("6Б", classes)
        self.assertEqual(len(classes["6А"].enrolment_ids), 10)
        self.assertEqual(len(classes["6А"].teaching_ids), 2)

    def test_lessons_of_who_left_are_not_copied(self):
        self.teachers[1].date_left = date(2026, 6, 30)
        _year, classes = self._promote()
        self.assertEqual(classes["6А"].teaching_ids.teacher_id, self.teachers[0])

    def test_second_run_is_refused(self):
        self._promote()
        again = self.env["vsoko.promotion"].create({"year_id": self.year.id})
        with self.assertRaisesRegex(UserError, "2025/2026"):
            again.action_apply()
        self.assertEqual(len(self.pupils_of(self.class_5a)[0].enrolment_ids), 2)

    def test_a_class_without_an_answer_is_named(self):
        self._line(self.class_5b).unlink()
        with self.assertRaisesRegex(UserError, "5Б"):
            self.promotion.action_apply()

    def test_queries_do_not_grow_with_the_pupils(self):
        """Twice as many pupils: the same number of statements."""
        self._count_queries()  # the caches of the registry are filled once
        small = self._count_queries()
        for school_class in self.classes:
            self.enrol(school_class, len(school_class.enrolment_ids))
        self.assertEqual(self._count_queries(), small)

    def _count_queries(self):
        """Return the number of statements of a promotion that is then undone."""
        self.env.flush_all()
        self.env.invalidate_all()
        savepoint = self.cr.savepoint()
        before = self.cr.sql_log_count
        self._promote()
        self.env.flush_all()
        count = self.cr.sql_log_count - before
        savepoint.close(rollback=True)
        self.env.invalidate_all()
        return count

    def test_only_the_administration_promotes(self):
        with self.assertRaises(AccessError):
            self.env["vsoko.promotion"].with_user(self.users["teacher"]).create({})
