from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import tagged

from .action_case import ActionCase


@tagged("post_install", "-at_install")
class TestActionRights(ActionCase):
    """The administration decides; owners work; heads read their subjects."""

    def found(self, role):
        return self.env["vsoko.action"].with_user(self.users[role]).search([])

    def test_a_teacher_proposes_and_works_but_does_not_decide(self):
        action = self.take(by="teacher", deadline="2025-12-15", target=40)
        self.assertEqual(action.owner_id, self.users["teacher"])
        with self.assertRaises(AccessError):
            action.action_accept()
        action.with_user(self.director).action_accept()
        for vals in ({"deadline": "2026-05-01"}, {"target": 1}, {"owner_id": self.director.id}):
            with self.assertRaises(AccessError):
                action.write(vals)
        action.write({"result": "Повторили", "cause_note": "Работа 1"})
        action.action_start()
        action.action_finish()
        self.assertEqual(action.state, "done")

    def test_a_teacher_does_not_give_work_to_others(self):
        Action = self.env["vsoko.action"].with_user(self.users["teacher"])
        with self.assertRaises(AccessError):
            Action.create({"name": "Чужое", "owner_id": self.director.id})
        action = self.take(by="teacher")
        with self.assertRaises(AccessError):
            action.owner_id = self.director

    def test_who_sees_what(self):
        action = self.take()
        self.assertFalse(self.found("teacher"))
        self.assertEqual(self.found("association_head"), action, "mathematics is theirs")
        self.assertFalse(self.found("pedagogical_council"))
        self.assertFalse(self.found("user"))
        russian = self.env["vsoko.action"].create({"name": "Русский", "subject_id": self.rus.id})
        self.assertNotIn(russian, self.found("association_head"))
        with self.assertRaises(AccessError):
            action.with_user(self.users["association_head"]).result = "Моё"

    def test_who_has_a_measure_marks_it_as_done(self):
        action = self.take()
        specialist = self.users["specialist"]
        action.measure_ids = [Command.create({"name": "Книги", "owner_id": specialist.id})]
        measure = action.measure_ids.with_user(specialist)
        self.assertEqual(self.found("specialist"), action)
        measure.is_done = True
        self.assertTrue(action.measure_ids.done_date)
        with self.assertRaises(AccessError):
            measure.deadline = "2026-05-01"
        with self.assertRaises(AccessError):
            action.with_user(specialist).result = "Моё"

    def test_a_pupil_is_no_action(self):
        figure = self.env["vsoko.indicator.value"].search(
            [("scope", "=", "student"), ("period_id", "=", self.q1.id)], limit=1
        )
        with self.assertRaises(UserError):
            self.take(figure)

    def test_who_may_not_read_the_action_hears_that_there_is_one(self):
        self.take()
        with self.assertRaises(UserError):
            self.take(by="teacher")
