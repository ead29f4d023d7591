from datetime import date, timedelta

from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import tagged

from .document_case import DocumentCase


@tagged("post_install", "-at_install")
class TestDocumentRights(DocumentCase):
    """Employees read what is in force, the administration keeps the register."""

    def seen(self, role):
        return self.env["vsoko.document"].with_user(self.users[role]).search([])

    def test_employees_read_what_is_in_force(self):
        act, draft = self.make_act(), self.make()
        past = self.make_act(date_from="2025-01-01", date_to="2025-06-30")
        order = self.make("order")
        self.sign(order)
        for role in ("user", "teacher", "medic", "pedagogical_council"):
            seen = self.seen(role)
            self.assertIn(act, seen)
            self.assertFalse(seen & (draft | past | order))
        self.assertLessEqual(act | draft | past | order, self.seen("administration"))

    def test_an_employee_changes_nothing(self):
        act = self.make_act().with_user(self.users["teacher"])
        for button in ("action_agree", "action_approve", "action_new_version", "action_reviewed"):
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                getattr(act, button)()
        with self.assertRaises(AccessError):
            act._cancel("Нет")

    def test_another_school_sees_nothing(self):
        second = self.env["res.company"].create({"name": "Школа № 2"})
        foreign = self.env["vsoko.document"].create(
            {"name": "Чужое", "kind": "order", "company_id": second.id}
        )
        self.assertNotIn(foreign, self.seen("director"))
        common = self.env["vsoko.document"].create(
            {"name": "Закон", "kind": "law", "company_id": False, "date": "2012-12-29"}
        )
        common.action_approve()
        self.assertIn(common, self.seen("teacher"))

    def test_the_opinions_follow_their_document(self):
        act = self.make(opinion_ids=[(0, 0, {"asked": "trade_union"})], order_text="№ 1")
        Opinion = self.env["vsoko.document.opinion"].with_user(self.users["teacher"])
        self.assertFalse(Opinion.search([]))
        act.action_agree()
        self.sign(act)
        self.assertEqual(Opinion.search([]), act.opinion_ids)

    def test_members_of_a_body_read_what_it_discusses(self):
        teacher = self.users["teacher"]
        body = self.env["vsoko.body"].create(
            {
                "name": "Комиссия",
                "case": "Положение",
                "date_to": date.today() + timedelta(days=9),
                "member_ids": [
                    Command.create(
                        {"name": "Орлова", "user_id": teacher.id, "date_from": "2025-01-01"}
                    )
                ],
            }
        )
        draft = self.make(body_id=body.id, reader_body_ids=body.ids, order_text="№ 1")
        self.assertIn(draft, self.seen("teacher"))
        self.assertNotIn(draft, self.seen("medic"))
        draft.action_agree()
        self.sign(draft)
        self.assertEqual(draft.sudo().acquaintance_ids.user_id, teacher)
        discussed = self.make(body_id=body.id)
        body.member_ids.date_to = date.today() - timedelta(days=1)
        self.env.invalidate_all()
        self.assertNotIn(discussed, self.seen("teacher"))
