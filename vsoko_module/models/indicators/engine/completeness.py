"""How complete the marks of a period are in every cell, as one statement."""

from odoo.tools import SQL

from ....tools import scopes
from .storing import dimension_columns, grouping_sql, key_sql, scope_rows, sets_sql


def completeness_sql(fact, target):
    """Return the statement that makes the rows of `vsoko.completeness` equal the facts.

    :param fact: empty recordset of the source of expected marks
    """
    # The right to calculate was checked by the caller; the count is of the whole school.
    query = fact.sudo()._search(
        fact._get_period_domain(target.period), active_test=False, bypass_access=True
    )
    keys = {name: fact._field_to_sql(fact._table, name, query) for name in scopes.DIMENSIONS}
    return SQL(
        """
        WITH found AS (
            SELECT breakdown.scope, %(dimensions)s, cells.expected, cells.known,
                   concat_ws(':', breakdown.scope, NULLIF(cells.key, '')) AS cell
              FROM (
                SELECT %(grouping)s AS grouping, %(key)s AS key, %(keys)s,
                       count(*) AS expected, count(*) FILTER (WHERE %(has_mark)s) AS known
                  FROM %(source)s
                 WHERE %(where)s
                 GROUP BY GROUPING SETS (%(sets)s)
              ) cells
              JOIN (VALUES %(breakdowns)s) breakdown (grouping, scope, bit, keys)
                ON breakdown.grouping = cells.grouping
             WHERE num_nonnulls(%(names)s) = breakdown.keys AND cells.expected > 0
        ),
        removed AS (
            DELETE FROM vsoko_completeness stale
             WHERE stale.period_id = %(period_id)s
               AND NOT EXISTS (SELECT 1 FROM found WHERE found.cell = stale.cell)
        )
        INSERT INTO vsoko_completeness AS kept
               (period_id, company_id, scope, cell, %(names)s, expected, known, share)
        SELECT %(period_id)s, %(company_id)s, scope, cell, %(names)s, expected, known,
               known * 100.0::float8 / expected
          FROM found
        ON CONFLICT (period_id, cell) DO UPDATE
           SET expected = EXCLUDED.expected, known = EXCLUDED.known, share = EXCLUDED.share
         WHERE (kept.expected, kept.known) IS DISTINCT FROM (EXCLUDED.expected, EXCLUDED.known)
        """,
        dimensions=dimension_columns(scopes.DIMENSIONS, "cells"),
        grouping=grouping_sql(keys),
        key=key_sql(keys),
        keys=SQL(", ").join(
            SQL("%s AS %s", key, SQL.identifier(name)) for name, key in keys.items()
        ),
        has_mark=fact._field_to_sql(fact._table, "has_mark", query),
        source=query.from_clause,
        where=query.where_clause or SQL("TRUE"),
        sets=sets_sql(keys, scopes.USUAL),
        breakdowns=scope_rows(scopes.USUAL, scopes.DIMENSIONS),
        names=SQL(", ").join(SQL.identifier(name) for name in scopes.DIMENSIONS),
        period_id=target.period.id,
        company_id=target.period.company_id.id,
    )
