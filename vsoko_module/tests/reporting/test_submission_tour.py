from odoo.tests import HttpCase, tagged

from .submission_case import SubmissionCase


@tagged("post_install", "-at_install")
class TestSubmissionTour(SubmissionCase, HttpCase):
    def test_from_a_form_to_the_log(self):
        self.q1.with_user(self.director).action_approve()
        form = self.make_form({"A1": "{{quality}}", "A2": "{{quality|класс:5Я}}"})
        self.start_tour(
            f"/odoo/vsoko-submission-forms/{form.id}",
            "vsoko_submission_fill_and_send",
            login=self.deputy.login,
        )
        entry = form.submission_ids
        self.assertEqual((entry.state, entry.channel), ("sent", "email"))
        self.assertEqual((entry.letter_number, entry.sent_by_id), ("01-17/45", self.deputy))
        self.assertEqual(entry.empty_count, 1)
