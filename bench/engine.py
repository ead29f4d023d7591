"""The engine against a hand-written SQL statement and against the usual ORM way.

Every figure is a ratio of times measured in one run on one machine; see docs/performance.md.
"""

import time

from . import framework, handwritten, naive, school

ROUNDS = 3


def main(env):
    """Yield (what is compared, ratio, budget) rows."""
    small = _School(env, 1000)
    by_hand = small.measure(small.by_hand)
    expected = small.figures()
    engine = small.measure(small.engine)
    if small.figures() != expected:
        raise AssertionError("The engine and the hand-written SQL disagree.")
    orm = small.measure(small.orm, rounds=1)
    yield "all indicators of a year / hand-written SQL", engine / by_hand, "≤ 1.5"
    yield (
        "one _read_group and create per indicator and scope / all indicators",
        orm / engine,
        "≥ 30",
    )
    small.clear()
    first = _timed(small.engine)
    again = min(_timed(small.engine) for _round in range(ROUNDS))
    yield "recalculation without changes / first calculation", again / first, "≤ 0.5"
    one = _timed(small.engine_of_one_period)
    yield "one period after an import / first calculation of the year", one / first, "≤ 0.5"
    large = _School(env, 10000)
    yield "ten times the facts / the facts", large.measure(large.engine) / engine, "≤ 11"


class _School:
    def __init__(self, env, students):
        company = school.build(env, students)
        self.env = env(context=dict(env.context, allowed_company_ids=[company.id]))
        self.framework = framework.build(self.env, company)
        self.periods = self.env["vsoko.period"].search(
            [("company_id", "=", company.id)], order="date_end, kind"
        )
        self.company = company

    def engine(self):
        for period in self.periods:
            self.env["vsoko.calculation"]._run(period)
        self.env.flush_all()

    def engine_of_one_period(self):
        self.env["vsoko.calculation"]._run(self.periods[0])
        self.env.flush_all()

    def by_hand(self):
        for period in self.periods:
            run = self.env["vsoko.calculation"].create(
                {"period_id": period.id, "framework_id": self.framework.id}
            )
            self.env.flush_all()
            handwritten.calculate(self.env, period, self.framework, run)

    def orm(self):
        for period in self.periods:
            naive.calculate(self.env, period, self.framework)

    def figures(self):
        """Return what is stored, without the numbers of rows and runs."""
        self.env.cr.execute(
            """
            SELECT period_id, indicator_id, cell, scope, level, grade, class_id, subject_id,
                   teacher_id, student_id, numerator, denominator, round(value::numeric, 9), n,
                   missing_reason, status, round(previous_value::numeric, 9),
                   round(delta::numeric, 9), has_previous
              FROM vsoko_indicator_value WHERE company_id = %s
             ORDER BY period_id, indicator_id, cell
            """,
            [self.company.id],
        )
        return self.env.cr.fetchall()

    def clear(self):
        self.env.flush_all()
        self.env.cr.execute(
            "DELETE FROM vsoko_indicator_value WHERE company_id = %s", [self.company.id]
        )
        self.env.cr.commit()
        self.env.cr.execute("ANALYZE vsoko_indicator_value")
        self.env.invalidate_all()

    def measure(self, function, rounds=ROUNDS):
        """Return the shortest time of several rounds, each from an empty table of values."""
        times = []
        for _round in range(rounds):
            self.clear()
            times.append(_timed(function))
        return min(times)


def _timed(function):
    started = time.perf_counter()
    function()
    return time.perf_counter() - started
