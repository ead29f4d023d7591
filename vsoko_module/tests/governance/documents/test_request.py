from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .document_case import DocumentCase


@tagged("post_install", "-at_install")
class TestRequest(DocumentCase):
    """Who asked what, by when, and what was answered."""

    def ask(self, user=None, **vals):
        Request = self.env["vsoko.request"].with_user(user or self.deputy)
        return Request.create({"name": "Как сдали математику?", "asker_kind": "parents", **vals})

    def test_the_days_of_a_request(self):
        with freeze_time("2025-10-01"):
            request = self.ask(answer="Опубликовано на сайте")
            self.assertEqual((request.due_date, request.days), (date(2025, 10, 31), 0))
        with freeze_time("2025-11-01"):
            self.env.invalidate_all()
            self.assertEqual((request.days, request.is_overdue), (31, True))
            self.assertIn(request, request.search([("is_overdue", "=", True)]))
            request.action_take()
            request.action_answer()
        with freeze_time("2026-01-01"):
            self.env.invalidate_all()
            self.assertEqual((request.days, request.is_overdue), (31, False))
        self.assertEqual(request.responsible_id, self.deputy)

    def test_an_answer_is_said_and_locked(self):
        request = self.ask()
        with self.assertRaises(UserError):
            request.action_answer()
        request.answer = "90 %"
        request.action_answer()
        with self.assertRaises(UserError):
            request.answer = "95 %"
        with self.assertRaises(UserError):
            request.action_refuse()
        request.action_reopen()
        request.answer = "95 %"
        self.assertEqual((request.state, request.answered_on), ("in_work", False))

    def test_an_employee_reads_the_own_requests(self):
        teacher = self.users["teacher"]
        own, other = self.ask(teacher, asker_kind="staff"), self.ask()
        seen = self.env["vsoko.request"].with_user(teacher).search([])
        self.assertIn(own, seen)
        self.assertNotIn(other, seen)
        for button in ("action_take", "action_answer", "action_refuse", "action_reopen"):
            with self.assertRaises(AccessError):
                getattr(own, button)()
        with self.assertRaises(AccessError):
            self.ask(teacher, author_id=self.deputy.id)

    def test_what_is_asked_often(self):
        topic = self.env.ref("vsoko_module.request_topic_1").with_user(self.deputy)
        before = topic.request_count
        self.ask(topic_id=topic.id)
        self.ask(topic_id=topic.id)
        topic.invalidate_recordset()
        self.assertEqual(topic.request_count, before + 2)
