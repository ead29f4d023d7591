from unittest.mock import patch

from odoo.sql_db import Cursor
from odoo.tests import tagged
from odoo.tools import SQL

from .common import LargeClassesCase, PublicationCase

PUPILS = 200
# rows that a plan touches for one mark: scans, joins, sorts and groupings, each a few times
MOST_ROWS_FOR_A_MARK = 40


def touched(node):
    """Rows that a node of an analysed plan and those under it went through."""
    passed = node["Actual Rows"] + sum(
        count for name, count in node.items() if name.startswith("Rows Removed by")
    )
    return passed * node["Actual Loops"] + sum(map(touched, node.get("Plans", ())))


class MassImportCase(LargeClassesCase):
    """Many marks of the same transaction, before anything is counted."""

    @classmethod
    def make_fixture(cls):
        cls.imported = cls.enrol(
            cls.env["vsoko.class"].create({"year_id": cls.year.id, "grade": 7, "letter": "А"}),
            PUPILS,
        )
        cls.add_marks(
            {(pupil, one): 4 for pupil in cls.imported for one in cls.math | cls.rus}, cls.q1
        )


@tagged("post_install", "-at_install")
class TestPublicationPlanner(PublicationCase, MassImportCase):
    def test_facts_of_the_same_transaction_are_grouped_by_few_rows(self):
        """The planner has no statistics here, as in the transaction of a mass import."""
        publication = self.publish(approve=False)
        plans = []
        execute = Cursor.execute

        def spy(cr, query, *args, **options):
            if isinstance(query, SQL) and "AS pattern" in query.code:
                execute(cr, SQL("EXPLAIN (ANALYZE, FORMAT JSON) %s", query))
                plans.append(cr.fetchone()[0][0]["Plan"])
            return execute(cr, query, *args, **options)

        with patch.object(Cursor, "execute", spy):
            publication.action_refresh()
        marks = self.env["vsoko.mark"].search_count([("period_id", "=", self.q1.id)])
        self.assertTrue(plans)
        self.assertGreater(marks, 2 * PUPILS)
        for plan in plans:
            self.assertLess(touched(plan), MOST_ROWS_FOR_A_MARK * marks)
        self.env.cr.execute("SHOW enable_nestloop")
        self.assertEqual(self.env.cr.fetchone(), ("on",))
