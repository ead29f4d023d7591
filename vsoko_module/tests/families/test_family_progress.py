from odoo.tests import tagged

from ..portal.common import PublicationCase


@tagged("post_install", "-at_install")
class TestFamilyProgress(PublicationCase):
    """The page of a child tells the own progress from term to term: no place, nobody else."""

    def get_year(self):
        child = self.env["vsoko.family.child"].with_user(self.family).search([])
        (year,) = child._prepare_years(self.env["vsoko.publication"])
        return year

    def test_one_term_is_no_progress(self):
        self.assertEqual(self.get_year()["progress"], [])

    def test_the_same_subjects_of_the_last_two_terms(self):
        # 4 and 4 in the first quarter
        self.add_marks({(self.child, self.math): 5, (self.child, self.rus): 4}, self.q2)
        # of others nothing is told
        self.add_marks({(self.other_child, self.math): 2}, self.q2)
        progress = self.get_year()["progress"]
        self.assertEqual(len(progress), 2)
        self.assertIn("(2)", progress[0])
        self.assertIn("4,00", progress[0])
        self.assertIn("4,50", progress[0])
        self.assertIn(self.math.name, progress[1])
        self.assertNotIn(self.rus.name, progress[1])
        self.assertNotIn(self.other_child.name, str(progress))

    def test_it_stands_on_the_page(self):
        self.add_marks({(self.child, self.math): 3, (self.child, self.rus): 4}, self.q2)
        child = self.env["vsoko.family.child"].with_user(self.family).search([])
        page = self.env["ir.qweb"]._render(
            "vsoko_module.family_child_marks",
            child._prepare_page(self.env["vsoko.publication"]),
        )
        self.assertIn("o_vsoko_own_progress", str(page))
        self.assertIn("3,50", str(page))
