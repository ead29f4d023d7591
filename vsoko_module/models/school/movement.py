"""One rule for how pupils come, move and leave between two days, as pieces of a SELECT.

The pieces speak of the tables `span` (`company_id`; `opening`, the day whose evening is the start;
`last`, the last day; `is_start`, whether the opening is the first day of a school year), `stay`,
`before` and `after`: stays of the same pupil that border on it. Whoever comes after the opening
has come, whoever leaves after it and up to the last day has gone; a stay that borders on another
one is a move inside the school. Who leaves on the first day of a school year has left in it, unless
that day only ends the year before: pupils who were promoted, repeat the grade or have finished. So

    at_start + arrived + moved_in - moved_out - finished - departed = at_end

for any days and any set of classes: each stay is one row and stands once on both sides.
"""

from odoo.tools import SQL

NUMBERS = ("at_start", "arrived", "moved_in", "moved_out", "finished", "departed", "at_end")
ANY = SQL("TRUE")

_GONE = "COALESCE(stay.date_to <= span.last, FALSE)"
_INSIDE = "(after.id IS NOT NULL OR COALESCE(stay.reason, '') IN ('promoted', 'repeated'))"

COLUMNS = SQL(
    f"""
    stay.date_from <= span.opening AS at_start,
    stay.date_from > span.opening AND before.id IS NULL AS arrived,
    stay.date_from > span.opening AND before.id IS NOT NULL AS moved_in,
    {_GONE} AND {_INSIDE} AS moved_out,
    {_GONE} AND NOT {_INSIDE} AND COALESCE(stay.reason, '') = 'graduated' AS finished,
    {_GONE} AND NOT {_INSIDE} AND COALESCE(stay.reason, '') <> 'graduated' AS departed,
    NOT {_GONE} AS at_end
    """
)

# a stay of no days (entered and left on one day) never held
_HELD = "({0}.date_to IS NULL OR {0}.date_to > {0}.date_from)"

CONDITION = SQL(
    f"""
    stay.date_from <= span.last AND {_HELD.format("stay")}
    AND (stay.date_to IS NULL OR stay.date_to > span.opening
         OR span.is_start AND stay.date_to = span.opening AND after.id IS NULL
            AND COALESCE(stay.reason, '') NOT IN ('promoted', 'repeated', 'graduated'))
    """
)


def joins(before=ANY, after=ANY):
    """Return the FROM clause after `span`; the conditions narrow the bordering stays."""
    return SQL(
        f"""
        JOIN vsoko_enrolment stay ON stay.company_id = span.company_id
        LEFT JOIN vsoko_enrolment before
          ON before.student_id = stay.student_id AND before.date_to = stay.date_from
         AND {_HELD.format("before")} AND %s
        LEFT JOIN vsoko_enrolment after
          ON after.student_id = stay.student_id AND after.date_from = stay.date_to
         AND {_HELD.format("after")} AND %s
        """,
        before,
        after,
    )


def period_spans(condition):
    """Return the SELECT of `span` for periods: a term begins where the one before it has ended,
    so holidays belong to the term after them; the first term and the year begin with the pupils of
    the first day of the school year."""
    return SQL(
        """
        SELECT period.id AS period_id, period.company_id, period.date_end AS last,
               CASE WHEN period.kind = 'calendar_year' THEN period.date_start - 1
                    ELSE COALESCE(earlier.date_end, year.date_start) END AS opening,
               period.kind <> 'calendar_year' AND earlier.date_end IS NULL AS is_start
          FROM vsoko_period period
          JOIN vsoko_year year ON year.id = period.year_id
          LEFT JOIN LATERAL (
            SELECT max(date_end) AS date_end FROM vsoko_period
             WHERE year_id = period.year_id AND kind = period.kind
               AND date_end < period.date_start
          ) earlier ON TRUE
         WHERE %s
        """,
        condition,
    )
