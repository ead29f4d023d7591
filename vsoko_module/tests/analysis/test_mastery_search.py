from odoo.tests import tagged

from ..evidence.common import VECTOR
from ..evidence.mastery_case import MasteryCase


@tagged("post_install", "-at_install")
class TestMasterySearch(MasteryCase):
    """A search in the database finds what filtering all rows finds."""

    def test_a_search_finds_the_same_rows(self):
        pupil = self.results[0].student_id
        everything = self.rows()
        for domain in (
            [("student_id", "=", pupil.id)],
            [("class_id", "=", self.class_5b.id), ("subject_id", "=", self.math.id)],
            [("year_id", "=", self.year.id), ("state", "=", "reached")],
            ["|", ("class_id", "=", self.class_5b.id), ("state", "=", "few")],
            ["!", ("class_id", "=", self.class_5b.id)],
            [("id", "in", everything[:3].ids)],
        ):
            with self.subTest(domain):
                found = self.env["vsoko.mastery"].search(domain)
                self.assertEqual(found, everything.filtered_domain(domain))
                self.assertTrue(found and found < everything)

    def test_a_row_by_its_number_has_the_points_of_all_works(self):
        later = self.make_work(self.class_5a, "thematic", "2025-12-15", self.test.copy())
        later.action_start()
        self.enter(later, VECTOR[:6])
        row = self.row(0, self.elements[0])
        row.invalidate_recordset()
        self.assertEqual((row.works, row.max_points), (2, 4))
