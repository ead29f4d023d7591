"""Storing computed figures: judge, compare with other periods, write only what changed."""

from dataclasses import dataclass, field

from odoo.tools import SQL

from ....tools import scopes
from ...mixins.shown_figures import shown_sql
from .kinship import kinship_sql

# what a reader sees: a row is written again only when one of these differs
_CONTENT = (
    "level", "grade", "class_id", "subject_id", "teacher_id", "student_id",
    "numerator", "denominator", "value", "n", "people", "completeness", "missing_reason", "status",
    "grey_reason", "previous_value", "previous_n", "previous_people", "delta", "previous_barrier",
    "last_year_value", "last_year_delta", "last_year_barrier", "rating_allowed", "rule",
)  # fmt: skip
# those of them that the figures bring; the rest is found when they are stored
_GIVEN = (
    "level", "grade", "class_id", "subject_id", "teacher_id", "student_id",
    "numerator", "denominator", "value", "n", "people", "missing_reason",
)  # fmt: skip


@dataclass(frozen=True)
class Target:
    """Where figures of a calculation go and what they are compared with.

    `previous_ids` and `last_year_ids` map an indicator to the one with the same code in the
    system of indicators of the period it is compared with.
    """

    period: object
    run_id: int
    previous: object
    last_year: object
    previous_ids: dict = field(default_factory=dict)
    last_year_ids: dict = field(default_factory=dict)


def dimension_columns(dimensions, alias):
    """Return all dimension columns; those that the source does not have are NULL."""
    types = {"level": SQL("varchar")}
    return SQL(", ").join(
        SQL("%s AS %s", SQL.identifier(alias, name), SQL.identifier(name))
        if name in dimensions
        else SQL("NULL::%s AS %s", types.get(name, SQL("int")), SQL.identifier(name))
        for name in scopes.DIMENSIONS
    )


def scope_rows(names, dimensions):
    """Return VALUES rows (grouping, scope, bit, number of keys) of scopes."""
    return SQL(", ").join(
        SQL(
            "(%s, %s, %s, %s)",
            scopes.grouping(name, dimensions),
            name,
            scopes.bit(name),
            len(scopes.SCOPES[name]),
        )
        for name in names
    )


def grouping_sql(keys):
    """Return GROUPING() of the keys ``{dimension: SQL}``."""
    return SQL("GROUPING(%s)", SQL(", ").join(keys.values())) if keys else SQL("0")


def key_sql(keys):
    """Return the keys as they stand in the name of a cell; those not grouped by are left out."""
    return SQL("concat_ws(%s)", SQL(", ").join([SQL("':'"), SQL("NULL"), *keys.values()]))


def sets_sql(keys, names):
    """Return the grouping sets of scopes."""
    return SQL(", ").join(
        SQL("(%s)", SQL(", ").join(keys[name] for name in scopes.SCOPES[scope])) for scope in names
    )


def cells_sql(query, keys, used, columns):
    """Return all cells of some scopes, one pass over the facts: `cells`, joined to `breakdown`.

    A condition `whole_key_sql` belongs to it: a cell that lacks one of its keys is none.

    :param query: the facts; its conditions are compiled already, for they may join tables
    :param keys: ``{dimension: SQL}`` of what the scopes are made of
    :param used: names of the scopes
    :param columns: aggregates, in SQL
    """
    return SQL(
        """
        (
            SELECT %(grouping)s AS grouping, %(key)s AS key, %(columns)s
              FROM %(source)s
             WHERE %(where)s
             GROUP BY GROUPING SETS (%(sets)s)
        ) cells
        JOIN (VALUES %(breakdowns)s) breakdown (grouping, scope, bit, keys)
          ON breakdown.grouping = cells.grouping
        """,
        grouping=grouping_sql(keys),
        key=key_sql(keys),
        columns=SQL(", ").join(
            [*(SQL("%s AS %s", key, SQL.identifier(name)) for name, key in keys.items()), *columns]
        ),
        source=query.from_clause,
        where=query.where_clause or SQL("TRUE"),
        sets=sets_sql(keys, used),
        breakdowns=scope_rows(used, list(keys)),
    )


def whole_key_sql(keys):
    """Return whether a cell of `cells_sql` has all the keys of its scope."""
    names = [SQL("NULL"), *(SQL.identifier("cells", name) for name in keys)]
    return SQL("num_nonnulls(%s) = breakdown.keys", SQL(", ").join(names))


def store_sql(figures, indicator_ids, target, rests_on_marks=False):
    """Return the statement that makes the stored figures of `indicator_ids` equal `figures`.

    Its single row is (number of figures, new, changed, removed).

    :param rests_on_marks: whether the figures are as complete as the marks of their cells
    """
    columns = [SQL.identifier(name) for name in _CONTENT]
    return SQL(
        """
        WITH computed AS MATERIALIZED (
            %(figures)s
        ),
        previous_kin AS MATERIALIZED (%(previous_kin)s),
        last_year_kin AS MATERIALIZED (%(last_year_kin)s),
        judged AS (
            SELECT computed.indicator_id, computed.scope, computed.cell, %(given)s,
                   weak.completeness,
                   CASE WHEN band.status IS NOT NULL THEN weak.grey_reason END AS grey_reason,
                   CASE WHEN band.status IS NULL THEN NULL
                        WHEN weak.grey_reason IS NOT NULL THEN 'grey'
                        ELSE band.status END AS status,
                   previous.value AS previous_value,
                   previous.n AS previous_n,
                   previous.people AS previous_people,
                   %(delta)s AS delta,
                   previous_kin.barrier AS previous_barrier,
                   last_year_kin.barrier AS last_year_barrier,
                   last_year.value AS last_year_value,
                   %(last_year_delta)s AS last_year_delta,
                   indicator.rating_allowed, indicator.rule
              FROM computed
              JOIN vsoko_indicator indicator ON indicator.id = computed.indicator_id
              CROSS JOIN LATERAL (SELECT %(shown)s AS value) shown
              LEFT JOIN vsoko_indicator_band band
                ON band.indicator_id = computed.indicator_id
               AND shown.value::float8 >= band.lower
               AND (band.is_last OR shown.value::float8 < band.upper)
              LEFT JOIN vsoko_class class ON class.id = computed.class_id
              LEFT JOIN previous_kin ON previous_kin.class_id = computed.class_id
              LEFT JOIN last_year_kin ON last_year_kin.class_id = computed.class_id
              LEFT JOIN vsoko_completeness part
                ON %(rests_on_marks)s AND part.period_id = %(period_id)s
               AND part.cell = computed.cell
              CROSS JOIN LATERAL (
                SELECT COALESCE(computed.completeness, part.share) AS completeness,
                       CASE WHEN COALESCE(computed.completeness, part.share) < %(least)s
                            THEN 'incomplete'
                            WHEN computed.people < indicator.min_n THEN 'few' END AS grey_reason
              ) weak
              LEFT JOIN vsoko_indicator_value previous
                ON previous_kin.barrier IS NULL AND previous.period_id = %(previous_id)s
               AND previous.indicator_id = computed.previous_id
               AND previous.cell = %(previous_cell)s
              LEFT JOIN vsoko_indicator_value last_year
                ON last_year_kin.barrier IS NULL AND last_year.period_id = %(last_year_id)s
               AND last_year.indicator_id = computed.last_year_id
               AND last_year.cell = %(last_year_cell)s
        ),
        removed AS (
            DELETE FROM vsoko_indicator_value stale
             WHERE stale.period_id = %(period_id)s
               AND stale.indicator_id = ANY(%(indicator_ids)s)
               AND NOT EXISTS (
                   SELECT 1 FROM computed
                    WHERE computed.indicator_id = stale.indicator_id
                      AND computed.cell = stale.cell)
            RETURNING 1
        ),
        stored AS (
            INSERT INTO vsoko_indicator_value AS kept
                   (period_id, company_id, run_id, indicator_id, scope, cell, %(columns)s)
            SELECT %(period_id)s, %(company_id)s, %(run_id)s,
                   judged.indicator_id, judged.scope, judged.cell, %(new)s
              FROM judged
              LEFT JOIN vsoko_indicator_value old
                ON old.period_id = %(period_id)s
               AND old.indicator_id = judged.indicator_id
               AND old.cell = judged.cell
             WHERE old.id IS NULL OR (%(old)s) IS DISTINCT FROM (%(new)s)
            ON CONFLICT (period_id, indicator_id, cell) DO UPDATE
               SET (run_id, %(columns)s) = (EXCLUDED.run_id, %(excluded)s)
            RETURNING (xmax = 0) AS is_new
        )
        SELECT (SELECT count(*) FROM computed),
               (SELECT count(*) FROM stored WHERE is_new),
               (SELECT count(*) FROM stored WHERE NOT is_new),
               (SELECT count(*) FROM removed)
        """,
        figures=figures,
        previous_kin=kinship_sql(target.previous, target.period),
        last_year_kin=kinship_sql(target.last_year, target.period),
        given=SQL(", ").join(SQL.identifier("computed", name) for name in _GIVEN),
        rests_on_marks=rests_on_marks,
        least=target.period.company_id.vsoko_least_completeness,
        shown=_shown("computed"),
        delta=_change("previous"),
        last_year_delta=_change("last_year"),
        previous_id=target.previous.id or None,
        previous_cell=_cell_in(target.previous, target.period),
        last_year_id=target.last_year.id or None,
        last_year_cell=_cell_in(target.last_year, target.period),
        period_id=target.period.id,
        company_id=target.period.company_id.id,
        run_id=target.run_id,
        indicator_ids=list(indicator_ids),
        columns=SQL(", ").join(columns),
        new=SQL(", ").join(SQL("judged.%s", column) for column in columns),
        old=SQL(", ").join(SQL("old.%s", column) for column in columns),
        excluded=SQL(", ").join(SQL("EXCLUDED.%s", column) for column in columns),
    )


def _shown(alias):
    """Return a figure as people see it, see `tools.numbers`: zones judge what is shown, and a
    change is the difference of the two figures that are shown."""
    return shown_sql(SQL.identifier(alias, "value"), SQL("indicator.digits"))


def _change(alias):
    return SQL("(shown.value - %s)::float8", _shown(alias))


def _cell_in(other, period):
    """Return the cell of a computed figure in another period.

    In another school year the class is the one that its pupils came from.
    """
    if not other or other.year_id == period.year_id:
        return SQL("computed.cell")
    return SQL(
        "CASE WHEN computed.class_id IS NULL THEN computed.cell ELSE %s END",
        _cell(SQL("class.previous_id"), "computed"),
    )


def _cell(class_id, alias):
    keys = [
        class_id if name == "class_id" else SQL.identifier(alias, name)
        for name in scopes.DIMENSIONS
    ]
    return SQL("concat_ws(':', %s, %s)", SQL.identifier(alias, "scope"), SQL(", ").join(keys))
