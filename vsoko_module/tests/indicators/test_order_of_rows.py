from odoo.tests import tagged
from odoo.tools import SQL

from ...models.indicators.engine.digests import counted_sql
from ..evidence.common import VECTOR, AssessmentCase

POINTS = (0.1, 0.2, 0.3)


@tagged("post_install", "-at_install")
class TestOrderOfRows(AssessmentCase):
    """A figure does not depend on the order in which the database reads its rows."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.results = cls.enter(cls.work, VECTOR)[: len(POINTS)]
        cls.indicator = cls.env["vsoko.indicator"].new(
            {"code": "probe", "source": "result", "aggregate": "average", "value_field": "score"}
        )

    def total(self, places):
        """Write the points in an order of places, which is then that of the table; add them."""
        for place in places:
            self.cr.execute(
                SQL(
                    "UPDATE vsoko_result SET score = %s WHERE id = %s",
                    POINTS[place],
                    self.results[place].id,
                )
            )
        facts = self.indicator._get_fact_model()
        domain = [("student_id", "in", self.results.student_id.ids), ("period_id", "=", self.q1.id)]
        [(numerator, n, _digest)] = self.env.execute_query(
            counted_sql(facts, self.indicator, domain)
        )
        self.assertEqual(n, len(POINTS))
        return float(numerator)

    def test_a_sum_of_broken_numbers_is_the_same_in_any_order(self):
        self.assertNotEqual(sum(POINTS), sum(reversed(POINTS)), "the vector proves nothing")
        for places in ((0, 1, 2), (2, 1, 0), (1, 2, 0)):
            with self.subTest(places):
                self.assertEqual(self.total(places), 0.6)
