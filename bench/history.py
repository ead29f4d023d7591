"""One school's period alone and among twenty schools with ten years each."""

import time

from odoo.tools import SQL

from . import framework, school

SCHOOLS = 20
YEARS = 10
STUDENTS = 100
ROUNDS = 5


def main(env):
    """Yield (what is compared, ratio, budget) rows."""
    one = _School(env, school.build(env, STUDENTS, name="Alone"))
    alone = one.measure()
    for number in range(1, SCHOOLS):
        _add_years(env, school.build(env, STUDENTS, name=f"Other {number}"))
    _add_years(env, one.company)
    env.cr.execute("ANALYZE vsoko_mark, vsoko_enrolment, vsoko_teaching, vsoko_indicator_value")
    env.cr.commit()
    yield (
        f"a period of a school among {SCHOOLS} schools and {YEARS} years / alone",
        one.measure() / alone,
        "≤ 1.2",
    )


class _School:
    def __init__(self, env, company):
        self.env = env(context=dict(env.context, allowed_company_ids=[company.id]))
        framework.build(self.env, company)
        self.company = company
        self.period = self.env["vsoko.period"].search(
            [("company_id", "=", company.id), ("kind", "=", "quarter")], order="date_end", limit=1
        )
        self.env.cr.commit()

    def measure(self):
        """Return the shortest time of a first calculation of the period."""
        times = []
        for _round in range(ROUNDS):
            for table in ("vsoko_indicator_value", "vsoko_completeness"):
                self.env.cr.execute(
                    SQL(
                        "DELETE FROM %s WHERE period_id = %s",
                        SQL.identifier(table),
                        self.period.id,
                    )
                )
            self.env.cr.commit()
            self.env.invalidate_all()
            started = time.perf_counter()
            self.env["vsoko.calculation"]._run(self.period)
            self.env.flush_all()
            times.append(time.perf_counter() - started)
            self.env.cr.commit()
        return min(times)


def _add_years(env, company):
    """Repeat the year of a school in the years before it, with its classes, stays and marks."""
    env.cr.execute(SQL("SELECT id FROM vsoko_year WHERE company_id = %s", company.id))
    (year_id,) = env.cr.fetchone()
    for back in range(1, YEARS):
        env.cr.execute(SQL(_YEAR, year=year_id, back=back))
    env.cr.commit()


# a copy of the year `back` years earlier; the classes and periods are told apart by their order
_YEAR = """
    WITH new_year AS (
        INSERT INTO vsoko_year (name, company_id, date_start, date_end, state)
        SELECT name || ' - ' || %(back)s, company_id, date_start - %(back)s * 366,
               date_end - %(back)s * 366, 'closed'
          FROM vsoko_year WHERE id = %(year)s RETURNING id, company_id
    ), new_period AS (
        INSERT INTO vsoko_period (name, year_id, company_id, kind, number, date_start, date_end,
                                  state)
        SELECT old.name, new_year.id, old.company_id, old.kind, old.number,
               old.date_start - %(back)s * 366, old.date_end - %(back)s * 366, 'open'
          FROM vsoko_period old, new_year WHERE old.year_id = %(year)s
        RETURNING id, kind, number, year_id
    ), new_class AS (
        INSERT INTO vsoko_class (name, year_id, company_id, grade, letter, level, term_kind)
        SELECT old.name, new_year.id, old.company_id, old.grade, old.letter, old.level,
               old.term_kind
          FROM vsoko_class old, new_year WHERE old.year_id = %(year)s
        RETURNING id, grade, letter
    ), new_stay AS (
        INSERT INTO vsoko_enrolment (student_id, class_id, year_id, company_id, date_from, date_to)
        SELECT stay.student_id, new_class.id, new_year.id, stay.company_id,
               stay.date_from - %(back)s * 366, stay.date_from - %(back)s * 366 + 360
          FROM vsoko_enrolment stay
          JOIN vsoko_class old ON old.id = stay.class_id
          JOIN new_class ON new_class.grade = old.grade AND new_class.letter = old.letter
         CROSS JOIN new_year
         WHERE stay.year_id = %(year)s
    )
    INSERT INTO vsoko_mark (student_id, class_id, subject_id, period_id, company_id, teacher_id,
                            status, value)
    SELECT mark.student_id, new_class.id, mark.subject_id, new_period.id, mark.company_id,
           mark.teacher_id, mark.status, mark.value
      FROM vsoko_mark mark
      JOIN vsoko_period period ON period.id = mark.period_id AND period.year_id = %(year)s
      JOIN new_period ON new_period.kind = period.kind AND new_period.number = period.number
      JOIN vsoko_class old ON old.id = mark.class_id
      JOIN new_class ON new_class.grade = old.grade AND new_class.letter = old.letter
"""
