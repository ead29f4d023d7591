import psycopg2

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .test_rating import RatingCase


@tagged("post_install", "-at_install")
class TestRatingRosters(RatingCase):
    """The pupils counted for a teacher are seen, corrected and closed before the rating is.

    The first teacher has mathematics in 5А (5 4 4 3 2 н/а) and 9А (3 3 3 2): 3 «4–5» of 10.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.teacher = cls.users["teacher"]
        cls.rating = cls.make_rating(
            cls.component("quality", weight=1),
            cls.component("quality", mode="change", lo=-50, hi=50, weight=1),
            unit="teacher",
        )
        cls.rating.action_send_rosters()
        cls.roster = cls.find(cls.class_5a)
        cls.pupils = cls.pupils_of(cls.class_5a)

    @classmethod
    def find(cls, school_class, rating=None):
        lists = (rating or cls.rating).roster_ids
        return lists.filtered(
            lambda one: one.teacher_id == cls.teachers[0] and one.class_id == school_class
        )

    def propose(self, student, user=None, roster=None, **vals):
        Correction = self.env["vsoko.rating.correction"].with_user(user or self.teacher)
        roster = roster or self.roster
        vals = {"roster_id": roster.id, "student_id": student.id, "reason": "В группе 2"} | vals
        return Correction.create(vals)

    def accept(self, correction):
        correction.with_user(self.users["administration"]).action_accept()

    def level_of(self, rating, teacher):
        line = self.line_of(rating, teacher)
        return line.part_ids.filtered(lambda part: part.component_id.mode == "level")

    def test_lists_are_those_of_the_facts(self):
        self.assertEqual(self.roster.student_ids, self.pupils)
        self.assertEqual(self.roster.subject_id, self.math)
        # mathematics of the first and the third teacher, Russian of the second
        self.assertEqual(len(self.rating.roster_ids), 2 + 1 + 3)
        self.assertEqual(self.rating.state, "draft")

    def test_an_accepted_correction_counts_for_the_rating_alone(self):
        stays = self.env["vsoko.enrolment"].search([("class_id", "=", self.class_5a.id)])
        before = [(stay.student_id, stay.date_from, stay.date_to) for stay in stays]
        # who has «2»
        self.accept(self.propose(self.pupils[4]))
        self.assertEqual(self.roster.counted, 5)
        self.rating.action_check_rosters()
        self.rating.action_compute()
        part = self.level_of(self.rating, self.teachers[0])
        # 3 «4–5» of 9
        self.assertAlmostEqual(part.value, 100 / 3)
        self.assertEqual(part.n, 9)
        figure = self.figure("quality", "teacher", teacher_id=self.teachers[0].id)
        self.assertEqual((figure.numerator, figure.denominator), (3, 10))
        self.assertEqual(before, [(one.student_id, one.date_from, one.date_to) for one in stays])
        other = self.level_of(self.rating, self.teachers[2])
        self.assertEqual(other.value, 100)

    def test_who_is_not_in_the_list_is_brought_in(self):
        mark = self.marks.filtered(
            lambda one: one.student_id == self.pupils[0] and one.subject_id == self.math
        )
        self.env.cr.execute("UPDATE vsoko_mark SET teacher_id = NULL WHERE id = %s", [mark.id])
        self.env.invalidate_all()
        self.q1.action_calculate()
        self.rating.action_send_rosters()
        self.assertNotIn(self.pupils[0], self.roster.student_ids)
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            self.propose(self.pupils_of(self.class_5b)[0], kind="in")
        self.accept(self.propose(self.pupils[0], kind="in", reason="Моя группа"))
        self.rating.action_check_rosters()
        self.rating.action_compute()
        part = self.level_of(self.rating, self.teachers[0])
        self.assertAlmostEqual(part.value, 30)

    def test_a_declined_correction_changes_nothing_and_stays(self):
        correction = self.propose(self.pupils[4])
        with self.assertRaises(UserError):
            self.rating.action_check_rosters()
        by = correction.with_user(self.users["administration"])
        with self.assertRaises(UserError):
            by.action_decline()
        by.answer = "Урок ведёте вы"
        by.action_decline()
        self.rating.action_check_rosters()
        self.rating.action_compute()
        self.assertAlmostEqual(self.level_of(self.rating, self.teachers[0]).value, 30)
        for vals in ({"answer": "Другой"}, {"reason": "Другая"}):
            with self.assertRaises(UserError):
                by.write(vals)
        with self.assertRaises(AccessError):
            by.unlink()

    def test_only_the_own_list_is_seen_confirmed_and_corrected(self):
        lists = self.env["vsoko.rating.roster"].with_user(self.teacher).search([])
        self.assertEqual(lists.sudo().teacher_id, self.teachers[0])
        other = self.rating.roster_ids.filtered(lambda one: one.teacher_id == self.teachers[2])
        for step in (
            other.with_user(self.teacher).action_confirm,
            lambda: self.propose(self.pupils_of(self.class_5b)[0], roster=other),
            self.propose(self.pupils[4]).action_accept,
            lambda: self.roster.with_user(self.teacher).write({"student_ids": False}),
            lambda: self.propose(self.pupils[1], self.users["association_head"]),
        ):
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                step()
        self.roster.with_user(self.teacher).action_confirm()
        self.assertEqual(self.roster.confirmed_by_id, self.teacher)

    def test_one_correction_of_a_pupil(self):
        self.propose(self.pupils[4])
        with (
            self.assertRaises(psycopg2.errors.UniqueViolation),
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self.propose(self.pupils[4])

    def test_closed_lists_take_no_more(self):
        self.rating.action_check_rosters()
        self.assertEqual(self.rating.state, "rosters_checked")
        for step in (
            lambda: self.propose(self.pupils[4]),
            self.roster.with_user(self.teacher).action_confirm,
        ):
            with self.assertRaises(UserError):
                step()
        # opened once more they do
        self.rating.action_send_rosters()
        self.assertTrue(self.propose(self.pupils[4]))
        self.assertEqual(self.rating.state, "draft")

    def test_a_trial_is_said_to_be_one_and_is_not_approved(self):
        self.rating.action_compute()
        self.assertIn(self.rating._tell_trial(), self.rating.summary)
        with self.assertRaises(UserError):
            self.rating.with_user(self.users["director"]).action_approve()
        self.rating.action_check_rosters()
        self.assertFalse(self.rating.line_ids)
        self.rating.action_compute()
        self.assertFalse(self.rating._tell_trial())
        self.rating.with_user(self.users["director"]).action_approve()
        self.assertEqual(self.rating.state, "approved")

    def test_weights_leave_the_lists_and_other_facts_do_not(self):
        self.rating.action_check_rosters()
        self.rating.component_ids.write({"weight": 2})
        self.assertEqual(self.rating.state, "rosters_checked")
        self.rating.component_ids[1].unlink()
        self.assertEqual((self.rating.state, self.rating.rosters_date), ("draft", False))
        self.rating.unit = "class"
        self.assertFalse(self.rating.roster_ids)

    def test_a_list_that_has_not_changed_stays_confirmed(self):
        lists = self.roster | self.find(self.class_9a)
        lists.action_confirm()
        mark = self.marks.filtered(
            lambda one: one.student_id == self.pupils[0] and one.subject_id == self.math
        )
        mark.unlink()
        self.rating.action_send_rosters()
        self.assertEqual(lists.mapped("is_open"), [True, True])
        self.assertFalse(self.roster.confirmed_date)
        self.assertTrue(self.find(self.class_9a).confirmed_date)
        self.assertEqual(len(self.roster.student_ids), 5)

    def test_a_formula_is_not_counted_by_corrected_lists(self):
        draft = self.env["vsoko.framework"].create({"name": "Проект", "date_from": "2026-09-01"})
        criterion = {"framework_id": draft.id, "code": "own", "name": "Свой"}
        criterion = self.env["vsoko.criterion"].create(criterion)
        vals = {"kind": "formula", "formula": "1 + 1", "name": "Свой", "code": "own"}
        vals |= {"framework_id": draft.id, "criterion_id": criterion.id}
        indicator = self.env["vsoko.indicator"].create(vals)
        self.rating.component_ids[0].indicator_id = indicator
        self.rating.action_send_rosters()
        self.accept(self.propose(self.pupils[4]))
        self.rating.action_check_rosters()
        with self.assertRaises(UserError):
            self.rating.action_compute()

    def test_the_letter_of_the_day_names_the_lists(self):
        days = {self.teacher: self.q1.date_end}
        (part,) = self.env["vsoko.rating.roster"]._get_digest(days)
        self.assertEqual((part.user, len(part.records)), (self.teacher, 2))
        part.records.action_confirm()
        self.assertFalse(self.env["vsoko.rating.roster"]._get_digest(days))

    def test_classes_are_answered_for_by_their_class_teacher(self):
        rating = self.make_rating(self.component("quality"))
        rating.action_send_rosters()
        roster = rating.roster_ids.filtered(lambda one: one.class_id == self.class_5a)
        self.assertEqual((roster.teacher_id, len(roster.student_ids)), (self.teachers[0], 6))
        self.accept(self.propose(self.pupils[4], roster=roster))
        rating.action_check_rosters()
        rating.action_compute()
        # without the «2» in mathematics and the «4» in Russian: 8 of 10
        self.assertAlmostEqual(self.line_of(rating, self.class_5a).index, 80)
