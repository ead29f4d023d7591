from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .document_case import DocumentCase


@tagged("post_install", "-at_install")
class TestDocumentState(DocumentCase):
    """draft → agreed → approved by an order → cancelled, and no other way."""

    def test_a_local_act_is_agreed_and_approved_by_an_order(self):
        act = self.make()
        with self.assertRaisesRegex(UserError, "agreed first"):
            self.sign(act)
        act.action_agree()
        with self.assertRaisesRegex(UserError, "approved by an order"):
            self.sign(act)
        order = self.make("order", name="Об утверждении положения", date="2025-09-01")
        act.action_return()
        act.order_id = order
        act.action_agree()
        self.sign(order)
        self.assertEqual((order.state, act.state), ("approved", "approved"))
        self.assertEqual(act.approved_by_id, self.director)

    def test_what_is_not_agreed_is_not_approved_with_its_order(self):
        order = self.make("order")
        act = self.make(order_id=order.id)
        self.sign(order)
        self.assertEqual(act.state, "draft")

    def test_nobody_but_the_director_signs(self):
        order = self.make("order")
        with self.assertRaises(AccessError):
            order.action_approve()
        law = self.make_law()
        self.assertEqual((law.state, law.approved_by_id), ("approved", self.deputy))

    def test_a_cancelled_document_is_not_approved_by_any_path(self):
        """The order of paths is that in which somebody would try them."""
        for before in ("draft", "agreed", "approved"):
            act = self.make(order_text="№ 1")
            if before != "draft":
                act.action_agree()
            if before == "approved":
                self.sign(act)
            act.with_user(self.director)._cancel("Утратил смысл")
            director = act.with_user(self.director)
            paths = {
                "button": director.action_approve,
                "agree": director.action_agree,
                "return": director.action_return,
                "write": lambda one=director: one.write({"state": "approved"}),
                "import": lambda one=director: self._load(one),
                "create": lambda one=director: one.create(
                    {"name": "Положение", "state": "approved"}
                ),
                "its order": lambda one=director: one.write({"order_id": self.make("order").id}),
            }
            for path, go in paths.items():
                with self.subTest(before=before, path=path):
                    with self.assertRaises(UserError), self.env.cr.savepoint():
                        go()
                    self.assertEqual(act.state, "cancelled")

    def _load(self, document):
        found = document.load([".id", "state"], [[str(document.id), "approved"]])
        if not found["ids"]:
            raise UserError(found["messages"][0]["message"])

    def test_an_order_does_not_approve_what_was_cancelled(self):
        order = self.make("order")
        act = self.make(order_id=order.id)
        act.action_agree()
        act._cancel("Не нужен")
        self.sign(order)
        self.assertEqual(act.state, "cancelled")

    def test_a_copy_begins_anew(self):
        act = self.make_act()
        copy = act.copy()
        self.assertEqual((copy.state, copy.number, copy.registered_as), ("draft", 0, False))
        self.assertFalse(copy.approved_by_id or copy.parent_id or copy.date_from)

    def test_a_cancelling_says_why(self):
        act = self.make()
        with self.assertRaises(UserError):
            act._cancel(" ")
        signed = self.make_act()
        with self.assertRaises(AccessError):
            signed._cancel("Ошибка")
        signed.with_user(self.director)._cancel("Ошибка")
        self.assertEqual((signed.state, signed.cancel_reason), ("cancelled", "Ошибка"))

    def test_whose_opinion_the_law_asks_for(self):
        act = self.make(touches_pupils=True)
        with self.assertRaisesRegex(UserError, "Council of parents, Council of pupils"):
            act.action_agree()
        act.opinion_ids = [
            (0, 0, {"asked": "parents_council", "verdict": "objects"}),
            (0, 0, {"asked": "pupils_council", "verdict": "no_body"}),
        ]
        act.action_agree()
        self.assertEqual(act.state, "agreed")
        with self.assertRaises(UserError):
            act.opinion_ids[0].verdict = "agrees"

    def test_the_mark_of_a_law_is_taken_away_when_it_was_compared(self):
        law = self.make_law(is_unverified=True)
        with self.assertRaises(AccessError):
            law.with_user(self.users["teacher"]).is_unverified = False
        with self.assertRaises(UserError):
            law.write({"is_unverified": False, "date": "2013-09-01"})
        self.assertTrue(law.is_unverified)
        law.is_unverified = False
        self.assertEqual((law.is_unverified, law.state), (False, "approved"))
