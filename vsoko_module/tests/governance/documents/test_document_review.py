from datetime import date

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .document_case import DocumentCase


@tagged("post_install", "-at_install")
class TestDocumentReview(DocumentCase):
    """A changed law marks what rests on it; reviews and ends are reminded of."""

    def test_a_changed_law_marks_the_acts_that_rest_on_it(self):
        law = self.make_law()
        act = self.make_act(basis_ids=law.ids)
        other = self.make_act()
        draft = self.make(basis_ids=law.ids)
        changed = self.make_version(law, outer_number="273-ФЗ (ред.)", date="2026-03-01")
        changed.write({"order_text": False, "date_from": "2026-03-01"})
        self.assertFalse(act.needs_review)
        changed.action_approve()
        self.assertTrue(act.needs_review)
        self.assertIn("273-ФЗ (ред.)", act.review_reason)
        self.assertFalse(other.needs_review or draft.needs_review)
        self.assertEqual(act.sudo().activity_ids.user_id, self.deputy)
        act.action_reviewed()
        self.assertFalse(act.needs_review or act.sudo().activity_ids)

    def test_versions_of_versions_are_found(self):
        law = self.make_law()
        second = self.make_version(law, outer_number="2", date="2026-01-01", date_from="2026-01-01")
        second.action_approve()
        act = self.make_act(basis_ids=law.ids)
        third = self.make_version(second, outer_number="3", date="2026-02-01")
        third.date_from = "2026-02-01"
        self.assertFalse(act.needs_review)
        third.action_approve()
        self.assertTrue(act.needs_review)
        self.assertEqual(act.sudo().activity_ids.user_id, self.deputy)
        self.assertFalse((law | second | third).filtered("needs_review"))

    def test_a_cancelled_law_marks_them_too(self):
        law = self.make_law()
        act = self.make_act(basis_ids=law.ids)
        other = self.make_act()
        self.assertFalse(act.needs_review)
        law.with_user(self.director)._cancel("Утратил силу")
        self.assertEqual((act.needs_review, other.needs_review), (True, False))
        self.assertIn("cancelled", act.review_reason)
        act.action_reviewed()
        self.assertFalse(act.needs_review or act.review_reason)

    def reminders(self, document, day):
        with freeze_time(day):
            self.env.invalidate_all()
            self.env["vsoko.document"]._cron_remind()
        activities = document.sudo().activity_ids
        return len(activities), activities.summary or ""

    def test_reminders_before_a_review_and_once_after_missed_days(self):
        with freeze_time("2026-01-10"):
            act = self.make_act(review_date="2026-06-30", date="2026-01-10")
        self.assertEqual(self.reminders(act, "2026-04-30")[0], 0)
        # 60 days before 30 June is 1 May
        self.assertEqual(self.reminders(act, "2026-05-01")[0], 1)
        act.sudo().activity_ids.unlink()
        self.assertEqual(self.reminders(act, "2026-05-02")[0], 0)
        # the server stood still on 31 May, 30 days before
        self.assertEqual(self.reminders(act, "2026-06-03")[0], 1)
        self.assertEqual(self.reminders(act, "2026-06-04")[0], 1)
        act.sudo().activity_ids.unlink()
        self.assertEqual(self.reminders(act, "2026-06-29")[0], 0)
        self.assertEqual(self.reminders(act, "2026-06-30")[0], 1)

    def test_the_end_is_reminded_of(self):
        with freeze_time("2026-01-10"):
            act = self.make_act(date_to="2026-06-30", date="2026-01-10")
        count, summary = self.reminders(act, "2026-05-15")
        self.assertEqual(count, 1)
        self.assertIn("2026", summary)
        self.assertEqual(act.sudo().activity_ids.date_deadline, date(2026, 6, 30))

    def test_a_document_that_is_over_is_not_reminded_of(self):
        act = self.make_act(review_date="2026-06-30", date="2026-01-10")
        act.with_user(self.director)._cancel("Отменён")
        self.assertEqual(self.reminders(act, "2026-06-30")[0], 0)
        with self.assertRaises(UserError):
            act.with_user(self.deputy).review_date = "2027-01-01"
