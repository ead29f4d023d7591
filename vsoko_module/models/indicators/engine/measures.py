"""All measures of one source of facts in all scopes, as one SELECT."""

from odoo.fields import Domain
from odoo.tools import SQL

from ....tools import scopes
from .people import People
from .storing import cells_sql, dimension_columns, whole_key_sql


def measures_sql(fact, indicators, target):
    """Return the SELECT of the figures of `indicators` over the model `fact`.

    One pass over the facts groups them into every cell at once; each indicator is a filtered
    aggregate of that pass, and a lateral VALUES turns the columns into rows.

    :param fact: empty recordset of a source
    :param indicators: measures of that source, not empty
    :param target: Target of the calculation
    """
    # The right to calculate was checked by the caller; values count everybody's facts.
    query = fact.sudo()._search(
        fact._get_period_domain(target.period), active_test=False, bypass_access=True
    )
    used, keys = shared_cells(fact, indicators, query)
    # compiling the conditions may join tables to the query: the FROM clause is taken after it
    people = People(fact, used, keys)
    rows = [_indicator_row(fact, indicator, query, target, people) for indicator in indicators]
    return SQL(
        """
        SELECT figure.indicator_id, figure.previous_id, figure.last_year_id,
               breakdown.scope, %(dimensions)s,
               concat_ws(':', breakdown.scope, NULLIF(cells.key, '')) AS cell,
               figure.numerator, figure.denominator, figure.n, figure.people, figure.value,
               CASE WHEN figure.value IS NULL THEN 'empty_base' END AS missing_reason,
               NULL::float8 AS completeness
          FROM %(cells)s
          %(people)s
          CROSS JOIN LATERAL (VALUES %(figures)s)
            figure (indicator_id, previous_id, last_year_id, mask,
                    numerator, denominator, n, people, value)
         WHERE figure.mask & breakdown.bit <> 0
           AND %(whole_key)s
        """,
        dimensions=dimension_columns(keys, "cells"),
        cells=cells_sql(query, keys, used, [row.aggregates for row in rows]),
        people=people.join_sql(query),
        figures=SQL(", ").join(row.figure for row in rows),
        whole_key=whole_key_sql(keys),
    )


def shared_cells(fact, indicators, query):
    """Return the scopes that some of the measures have, and ``{dimension: SQL}`` of their keys."""
    used = [
        scope
        for scope in fact._get_scopes()
        if any(scope in indicator._get_scopes() for indicator in indicators)
    ]
    keys = {
        name: fact._field_to_sql(fact._table, name, query)
        for name in fact._fact_dimensions
        if any(name in scopes.SCOPES[scope] for scope in used)
    }
    return used, keys


class _Row:
    """Columns that one indicator adds to the pass, and its row of VALUES."""

    def __init__(self, indicator, numerator, denominator, n, value):
        prefix = f"i{indicator.id}"
        names = [SQL.identifier(f"{prefix}_{part}") for part in ("numerator", "denominator", "n")]
        columns = zip((numerator, denominator, n), names, strict=True)
        self.aggregates = SQL(", ").join(SQL("%s AS %s", *pair) for pair in columns)
        self.names = [SQL("cells.%s", name) for name in names]
        self.value = value(*self.names[:2])
        self.figure = None


def _indicator_row(fact, indicator, query, target, people):
    *aggregate, counted = aggregates_sql(fact, indicator, query)
    row = _Row(indicator, *aggregate)
    row.figure = SQL(
        "(%s::int, %s::int, %s::int, %s::int,"
        " %s::float8, %s::float8, %s::int, %s::int, %s::float8)",
        indicator.id,
        target.previous_ids.get(indicator.id),
        target.last_year_ids.get(indicator.id),
        scopes.mask(indicator._get_scopes()),
        *row.names,
        people.count_sql(row.names[2], counted),
        row.value,
    )
    return row


def aggregates_sql(fact, indicator, query):
    """Return (numerator, denominator, n, value function, condition of the rows behind n)."""
    base = condition_sql(fact, indicator._get_domain("denominator_domain"), query)
    counted_domain = indicator._get_counted_domain()
    counted = condition_sql(fact, counted_domain, query)
    factor = indicator.factor

    def ratio(numerator, denominator):
        return SQL("%s * %s / NULLIF(%s, 0)::float8", factor, numerator, denominator)

    def total(numerator, denominator):
        return numerator

    rows = SQL("count(*) FILTER (WHERE %s)", counted)
    if indicator.aggregate == "share":
        both = condition_sql(
            fact,
            indicator._get_domain("denominator_domain") & indicator._get_domain("numerator_domain"),
            query,
        )
        size = SQL("count(*) FILTER (WHERE %s)", base)
        return SQL("count(*) FILTER (WHERE %s)", both), size, size, ratio, base
    if indicator.aggregate == "count":
        return rows, SQL("NULL::float8"), rows, total, counted
    if indicator.aggregate == "distinct_students":
        people = SQL(
            "count(DISTINCT %s) FILTER (WHERE %s)",
            fact._field_to_sql(fact._table, "student_id", query),
            counted,
        )
        return people, SQL("NULL::float8"), people, total, counted
    column = fact._field_to_sql(fact._table, indicator._get_value_field(), query)
    amount = SQL("sum(%s) FILTER (WHERE %s)", _exact(column, fact, indicator), counted)
    if indicator.aggregate == "sum":
        return amount, SQL("NULL::float8"), rows, total, counted
    known = SQL("count(%s) FILTER (WHERE %s)", column, counted)

    def mean(numerator, denominator):
        return SQL("%s / NULLIF(%s, 0)::float8", numerator, denominator)

    return amount, known, known, mean, SQL("(%s) AND %s IS NOT NULL", counted, column)


def _exact(column, fact, indicator):
    """Return the addend of a sum that is the same in whatever order the rows come.

    A sum of floating numbers depends on the order in its last digit, and the order on the day's
    plan of the database: an approved figure would differ from itself.
    """
    is_float = fact._fields[indicator._get_value_field()].type == "float"
    return SQL("%s::text::numeric", column) if is_float else column


def plan_sql(fact, indicators):
    """Return the EXPLAIN of the conditions of some measures of one source: nothing is counted."""
    # The caller may edit the indicators; the plan tells nothing of the facts.
    query = fact.sudo()._search([], bypass_access=True)
    names = ("numerator_domain", "denominator_domain")
    found = [
        SQL("bool_or(%s)", condition_sql(fact, indicator._get_domain(name), query))
        for indicator in indicators
        for name in names
    ]
    return SQL("EXPLAIN SELECT %s FROM %s", SQL(", ").join(found), query.from_clause)


def condition_sql(fact, domain, query):
    """Compile a domain to SQL, adding the joins it needs to `query`."""
    # As above; rules of the user who calculates would change what an indicator means.
    domain = Domain(domain).optimize_full(fact.sudo())
    return domain._to_sql(fact.sudo(), fact._table, query)
