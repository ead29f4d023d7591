from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .action_case import ActionCase


@tagged("post_install", "-at_install")
class TestActionStates(ActionCase):
    """The way of an action, and what each step asks."""

    def end(self, action, kind, reason=False):
        vals = {"action_id": action.id, "kind": kind, "reason": reason}
        self.env["vsoko.action.ending"].with_user(self.director).create(vals).action_end()

    def test_one_press_fills_in_what_is_known(self):
        action = self.take()
        self.assertEqual((action.origin, action.state), ("figure", "proposed"))
        self.assertEqual((action.class_id, action.subject_id), (self.class_5a, self.math))
        self.assertEqual((action.value, action.numerator, action.denominator), (0, 0, 6))
        self.assertEqual(action.target_period_id, self.q2)
        self.assertEqual(action.evidence_date, fields.Date.context_today(action))

    def test_the_same_problem_is_not_taken_up_twice(self):
        action = self.take()
        self.assertEqual(self.take(), action)
        self.end(action, "stop", "Ошибка в журнале")
        self.assertNotEqual(self.take(), action)

    def test_the_kept_figure_stays(self):
        action = self.take()
        with self.assertRaises(ValidationError):
            action.class_id = self.class_5b
        with self.assertRaises(AccessError):
            action.value = 90
        self.q1.with_user(self.director).action_calculate()
        self.assertEqual(action.value, 0)

    def test_a_promise_says_who_and_when(self):
        action = self.take()
        with self.assertRaisesRegex(UserError, "."):
            action.action_accept()
        action.deadline = "2025-12-15"
        action.action_accept()
        self.assertEqual(action.state, "accepted")
        reminder = action.activity_ids
        self.assertEqual(reminder.user_id, self.director)
        self.assertEqual(reminder.date_deadline, fields.Date.to_date("2025-12-15"))

    def test_work_is_done_with_all_its_measures_and_a_result(self):
        action = self.take(deadline="2025-12-15")
        action.measure_ids = [fields.Command.create({"name": "Повторение"})]
        action.action_accept()
        action.action_start()
        with self.assertRaises(UserError):
            action.action_finish()
        action.measure_ids.is_done = True
        with self.assertRaises(UserError):
            action.action_finish()
        action.result = "Повторили"
        action.action_finish()
        self.assertEqual(action.state, "done")
        self.assertFalse(action.activity_ids)

    def test_closing_needs_a_verdict_or_a_reason(self):
        action = self.finish(self.take())
        with self.assertRaises(UserError):
            self.end(action, "close")
        self.end(action, "close", "Показатель отменён")
        self.assertEqual((action.state, action.ending), ("closed", "Показатель отменён"))
        measured = self.finish(self.take(target=50))
        self.add_term(self.q2, (4, 4, 4, 4, 4, 4))
        self.end(measured, "close")
        self.assertEqual(measured.ended_by_id, self.director)

    def test_stopping_needs_a_reason(self):
        action = self.take()
        with self.assertRaises(UserError):
            self.end(action, "stop", "  ")
        self.end(action, "stop", "Класс расформирован")
        with self.assertRaises(UserError):
            action.action_accept()

    def test_nothing_is_closed_by_deleting(self):
        action = self.take(deadline="2025-12-15")
        action.action_accept()
        with self.assertRaises(ValidationError):
            action.unlink()
        self.take(self.figure(of=self.class_5b)).unlink()

    def test_late_is_what_is_not_done_by_its_day(self):
        today = fields.Date.context_today(self.env.user)
        late = self.take(deadline=today)
        ahead = self.take(self.figure("success"), deadline=today + timedelta(days=1))
        self.assertTrue(late.is_overdue)
        found = self.env["vsoko.action"].search([("is_overdue", "=", True)])
        self.assertIn(late, found)
        self.assertNotIn(ahead, found)
        late.deadline = "2025-12-15"
        self.finish(late)
        self.assertFalse(late.is_overdue)

    def test_a_figure_of_an_earlier_period_shows_no_effect(self):
        with self.assertRaises(ValidationError):
            self.take(target_period_id=self.q1.id)
