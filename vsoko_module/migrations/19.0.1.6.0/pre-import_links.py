"""Facts refer to the import they came from, where before they only had its number.

Numbers of imports that are no more, and 0, refer to nothing; the journals of loads have them too,
and give them back when a load is taken back.
"""

from odoo.tools import SQL

_FACTS = ("vsoko_mark", "vsoko_result", "vsoko_assessment_aggregate", "vsoko_participant_code")
_IS_LOST = SQL(
    """
    jsonb_typeof(old -> 'import_id') = 'number'
    AND NOT EXISTS (SELECT FROM vsoko_import WHERE id = (old ->> 'import_id')::int)
    """
)


def migrate(cr, _version):
    for table in _FACTS:
        cr.execute(
            SQL(
                "UPDATE %s fact SET import_id = NULL WHERE import_id IS NOT NULL"
                " AND NOT EXISTS (SELECT FROM vsoko_import WHERE id = fact.import_id)",
                SQL.identifier(table),
            )
        )
    cr.execute(
        SQL(
            """
            UPDATE vsoko_import_change
               SET before = (SELECT jsonb_agg(CASE WHEN %(is_lost)s
                                                   THEN jsonb_set(old, '{import_id}', 'null')
                                                   ELSE old END ORDER BY place)
                               FROM jsonb_array_elements(before) WITH ORDINALITY AS row(old, place))
             WHERE kind = 'changed' AND jsonb_typeof(before) = 'array'
               AND EXISTS (SELECT FROM jsonb_array_elements(before) old WHERE %(is_lost)s)
            """,
            is_lost=_IS_LOST,
        )
    )
