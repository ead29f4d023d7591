import io

from docx import Document

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .document_case import DocumentCase


@tagged("post_install", "-at_install")
class TestDocumentOrders(DocumentCase):
    """Orders are made from templates and come to the same register."""

    def opened(self, answer):
        return self.env[answer["res_model"]].with_user(self.deputy).browse(answer["res_id"])

    def test_an_act_has_one_order(self):
        act = self.make(name="Положение о совете")
        act.action_agree()
        order = self.opened(act.action_make_order())
        self.assertEqual((order.kind, order.state), ("order", "draft"))
        self.assertIn("Положение о совете", order.content)
        self.assertEqual(self.opened(act.action_make_order()), order)
        self.sign(order)
        self.assertEqual(act.state, "approved")
        self.assertIn("01-03/1", act.order_text)

    def test_an_order_of_a_system_of_indicators(self):
        framework = self.env.ref("vsoko_module.framework_regulation")
        framework.document_id = False
        order = self.opened(framework.with_user(self.deputy).action_make_order())
        self.assertEqual(framework.document_id, order)
        self.assertIn(framework.name, order.content)
        with self.assertRaises(AccessError):
            framework.with_user(self.users["teacher"]).action_make_order()

    def test_an_order_in_print(self):
        order = self.make("order", name="О комиссии", content="1. Создать комиссию.")
        lines = self.lines(order)
        self.assertEqual(lines[1], "ORDER")
        self.assertIn("1. Создать комиссию.", lines)
        self.assertTrue(any("______" in line for line in lines))
        order.date = "2025-10-14"
        self.sign(order)
        self.assertTrue(any("01-03/1" in line for line in self.lines(order)))
        page = order._get_order("pdf")[1].decode()
        self.assertIn("01-03/1", page)
        self.assertIn(self.director.name, page)
        with self.assertRaises(UserError):
            self.make()._get_order("pdf")

    def lines(self, order):
        paper = Document(io.BytesIO(order._get_order("docx")[1]))
        return [paragraph.text for paragraph in paper.paragraphs]
