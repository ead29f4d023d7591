"""What is kept of the rows behind a figure, so that an exchange of rows is seen later."""

from odoo.fields import Domain
from odoo.tools import SQL

from .measures import aggregates_sql, condition_sql, shared_cells
from .storing import cells_sql, whole_key_sql

# digits of a number that tell one contribution from another
_SCALE = 1000
_SHIFT = 24


def keep_digests_sql(fact, indicators, period):
    """Return the statement that keeps the digest of each figure of a period; one pass.

    :param fact: empty recordset of a source
    :param indicators: measures of that source, not empty
    """
    query = _facts(fact, fact._get_period_domain(period))
    used, keys = shared_cells(fact, indicators, query)
    digests = {indicator: digest_sql(fact, indicator, query) for indicator in indicators}
    names = {indicator: SQL.identifier(f"i{indicator.id}") for indicator in indicators}
    return SQL(
        """
        UPDATE vsoko_indicator_value figure
           SET digest = found.digest
          FROM (
            SELECT concat_ws(':', breakdown.scope, NULLIF(cells.key, '')) AS cell,
                   counted.indicator_id, counted.digest
              FROM %(cells)s
              CROSS JOIN LATERAL (VALUES %(digests)s) counted (indicator_id, digest)
             WHERE %(whole_key)s
          ) found
         WHERE figure.period_id = %(period_id)s
           AND figure.indicator_id = found.indicator_id
           AND figure.cell = found.cell
           AND figure.digest IS DISTINCT FROM found.digest
        """,
        cells=cells_sql(
            query,
            keys,
            used,
            [SQL("%s AS %s", digest, names[one]) for one, digest in digests.items()],
        ),
        digests=SQL(", ").join(
            SQL("(%s::int, cells.%s)", one.id, name) for one, name in names.items()
        ),
        whole_key=whole_key_sql(keys),
        period_id=period.id,
    )


def counted_sql(fact, indicator, domain):
    """Return the SELECT of (numerator, n, digest) of a measure over the facts of a domain."""
    query = _facts(fact, domain)
    numerator, _denominator, n, *_rest = aggregates_sql(fact, indicator, query)
    return query.select(numerator, n, digest_sql(fact, indicator, query))


def digest_sql(fact, indicator, query):
    """Return the aggregate that tells which rows a measure counts, and as what.

    Two sums of numbers that stand for the rows: of all that are counted, and of what each gives (a
    row of the numerator of a share, the number of a mean). Rows are known by the pupil and subject
    where these name one, so that facts that were loaded again are the same. The numbers are those
    by which PostgreSQL divides partitioned tables: they do not change with its version.
    """
    counted = condition_sql(fact, indicator._get_counted_domain(), query)
    row = _row_number(fact, query)
    parts = [SQL("COALESCE(sum(%s) FILTER (WHERE %s), 0)", row, counted)]
    if indicator.aggregate == "share":
        both = indicator._get_counted_domain() & indicator._get_domain("numerator_domain")
        both = condition_sql(fact, both, query)
        parts.append(SQL("COALESCE(sum(%s) FILTER (WHERE %s), 0)", row, both))
    elif indicator.aggregate not in ("count", "distinct_students"):
        value = fact._field_to_sql(fact._table, indicator._get_value_field(), query)
        given = SQL("(%s >> %s) * round(%s::numeric * %s)", row, _SHIFT, value, _SCALE)
        parts.append(SQL("COALESCE(sum(%s) FILTER (WHERE %s), 0)", given, counted))
    return SQL("concat_ws('/', %s)", SQL(", ").join(parts))


def _facts(fact, domain):
    # The caller has checked the right; figures count the facts of the whole school.
    return fact.sudo()._search(Domain(domain), active_test=False, bypass_access=True)


def _row_number(fact, query):
    number = SQL("0")
    for name in fact._fact_key or ("id",):
        field = fact._field_to_sql(fact._table, name, query)
        number = SQL("hashint8extended(%s::bigint, %s)", field, number)
    return number
