from odoo.exceptions import AccessError
from odoo.tests import tagged

from .document_case import DocumentCase


@tagged("post_install", "-at_install")
class TestDocumentBody(DocumentCase):
    """What a body is founded on stands in the register, or on paper alone."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        own = [("company_id", "=", cls.env.company.id), ("kind", "=", "governing")]
        cls.council = cls.env["vsoko.body"].search(own).with_user(cls.deputy)

    def test_the_words_follow_from_the_document(self):
        act = self.make_act(name="Положение о совете", date="2025-08-30")
        self.council.founding_document_id = act
        self.assertEqual(self.council.founding_text, act.display_name)
        self.assertEqual(self.council.founding_date, act.date)

    def test_words_of_paper_stay_without_a_document(self):
        self.council.write({"founding_text": "Устав, приказ № 5", "founding_date": "2020-05-14"})
        self.assertFalse(self.council.founding_document_id)
        self.assertEqual(self.council.founding_text, "Устав, приказ № 5")
        self.council.founding_document_id = self.make_act(name="Положение о совете")
        self.assertIn("Положение о совете", self.council.founding_text)
        self.council.founding_document_id = False
        self.assertIn("Положение о совете", self.council.founding_text)

    def test_who_does_not_keep_the_register_reads_the_words_alone(self):
        self.council.founding_document_id = self.make(name="Проект")
        teacher = self.council.with_user(self.users["teacher"])
        self.assertEqual(teacher.founding_text, "Проект")
        with self.assertRaises(AccessError):
            teacher.read(["founding_document_id"])
