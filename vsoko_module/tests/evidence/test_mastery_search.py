from odoo.tests import tagged
from odoo.tools import SQL

from .common import VECTOR
from .mastery_case import MasteryCase


@tagged("post_install", "-at_install")
class TestMasterySearch(MasteryCase):
    """A search adds up the facts it needs and finds what it would find among all."""

    def test_a_search_finds_the_same_rows_among_fewer_facts(self):
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

    def test_facts_are_taken_by_class_and_by_the_user(self):
        of_class = [("class_id", "in", self.class_5b.ids)]
        self.assertEqual(self._count_facts(of_class), 4)
        self.assertEqual(self._count_facts(["|", *of_class, ("state", "=", "few")]), 10)
        self.assertEqual(self._count_facts([], self.users["teacher"]), 6)
        self.assertEqual(self._count_facts([], self.users["administration"]), 10)
        row = self.row(9, self.elements[0])
        self.assertEqual(self._count_facts([("id", "=", row.id)]), 1)

    def _count_facts(self, domain, user=None):
        """Return how many results the sums of a search are made of."""
        model = self.env["vsoko.mastery"]
        model = model.with_user(user) if user else model
        narrowed = model.with_context(vsoko_mastery_facts=model._get_narrowing(domain))
        ((found,),) = self.env.execute_query(
            SQL(
                "SELECT count(*) FROM vsoko_result result"
                " JOIN vsoko_assessment work ON work.id = result.assessment_id WHERE %s",
                narrowed._get_facts_condition(),
            )
        )
        return found
