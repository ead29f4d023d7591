"""A number that is not there is NULL, where before a flag beside it said so and it could be 0.

The journals of loads hold returned figures of groups as they were, and give them back.
"""

from odoo.tools import SQL, sql

# table → flag → the columns it spoke of
_FLAGS = {
    "vsoko_indicator": {"has_target": ["target"]},
    "vsoko_indicator_value": {"has_previous": ["previous_value", "delta"]},
    "vsoko_indicator_value_history": {"has_previous": ["previous_value", "delta"]},
    "vsoko_publication_line": {"has_value": ["value"]},
    "vsoko_assessment_aggregate": {
        "has_marks": ["share_2", "share_3", "share_4", "share_5"],
        "has_comparison": ["lowered", "confirmed", "raised"],
    },
}
_JOURNALED = "vsoko_assessment_aggregate"


def migrate(cr, _version):
    for table, flags in _FLAGS.items():
        known = sql.table_columns(cr, table)
        for flag in flags.keys() & known.keys():
            for column in [name for name in flags[flag] if name in known]:
                _empty(cr, table, column, flag)
    if sql.column_exists(cr, "vsoko_import_change", "before"):
        for flag, columns in _FLAGS[_JOURNALED].items():
            _empty_journaled(cr, columns, flag)


def _empty(cr, table, column, flag):
    cr.execute(
        SQL(
            "UPDATE %(table)s SET %(column)s = NULL"
            " WHERE %(flag)s IS NOT TRUE AND %(column)s IS NOT NULL",
            table=SQL.identifier(table),
            column=SQL.identifier(column),
            flag=SQL.identifier(flag),
        )
    )


def _empty_journaled(cr, columns, flag):
    """Take a flag out of the journals; where it was not set, its numbers become empty."""
    cr.execute(
        SQL(
            """
            UPDATE vsoko_import_change
               SET before = (
                SELECT jsonb_agg((
                    SELECT jsonb_object_agg(
                               key,
                               CASE WHEN old ->> %(flag)s = 'false' AND key = ANY(%(columns)s)
                                    THEN 'null'::jsonb ELSE value END)
                      FROM jsonb_each(old) WHERE key <> %(flag)s) ORDER BY place)
                  FROM jsonb_array_elements(before) WITH ORDINALITY AS row(old, place))
             WHERE kind = 'changed' AND res_model = %(model)s
               AND jsonb_typeof(before) = 'array' AND before::text LIKE %(like)s
            """,
            flag=flag,
            columns=columns,
            model=_JOURNALED.replace("_", "."),
            like=f'%"{flag}"%',
        )
    )
