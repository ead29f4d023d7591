from datetime import date

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger
from odoo.tools.safe_eval import safe_eval

from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestMovement(SchoolCase):
    def _move(self, kind, students=None, **values):
        movement = (
            self.env["vsoko.movement"]
            .with_user(self.users["administration"])
            .create({"kind": kind, "student_ids": (students or self.students[:0]).ids, **values})
        )
        return movement.action_apply()

    def test_several_pupils_move_on_one_day(self):
        movers = self.pupils_of(self.class_5a)[:2]
        day = date(2025, 10, 13)
        self._move("transfer", movers, date=day, class_id=self.class_5b.id, order_number="12")
        stays = movers.enrolment_ids.sorted("date_from")
        self.assertRecordValues(
            stays.filtered(lambda stay: stay.class_id == self.class_5a),
            [{"date_to": day, "reason": "transfer", "order_out": "12"}] * 2,
        )
        self.assertRecordValues(
            stays.filtered(lambda stay: stay.class_id == self.class_5b),
            [{"date_from": day, "date_to": False, "order_in": "12"}] * 2,
        )
        self.assertEqual(len(self.pupils_of(self.class_5b, day)), 6)
        self.assertEqual(len(self.pupils_of(self.class_5a, date(2025, 10, 12))), 6)

    def test_leaving_keeps_the_reason_and_the_place(self):
        leaver = self.pupils_of(self.class_9a)[0]
        self._move("leave", leaver, date=date(2025, 12, 1), destination="Школа № 2")
        self.assertRecordValues(
            leaver.enrolment_ids,
            [{"date_to": date(2025, 12, 1), "reason": "left", "destination": "Школа № 2"}],
        )
        self.assertNotIn(leaver, self.pupils_of(self.class_9a, date(2025, 12, 1)))

    def test_new_pupils_get_a_pseudonym_and_a_class(self):
        newcomers = [(0, 0, {"name": "Новиков Пётр"}), (0, 0, {"name": "Новикова Вера"})]
        self._move(
            "admit", class_id=self.class_5a.id, date=date(2025, 11, 5), newcomer_ids=newcomers
        )
        students = self.env["vsoko.student"].search([("name", "like", "Новиков")])
        self.assertEqual(len(set(students.mapped("code"))), 2)
        self.assertEqual(students.enrolment_ids.class_id, self.class_5a)

    def test_admission_of_somebody_present_names_the_pupil(self):
        pupil = self.pupils_of(self.class_5a)[0]
        with self.assertRaisesRegex(UserError, pupil.name):
            self._move("admit", pupil, class_id=self.class_5b.id, date=date(2025, 11, 5))

    def test_nobody_moves_when_one_cannot(self):
        first, second = self.pupils_of(self.class_5a)[:2]
        self._move("leave", first, date=date(2025, 10, 1))
        with self.assertRaisesRegex(UserError, first.name):
            self._move(
                "transfer", first | second, date=date(2025, 10, 13), class_id=self.class_5b.id
            )
        self.assertFalse(second.enrolment_ids.date_to)

    def test_a_planned_leaving_must_be_corrected_first(self):
        pupil = self.pupils_of(self.class_5a)[0]
        self._move("leave", pupil, date=date(2026, 1, 12))
        with self.assertRaisesRegex(UserError, pupil.name):
            self._move("transfer", pupil, date=date(2025, 12, 1), class_id=self.class_5b.id)

    def test_day_and_class_must_agree(self):
        pupil = self.pupils_of(self.class_5a)[0]
        with self.assertRaisesRegex(UserError, "2025/2026"):
            self._move("transfer", pupil, date=date(2026, 9, 1), class_id=self.class_5b.id)
        with self.assertRaises(UserError):
            self._move("transfer", pupil, date=date(2025, 10, 13))
        with self.assertRaises(UserError):
            self._move("leave", date=date(2025, 10, 13))

    def test_another_grade_is_a_question(self):
        pupil = self.pupils_of(self.class_5a)[0]
        Movement = self.env["vsoko.movement"].with_user(self.users["administration"])
        day = date(2025, 10, 13)
        for school_class, is_other in ((self.class_5b, False), (self.class_9a, True)):
            movement = Movement.create(
                {
                    "kind": "transfer",
                    "student_ids": pupil.ids,
                    "date": day,
                    "class_id": school_class.id,
                }
            )
            self.assertEqual(movement.is_other_grade, is_other, school_class.name)
        leaving = Movement.create({"kind": "leave", "student_ids": pupil.ids})
        self.assertFalse(leaving.is_other_grade)

    def test_the_picker_offers_who_may_move(self):
        here, gone, graduate = self.pupils_of(self.class_9a)[:3]
        self._move("leave", gone, date=date(2025, 10, 1))
        graduate.enrolment_ids.write({"date_to": date(2025, 10, 2), "reason": "graduated"})
        source = self.env["vsoko.movement"]._fields["student_ids"].domain

        def offered(kind):
            return self.env["vsoko.student"].search(
                safe_eval(source, {"kind": kind, "date": date(2025, 10, 13)})
            )

        self.assertIn(here, offered("transfer"))
        self.assertFalse((gone | graduate) & offered("leave"))
        self.assertIn(gone, offered("admit"))
        self.assertFalse((here | graduate) & offered("admit"))

    def test_only_the_administration_moves_pupils(self):
        for role in ("teacher", "association_head", "methodical_council", "specialist"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self.env["vsoko.movement"].with_user(self.users[role]).create({"kind": "admit"})

    def test_a_wizard_with_names_is_seen_by_its_author_only(self):
        movement = self.env["vsoko.movement"].with_user(self.users["administration"]).create({})
        with self.assertRaises(AccessError):
            movement.with_user(self.users["director"]).read(["student_ids"])

    @mute_logger("odoo.sql_db")
    def test_nobody_is_in_two_classes_on_one_day(self):
        pupil = self.pupils_of(self.class_5a)[0]
        with self.assertRaises(IntegrityError), self.cr.savepoint():
            self.env["vsoko.enrolment"].create(
                {
                    "student_id": pupil.id,
                    "class_id": self.class_5b.id,
                    "date_from": date(2026, 1, 12),
                }
            )

    def test_presence_today_is_searchable(self):
        here, gone = self.pupils_of(self.class_5a)[:2]
        self._move("leave", gone, date=date(2025, 10, 1))
        Student = self.env["vsoko.student"]
        with freeze_time("2025-11-10"):
            present = Student.search([("class_id", "!=", False)])
            absent = Student.search([("class_id", "=", False)])
            of_class = Student.search([("class_id", "=", self.class_5a.id)])
        self.assertIn(here, present)
        self.assertIn(gone, absent)
        self.assertFalse(present & absent)
        self.assertEqual(of_class, self.pupils_of(self.class_5a) - gone)

    def test_movement_leaves_out_who_was_there_all_the_year(self):
        first, second, third = self.pupils_of(self.class_5a)[:3]
        self._move("leave", first, date=date(2025, 10, 1))
        self._move("transfer", second, date=date(2025, 10, 13), class_id=self.class_5b.id)
        Enrolment = self.env["vsoko.enrolment"]
        moved = Enrolment.search([("is_movement", "=", True)])
        self.assertEqual(len(moved), 3)
        self.assertEqual(moved.student_id, first | second)
        stayed = Enrolment.search([("is_movement", "=", False)])
        self.assertIn(third.enrolment_ids, stayed)
        self.assertEqual(set(moved.mapped("is_movement")), {True})
