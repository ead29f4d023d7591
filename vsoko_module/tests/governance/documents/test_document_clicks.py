from odoo.tests import tagged

from ...common import make_users
from ...reporting.process_case import ProcessCase
from ...reporting.test_two_clicks import press

YEAR = 2046


@tagged("post_install", "-at_install")
class TestDocumentClicks(ProcessCase):
    """Two secretaries at one moment: one document has one number, two have two."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.director = f"director_{YEAR}"
        cls.users = make_users(cls.env, {cls.director: ["director"]})[cls.director]
        cls.index = cls.env["vsoko.document.index"].create(
            {"name": "Приказы", "code": f"{YEAR}", "kind": "order"}
        )
        cls.store()

    @classmethod
    def _remove(cls):
        cls.cr.rollback()
        cls.cr.execute("DELETE FROM vsoko_document WHERE index_id = %s", [cls.index.id])
        cls.env.invalidate_all()
        cls.index.unlink()
        cls.users.unlink()
        cls.store()

    def make(self, count):
        vals = {"name": "О работе", "kind": "order", "index_id": self.index.id}
        return self.env["vsoko.document"].create([{**vals, "date": f"{YEAR}-10-01"}] * count)

    def sign_at_once(self, orders):
        self.store()
        workers = [
            self.start(press, self.director, "vsoko.document", order.id, "action_approve")
            for order in orders
        ]
        for worker in workers:
            worker.go()
        answers = sorted(str(worker.answer()) for worker in workers)
        self.refresh()
        return answers

    def test_two_orders_have_two_numbers(self):
        orders = self.make(2)
        self.assertEqual(self.sign_at_once(orders), ["done", "done"])
        self.assertEqual(sorted(orders.mapped("number")), [1, 2])
        (order,) = self.make(1)
        answers = self.sign_at_once([order, order])
        self.assertEqual(answers[0], "done")
        self.assertEqual((order.number, order.state), (3, "approved"))
        self.assertEqual(self.env["vsoko.document"]._get_number_gaps(), {})
