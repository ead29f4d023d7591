from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from .action_case import ActionCase

REASON = "Двое ещё не пересдали"


@tagged("post_install", "-at_install")
class TestActionReturn(ActionCase):
    """What was said to be done goes back to work, with a reason, until figures have spoken."""

    def back(self, action, reason=REASON, by=None):
        asked = self.env["vsoko.action.return"].with_user(by or self.director)
        asked.create({"action_id": action.id, "reason": reason}).action_return()

    def in_state(self, state):
        """Return an action that went the usual way to a state."""
        action = self.take(deadline="2025-12-15", result="Повторили")
        steps = ("action_accept", "action_start", "action_finish")
        ways = {"proposed": 0, "accepted": 1, "in_work": 2, "done": 3, "measured": 3, "closed": 3}
        for step in steps[: ways.get(state, 0)]:
            getattr(action, step)()
        if state == "measured":
            self.add_term(self.q2, (4, 4, 4, 4, 4, 4))
        if state == "closed":
            action._close("Показатель отменён")
        if state == "stopped":
            action._stop("Ошибка")
        self.assertEqual(action.state, state)
        return action

    def put_away(self, action):
        """End an action, so that its problem can be taken up anew."""
        if action.state == "measured":
            action._close("Другое")
        elif action.state not in ("closed", "stopped"):
            action._stop("Другое")

    def test_back_from_done_and_from_nothing_else(self):
        for state, _label in self.env["vsoko.action"]._fields["state"].selection:
            action = self.in_state(state)
            with self.subTest(state):
                if state == "done":
                    self.back(action)
                    self.assertEqual(action.state, "in_work")
                else:
                    with self.assertRaises(UserError):
                        self.back(action)
                    with self.assertRaises(UserError):
                        action.action_open_return()
                    self.assertEqual((action.state, action.return_reason), (state, False))
            self.put_away(action)

    def test_it_waits_for_its_day_again(self):
        action = self.in_state("done")
        self.assertFalse(action.activity_ids)
        self.assertTrue(action.done_date)
        self.env.cr.flush()
        self.back(action)
        self.assertEqual((action.done_date, action.return_reason), (False, REASON))
        self.assertTrue(action.is_overdue)
        self.assertEqual(action.activity_ids.user_id, self.director)
        self.env.cr.flush()
        tracked = action.message_ids.sudo().tracking_value_ids
        self.assertIn(REASON, tracked.mapped("new_value_text"))
        action.action_finish()
        self.assertEqual(action.state, "done")

    def test_a_figure_judges_it_only_when_it_is_done_again(self):
        action = self.in_state("done")
        self.back(action)
        self.add_term(self.q2, (4, 4, 4, 4, 4, 4))
        self.assertEqual((action.state, action.verdict), ("in_work", False))
        action.action_finish()
        self.assertEqual((action.state, action.verdict), ("measured", "better"))

    def test_a_reason_is_said(self):
        action = self.in_state("done")
        with self.assertRaises(UserError):
            self.back(action, "   ")
        asked = Form(self.env["vsoko.action.return"].with_context(default_action_id=action.id))
        with self.assertRaises(AssertionError):
            asked.save()
        self.assertEqual(action.state, "done")

    def test_the_owner_and_the_administration_return_it(self):
        teacher = self.users["teacher"]
        for by in (teacher, self.users["administration"]):
            action = self.take(by="teacher", deadline="2025-12-15", result="Повторили")
            action.with_user(self.director).action_accept()
            action.action_start()
            action.action_finish()
            self.back(action, by=by)
            self.assertEqual(action.state, "in_work")
            self.put_away(action.with_user(self.director))

    def test_nobody_else_returns_it(self):
        action = self.in_state("done")
        action.measure_ids = [(0, 0, {"name": "Книги", "owner_id": self.users["specialist"].id})]
        for role in ("specialist", "association_head", "teacher", "pedagogical_council"):
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                self.back(action, by=self.users[role])
        self.assertEqual(action.state, "done")

    def test_no_other_way_leads_back(self):
        done = self.in_state("done")
        Action = self.env["vsoko.action"].with_user(self.director)
        own = Action.browse(done.id)
        ways = {
            "write": lambda: own.write({"state": "in_work"}),
            "write of a date": lambda: own.write({"done_date": False}),
            "write of a reason": lambda: own.write({"return_reason": REASON}),
            "many at once": lambda: Action.search([]).write({"state": "in_work"}),
            "create": lambda: Action.create({"name": "Новое", "return_reason": REASON}),
        }
        for way, act in ways.items():
            with self.subTest(way), self.assertRaises(UserError), self.env.cr.savepoint():
                act()
        loaded = Action.load([".id", "state"], [[str(done.id), "in_work"]])
        self.assertTrue(loaded["messages"])
        self.assertEqual(done.state, "done")
        self.back(done)
        copy = own.copy({"state": "in_work", "return_reason": REASON})
        self.assertEqual((copy.state, copy.return_reason), ("proposed", False))
