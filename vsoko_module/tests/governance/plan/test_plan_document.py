from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..documents.document_case import DocumentCase
from .plan_case import PlanCase


@tagged("post_install", "-at_install")
class TestPlanDocument(PlanCase, DocumentCase):
    """A line whose result is an act, an order or a note is done when that is approved."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        made = {"link_model": "vsoko.document", "name": "Положение о ВСОКО"}
        plan = cls.make_plan(
            ("2025-10-10", {**made, "result": "act"}), ("2025-10-20", {**made, "result": "order"})
        )
        cls.act_line, cls.order_line = plan.line_ids.sorted("date")

    def draft(self, line):
        """The document as it comes from the form that the line has opened."""
        action = line.with_user(self.deputy).action_make()
        self.assertEqual(action["res_model"], "vsoko.document")
        return self.env["vsoko.document"].with_user(self.deputy).with_context(action["context"])

    def test_the_line_is_done_when_the_act_is_approved(self):
        act = self.draft(self.act_line).create({"order_text": "№ 1 от 30.08.2025"})
        self.assertEqual((act.name, act.kind), ("Положение о ВСОКО", "local_act"))
        self.assertEqual((self.act_line.link_id, self.act_line.state), (act.id, "running"))
        act.action_agree()
        self.assertEqual(self.act_line.state, "running")
        self.sign(act)
        self.assertEqual(self.act_line.state, "done")
        self.assertEqual(self.act_line.done_date, act.approved_date)

    def test_an_order_is_drafted_for_the_line_that_results_in_one(self):
        order = self.draft(self.order_line).create({})
        self.assertEqual((order.kind, order.responsible_id), ("order", self.deputy))
        self.sign(order)
        self.assertEqual(self.order_line.state, "done")

    def test_a_draft_that_is_cancelled_lets_the_line_go(self):
        order = self.draft(self.order_line).create({})
        order._cancel("Не нужен")
        self.assertEqual((self.order_line.state, self.order_line.link_id), ("planned", 0))
        self.assertEqual(self.order_line.change_ids.kind, "let_go")

    def test_what_was_in_force_stays_done_when_it_is_cancelled_later(self):
        order = self.draft(self.order_line).create({"date": "2025-10-01"})
        self.sign(order)
        order.with_user(self.director)._cancel("Утратил силу")
        self.assertEqual((order.state, self.order_line.state), ("cancelled", "done"))
        never = self.draft(self.act_line).create({"kind": "note", "date": self.year.date_start})
        self.sign(never)
        never.with_user(self.director)._cancel("Ошибка", never.date_from)
        self.assertEqual((never.state, self.act_line.state), ("cancelled", "planned"))

    def test_who_may_not_read_the_document_sees_how_far_it_is_and_no_name(self):
        order = self.draft(self.order_line).create({})
        line = self.order_line.with_user(self.users["teacher"])
        self.assertEqual((line.state, line.link_name), ("running", False))
        with self.assertRaises(AccessError):
            order.with_user(self.users["teacher"]).check_access("read")
