"""How lines of registers meet the periods, as pieces of a SELECT.

An event belongs to the period that holds its day. A school year holds all days of the year, its
summer too; a term begins where the one before it has ended. A school keeps a register from its
first line on: before that nothing is known, afterwards no line means that nothing has happened.
"""

from odoo.tools import SQL

from ...school import movement


def spans(narrowing, registers=()):
    """Return the SELECT of `span`: that of `movement.period_spans` with the first and the last day
    of its events and, for each of the tables `registers`, whether the school keeps it by then.

    :param registers: ``{name of the column: table}``
    """
    kept = [
        SQL(
            """, (SELECT TRUE FROM %(table)s line
                   WHERE line.company_id = span.company_id AND line.%(day)s <= days.last_day
                   LIMIT 1) IS TRUE AS %(name)s""",
            name=SQL.identifier(name),
            table=SQL.identifier(table),
            day=SQL.identifier("date_from" if table == "vsoko_programme" else "date"),
        )
        for name, table in dict(registers).items()
    ]
    return SQL(
        """
        SELECT span.*, days.first_day, days.last_day %(kept)s
          FROM (%(spans)s) span
          JOIN vsoko_period period ON period.id = span.period_id
          JOIN vsoko_year year ON year.id = period.year_id
          CROSS JOIN LATERAL (
            SELECT CASE WHEN period.kind = 'year' THEN year.date_start
                        ELSE span.opening + (NOT span.is_start)::int END AS first_day,
                   CASE WHEN period.kind = 'year' THEN year.date_end
                        ELSE period.date_end END AS last_day
          ) days
        """,
        spans=movement.period_spans(narrowing.of(company="period.company_id", period="period.id")),
        kept=SQL().join(kept),
    )


def stay_on(pupil, day, narrowing):
    """Return the LEFT JOIN of `place`, the stay of a pupil on a day.

    :param pupil, day: columns as SQL
    """
    return SQL(
        """
        LEFT JOIN vsoko_enrolment place
          ON place.student_id = %(pupil)s AND place.date_from <= %(day)s
         AND (place.date_to IS NULL OR place.date_to > %(day)s) AND %(near)s
        """,
        pupil=pupil,
        day=day,
        near=narrowing.near("place.year_id"),
    )


def of_lines_near(column, table, narrowing):
    """Return the condition that `column` is a line of a register of the school years around.

    For what hangs on lines and has no year of its own: their pupils and teachers.
    """
    if narrowing.periods is None:
        return SQL("TRUE")
    return SQL(
        "%s = ANY(ARRAY(SELECT line.id FROM %s line WHERE %s))",
        SQL.identifier(*column.split(".")),
        SQL.identifier(table),
        narrowing.near("line.year_id"),
    )


def lines_before(table, years, narrowing):
    """Return the condition that a line is of the schools and of the years before the periods.

    :param table: alias of the lines; they have `company_id` and `date`
    :param years: how many years before the earliest last day of the periods are asked for
    """
    if narrowing.periods is None:
        return SQL("TRUE")
    return SQL(
        """%(table)s.company_id = ANY(ARRAY(
               SELECT company_id FROM vsoko_period WHERE id = ANY(%(ids)s)))
           AND %(table)s.date > (
               SELECT (min(date_end) - make_interval(years => %(years)s))::date
                 FROM vsoko_period WHERE id = ANY(%(ids)s))
           AND %(table)s.date <= (
               SELECT max(date_end) FROM vsoko_period WHERE id = ANY(%(ids)s))""",
        table=SQL.identifier(table),
        ids=list(narrowing.periods),
        years=years,
    )
