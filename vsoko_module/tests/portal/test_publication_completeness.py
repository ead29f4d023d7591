from odoo.tests import tagged

from .common import PublicationCase


@tagged("post_install", "-at_install")
class TestPublicationCompleteness(PublicationCase):
    """The second quarter has the marks of 5А, 5В and 9Б; nobody of 5Б and 9А has one.

    Of 38 pupils mathematics and Russian are expected, of 5В and 9Б as subjects of the school: 76
    marks, and 60 of them are there.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for name in ("class_5a", "class_5v", "class_9b"):
            pupils = cls.pupils_of(getattr(cls, name))
            for subject in (cls.math, cls.rus):
                cls.add_marks({(p, subject): 4 - n % 2 for n, p in enumerate(pupils)}, cls.q2)
        cls.q2.action_calculate()
        cls.q2.with_user(cls.director).action_approve()

    def test_a_figure_of_a_part_is_named_without_its_number(self):
        publication = self.publish("council", period_id=self.q2.id)
        line = self.line(publication, "school")
        self.assertEqual((line.missing_reason, line.has_value), ("incomplete", False))
        self.assertFalse(line.value or line.n or line.status or line.is_hidden)
        self.assertEqual(line.text, "мало отметок")
        # a class with all its marks is whole
        whole = self.line(publication, f"class:{self.class_5v.id}")
        self.assertNotEqual(whole.missing_reason, "incomplete")

    def test_readers_are_told_of_how_many_classes(self):
        publication = self.publish("council", period_id=self.q2.id)
        note = publication._prepare_content()["completeness"]
        self.assertIn("3 из 5 классов", note)
        self.assertIn("79 %", note)
        whole = self.publish("council")
        self.assertEqual(whole._prepare_content()["completeness"], "")
        published = publication._prepare_published()
        school = next(o for o in published if (o["code"], o["cell"]) == ("quality", "school"))
        self.assertEqual((school["value"], school["text"]), (None, "мало отметок"))

    def test_the_least_share_is_the_setting_of_the_school(self):
        self.env.company.vsoko_least_completeness = 40
        self.q2.with_user(self.director).action_reopen()
        self.q2.action_calculate()
        self.q2.with_user(self.director).action_approve()
        line = self.line(self.publish("council", period_id=self.q2.id), "school")
        self.assertTrue(line.has_value)
        self.assertFalse(line.missing_reason)
