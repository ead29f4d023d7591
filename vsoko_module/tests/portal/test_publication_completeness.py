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
        self.assertEqual(line.missing_reason, "incomplete")
        self.assertIs(line.value, False)
        self.assertFalse(line.n or line.status or line.is_hidden)
        self.assertEqual(line.text, "мало отметок")
        # 9Б has all its marks: 12 pupils with two each, half of them «4»
        whole = self.line(publication, f"class:{self.class_9b.id}")
        self.assertEqual((whole.value, whole.n), (50, 24))
        # 5В has them too and hides 5А, which is small: hidden is not «too few marks»
        other = self.line(publication, f"class:{self.class_5v.id}")
        self.assertEqual((len(other), other.is_hidden, other.missing_reason), (1, True, False))
        self.assertFalse(self.line(publication, f"class:{self.class_5b.id}"), "no marks, no line")

    def test_numbers_that_rest_on_no_marks_are_not_called_incomplete(self):
        """The contingent of the first quarter is told. That of the second is hidden, for another
        reason than missing marks: less those who stand behind the groups of pupils, it gives the
        eight who have none, and a group of fewer than ten in which nobody has a result is hidden.
        """
        first = self.line(self.publish("council"), "school", "contingent")
        self.assertEqual(first.value, 38)
        publication = self.publish("council", period_id=self.q2.id)
        second = self.line(publication, "school", "contingent")
        self.assertEqual((second.is_hidden, second.missing_reason), (True, False))
        groups = self.line(publication, "school", "pupils_quality")
        self.assertTrue(groups.is_hidden)
        self.assertIs(groups.value, False)

    def test_the_contingent_is_told_where_every_class_has_marks(self):
        """Some marks of everybody: no group without any is left to be subtracted."""
        for school_class in (self.class_5b, self.class_9a):
            self.add_marks({(p, self.math): 4 for p in self.pupils_of(school_class)}, self.q3)
        for name in ("class_5a", "class_5v", "class_9b"):
            pupils = self.pupils_of(getattr(self, name))
            self.add_marks({(p, self.rus): 4 - n % 2 for n, p in enumerate(pupils)}, self.q3)
        self.q3.action_calculate()
        self.q3.with_user(self.director).action_approve()
        publication = self.publish("council", period_id=self.q3.id)
        contingent = self.line(publication, "school", "contingent")
        self.assertEqual(contingent.value, 38)
        quality = self.line(publication, "school")
        self.assertEqual(quality.missing_reason, "incomplete", "38 marks of 76")

    def test_readers_are_told_of_how_many_classes(self):
        publication = self.publish("council", period_id=self.q2.id)
        note = publication._prepare_content()["completeness"]
        self.assertIn("3 из 5 классов", note)
        self.assertIn("79 %", note)
        whole = self.publish("council")
        self.assertEqual(whole._prepare_content()["completeness"], "")
        published = publication._prepare_published()
        places = {(one.figure.code, one.figure.cell): one for one in published}
        school = places["quality", "school"]
        self.assertEqual((school.figure.value, school.text), (None, "мало отметок"))

    def test_the_least_share_is_the_setting_of_the_school(self):
        self.env.company.vsoko_least_completeness = 40
        self.q2.with_user(self.director).action_reopen()
        self.q2.action_calculate()
        self.q2.with_user(self.director).action_approve()
        line = self.line(self.publish("council", period_id=self.q2.id), "school")
        self.assertIsNot(line.value, False)
        self.assertFalse(line.missing_reason)

    def test_a_range_of_a_part_of_the_class_says_so(self):
        """Of the twelve of 5В ten have a mark in mathematics, all in Russian."""
        self.env.company.vsoko_least_completeness = 90
        pupils = self.pupils_of(self.class_5v)
        self.add_marks({(p, self.math): 4 for p in pupils[:10]}, self.q3)
        self.add_marks({(p, self.rus): 4 for p in pupils}, self.q3)
        self.q3.action_calculate()
        self.q3.with_user(self.director).action_approve()
        publication = self.publish("families", period_id=self.q3.id)
        lines = publication.sudo().line_ids.filtered(lambda one: one.scope == "class_subject")
        partial = {line.cell: line.is_partial for line in lines}
        cell = f"class_subject:{self.class_5v.id}"
        self.assertEqual(partial, {f"{cell}:{self.math.id}": True, f"{cell}:{self.rus.id}": False})
        child = self.env["vsoko.family.child"].with_user(self.family).search([])
        (year,) = child._prepare_years(publication.with_user(self.family))
        ranges = [row["cells"][-1]["range"] for row in year["rows"]]
        self.assertEqual(sorted(ranges), ["4", "4 (по данным неполных отметок)"])
        self.assertIn("по данным неполных отметок", child.with_user(self.deputy).sudo().page)
