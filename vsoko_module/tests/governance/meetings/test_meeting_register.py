from odoo.exceptions import UserError
from odoo.tests import tagged

from .meeting_case import MeetingCase


@tagged("post_install", "-at_install")
class TestMeetingRegister(MeetingCase):
    """Signed minutes and their corrections stand in the register of documents, once each."""

    def sign_as_secretary(self):
        meeting = self.held().with_user(self.secretary)
        meeting.action_check_minutes()
        meeting._as_seen().action_sign()
        return meeting

    def get_register(self, user=None):
        documents = self.env["vsoko.document"].with_user(user or self.env.user)
        return documents.search([("kind", "=", "minutes")])

    def test_minutes_enter_the_register_with_their_own_number(self):
        before = self.get_register()
        first, second = self.sign_as_secretary(), self.sign_as_secretary()
        self.assertEqual((first.number, second.number), (1, 2))
        entered = self.get_register() - before
        self.assertEqual(entered, (first | second).sudo().document_id)
        document = second.sudo().document_id
        self.assertEqual((document.registered_as, document.state), ("2", "approved"))
        self.assertEqual(document.date, second._get_day())
        self.assertEqual(document.approved_by_id, self.secretary)
        self.assertEqual(document.meeting_ids, second)

    def test_nothing_is_in_the_register_before_the_signature(self):
        before = self.get_register()
        meeting = self.held()
        meeting.action_check_minutes()
        self.assertEqual(self.get_register(), before)
        meeting.action_sign()
        with self.assertRaises(UserError):
            meeting.action_sign()
        self.assertEqual(len(self.get_register() - before), 1)

    def test_minutes_are_found_by_the_words_of_their_resolutions(self):
        meeting = self.sign_as_secretary()
        found = self.env["vsoko.document"].search([("text_search", "ilike", "горячее питание")])
        self.assertNotIn(meeting.sudo().document_id, found)
        found = self.env["vsoko.document"].search([("text_search", "ilike", "утвердить планы")])
        self.assertIn(meeting.sudo().document_id, found)

    def test_members_of_the_body_read_them_there_and_nobody_else(self):
        document = self.sign_as_secretary().sudo().document_id
        self.assertIn(document, self.get_register(self.people["member"]))
        for role in ("teacher", "methodical_council"):
            with self.subTest(role=role):
                self.assertNotIn(document, self.get_register(self.users[role]))
        self.assertIn(document, self.get_register(self.users["administration"]))

    def test_a_correction_is_a_document_of_its_own(self):
        meeting = self.sign_as_secretary()
        minutes = meeting.sudo().document_id
        entry = self.env["vsoko.meeting.correction"].with_user(self.secretary)
        entry = entry.create({"meeting_id": meeting.id, "name": "Следует читать: 12"})
        document = entry.sudo().document_id
        self.assertEqual((document.kind, document.registered_as), ("minutes", "1"))
        self.assertEqual(document.content, "Следует читать: 12")
        self.assertEqual(document.basis_ids, minutes)
        self.assertEqual(minutes.status, "in_force")
