import random

from odoo.tests import tagged
from odoo.tools import SQL

from ...tools import formula
from ..fixtures import FixtureCase
from ..pure import formula_samples


@tagged("post_install", "-at_install")
class TestFormulaSql(FixtureCase):
    """A formula has one answer, computed by Python or by PostgreSQL."""

    def in_sql(self, tree, values):
        """Return (value, reason) of the formula over a row of operands as columns."""
        names = {reference: f"c{place}" for place, reference in enumerate(values)}
        compiled = formula.to_sql(tree, lambda ref: SQL.identifier("cell", names[ref]))
        columns = [
            SQL("%s::float8 AS %s", value, SQL.identifier(names[reference]))
            for reference, value in values.items()
        ]
        row = SQL(
            "SELECT %s, %s FROM (SELECT %s) cell",
            SQL(compiled.value.template, *compiled.value.params),
            SQL(compiled.reason.template, *compiled.reason.params),
            SQL(", ").join([*columns, SQL("1 AS one")]),
        )
        return self.env.execute_query(row)[0]

    def test_random_formulas_agree_digit_for_digit(self):
        rng = random.Random(20260901)
        reasons = set()
        for _ in range(400):
            tree = formula.parse(formula_samples.number(rng, 4))
            values = formula_samples.values(rng, formula.references(tree))
            expected = formula.evaluate(tree, values)
            value, reason = self.in_sql(tree, values)
            with self.subTest(values=values):
                self.assertEqual((value, reason), (expected.value, expected.reason))
            reasons.add(reason)
        self.assertEqual(reasons, {None, *formula.REASONS})

    def test_names_never_become_sql(self):
        tree = formula.parse("[x); DROP TABLE res_users; --] + 1")
        (reference,) = formula.references(tree)
        self.assertEqual(self.in_sql(tree, {reference: 2.0}), (3.0, None))
