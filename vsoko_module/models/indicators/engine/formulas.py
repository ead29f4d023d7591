"""All formulas of one depth in all cells, as one SELECT over stored figures."""

from odoo.tools import SQL

from ....tools import formula as language
from ....tools import scopes

_COLUMNS = {
    language.When.CURRENT: "value",
    language.When.PREVIOUS: "previous_value",
    language.When.LAST_YEAR: "last_year_value",
}
# a formula rests on no more than the weakest of its operands
_WEAKEST = ("n", "people", "completeness")


def formulas_sql(formulas, ids_by_code, target):
    """Return the SELECT of the figures of some formulas that do not need one another.

    :param formulas: {indicator: tree of its formula}, not empty
    :param ids_by_code: {code: id} of the indicators of the same system
    :param target: Target of the calculation
    """
    used = {ref for tree in formulas.values() for ref in language.references(tree)}
    places = {ref: f"o{place}" for place, ref in enumerate(sorted(used, key=_sort_key))}
    operand_ids = sorted({ids_by_code[ref.code] for ref in used})
    rows = [_formula_row(indicator, tree, places, target) for indicator, tree in formulas.items()]
    return SQL(
        """
        SELECT figure.indicator_id, figure.previous_id, figure.last_year_id,
               cells.scope, %(dimensions)s, cells.cell,
               NULL::float8 AS numerator, NULL::float8 AS denominator,
               figure.n, figure.people, figure.value, figure.missing_reason, figure.completeness
          FROM (
            SELECT operand.cell, operand.scope, %(dimensions)s, %(operands)s, %(counts)s
              FROM vsoko_indicator_value operand
             WHERE operand.period_id = %(period_id)s
               AND operand.indicator_id = ANY(%(operand_ids)s)
             GROUP BY operand.cell, operand.scope, %(dimensions)s
          ) cells
          JOIN (VALUES %(breakdowns)s) breakdown (scope, bit) ON breakdown.scope = cells.scope
          CROSS JOIN LATERAL (VALUES %(figures)s)
            figure (indicator_id, previous_id, last_year_id, mask,
                    n, people, completeness, value, missing_reason)
         WHERE figure.mask & breakdown.bit <> 0 AND figure.n IS NOT NULL
        """,
        dimensions=SQL(", ").join(SQL.identifier(name) for name in scopes.DIMENSIONS),
        operands=SQL(", ").join(
            SQL(
                "max(operand.%s) FILTER (WHERE operand.indicator_id = %s) AS %s",
                SQL.identifier(_COLUMNS[ref.when]),
                ids_by_code[ref.code],
                SQL.identifier(place),
            )
            for ref, place in places.items()
        ),
        counts=SQL(", ").join(
            SQL(
                "min(operand.%s) FILTER (WHERE operand.indicator_id = ANY(%s)) AS %s",
                SQL.identifier(name),
                sorted(ids_by_code[ref.code] for ref in language.references(tree)),
                SQL.identifier(f"{name}{indicator.id}"),
            )
            for indicator, tree in formulas.items()
            for name in _WEAKEST
        ),
        period_id=target.period.id,
        operand_ids=operand_ids,
        breakdowns=SQL(", ").join(
            SQL("(%s, %s)", scope, scopes.bit(scope)) for scope in scopes.SCOPES
        ),
        figures=SQL(", ").join(rows),
    )


def _formula_row(indicator, tree, places, target):
    compiled = language.to_sql(tree, lambda ref: SQL.identifier("cells", places[ref]))
    value = SQL(compiled.value.template, *compiled.value.params)
    reason = SQL(compiled.reason.template, *compiled.reason.params)
    return SQL(
        "(%s::int, %s::int, %s::int, %s::int, %s, (%s)::float8, (%s)::varchar)",
        indicator.id,
        target.previous_ids.get(indicator.id),
        target.last_year_ids.get(indicator.id),
        scopes.mask(indicator._get_scopes()),
        SQL(", ").join(SQL.identifier("cells", f"{name}{indicator.id}") for name in _WEAKEST),
        value,
        reason,
    )


def _sort_key(reference):
    return reference.code, reference.when.value
