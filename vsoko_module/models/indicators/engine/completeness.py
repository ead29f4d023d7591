"""How complete the marks of a period are in every cell, as one statement."""

from odoo.tools import SQL

from ....tools import scopes
from .storing import cells_sql, dimension_columns, whole_key_sql


def completeness_sql(fact, target):
    """Return the statement that makes the rows of `vsoko.completeness` equal the facts.

    :param fact: empty recordset of the source of expected marks
    """
    # The right to calculate was checked by the caller; the count is of the whole school.
    query = fact.sudo()._search(
        fact._get_period_domain(target.period), active_test=False, bypass_access=True
    )
    keys = {name: fact._field_to_sql(fact._table, name, query) for name in scopes.DIMENSIONS}
    has_mark = fact._field_to_sql(fact._table, "has_mark", query)
    columns = [
        SQL("count(*) AS expected"),
        SQL("count(*) FILTER (WHERE %s) AS known", has_mark),
    ]
    return SQL(
        """
        WITH found AS (
            SELECT breakdown.scope, %(dimensions)s, cells.expected, cells.known,
                   concat_ws(':', breakdown.scope, NULLIF(cells.key, '')) AS cell
              FROM %(cells)s
             WHERE %(whole_key)s AND cells.expected > 0
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
        cells=cells_sql(query, keys, scopes.USUAL, columns),
        whole_key=whole_key_sql(keys),
        names=SQL(", ").join(SQL.identifier(name) for name in scopes.DIMENSIONS),
        period_id=target.period.id,
        company_id=target.period.company_id.id,
    )
