"""Whether a class may be compared with the one its pupils came from."""

from odoo.tools import SQL

# of the pupils who were in the school at both times, so many must have gone from the one to the
# other: a class changes a pupil or two every year, and is then still the same class
SAME_SHARE = 0.75
# a class has become one with another when that one gave it so many pupils, and this part of them
JOINED_PUPILS, JOINED_SHARE = 2, 0.5


def kinship_sql(other, period):
    """Return the SELECT (class_id, barrier) of the classes of `period`: barrier is ``merged``,
    ``divided``, ``other`` (nobody of the class before) or NULL, and tells why the class cannot be
    compared with `other`.

    The pupils of the two last days decide, whatever has brought them: a promotion, a file,
    transfers by hand. A class none of whose pupils was in the school then has no row.

    :param other: the period to be compared with, maybe empty
    """
    if not other:
        return SQL("SELECT NULL::int AS class_id, NULL::varchar AS barrier WHERE FALSE")
    is_same_year = other.year_id == period.year_id
    return SQL(
        """
        WITH pairs AS MATERIALIZED (%(pairs)s), judged AS (
            SELECT pair.*, %(origin)s AS origin_id,
                   COALESCE(pair.old_id = %(origin)s, FALSE) AS is_origin
              FROM pairs pair JOIN vsoko_class class ON class.id = pair.class_id
        ), grown AS (
            SELECT old_id, class_id FROM pairs
             WHERE size >= %(pupils)s AND size >= %(joined)s * known
        )
        SELECT class_id,
               CASE WHEN bool_or(NOT is_origin AND size >= %(pupils)s AND count > 1
                                 AND size >= %(joined)s * kept)
                      OR count(*) > 1 AND COALESCE(sum(size) FILTER (WHERE is_origin), max(size))
                         < %(same)s * max(known)
                    THEN 'merged'
                    WHEN max(origin_id) IS NOT NULL AND NOT bool_or(is_origin) THEN 'other'
                    WHEN bool_or(is_origin AND (size < %(same)s * kept OR EXISTS (
                            SELECT 1 FROM grown
                             WHERE grown.old_id = judged.old_id
                               AND grown.class_id <> judged.class_id)))
                      OR NOT bool_or(is_origin) AND max(size) < %(same)s * max(kept)
                    THEN 'divided' END AS barrier
          FROM judged
         GROUP BY class_id
        """,
        pairs=_pairs_sql(other, period),
        origin=SQL("class.id" if is_same_year else "class.previous_id"),
        same=SAME_SHARE,
        pupils=JOINED_PUPILS,
        joined=JOINED_SHARE,
    )


def _pairs_sql(other, period):
    """Return the SELECT (class_id, old_id, size, known, kept, count): how many pupils of a class
    were in an old one, of how many known of the class and kept of the old one, and in how many old
    classes those of the class were."""
    return SQL(
        """
        SELECT pair.*, sum(size) OVER (PARTITION BY class_id) AS known,
               sum(size) OVER (PARTITION BY old_id) AS kept,
               count(*) OVER (PARTITION BY class_id) AS count
          FROM (
            SELECT now.class_id, old.class_id AS old_id, count(*) AS size
              FROM vsoko_enrolment now JOIN vsoko_enrolment old USING (student_id)
             WHERE %s AND %s
             GROUP BY now.class_id, old.class_id
          ) pair
        """,
        _on_last_day("now", period),
        _on_last_day("old", other),
    )


def _on_last_day(alias, period):
    return SQL(
        "%(stay)s.company_id = %(company)s AND %(stay)s.date_from <= %(day)s"
        " AND (%(stay)s.date_to IS NULL OR %(stay)s.date_to > %(day)s)",
        stay=SQL.identifier(alias),
        company=period.company_id.id,
        day=period.date_end,
    )
