"""The engine against hand-written SQL, and against itself with more around it.

Every figure is a ratio of times measured in one run on one machine; see docs/performance.md.
"""

import time

from . import framework, handwritten, school

ROUNDS = 5


def main(env):
    """Yield (what is compared, ratio, budget) rows."""
    small = _School(env, 1000)
    small.check_same_rows()
    by_hand, engine = small.measure(small.by_hand, small.engine)
    yield "all indicators of a year / hand-written SQL into the table", engine / by_hand, "≤ 1.3"
    small.clear()
    first = _timed(small.engine)
    again = min(_timed(small.engine) for _round in range(ROUNDS))
    yield "recalculation without changes / first calculation", again / first, "≤ 0.5"
    one = _timed(small.engine_of_one_period)
    yield "one period after an import / first calculation of the year", one / first, "≤ 0.5"
    large = _School(env, 10000)
    engine, ten_times = large.measure(small.engine, large.engine, rounds=2)
    yield "ten times the facts / the facts", ten_times / engine, "≤ 11"


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

    def check_same_rows(self):
        """Raise unless both ways store the same; the first round also warms the caches."""
        self.clear()
        self.by_hand()
        expected = self.figures()
        self.clear()
        self.engine()
        if self.figures() != expected:
            raise AssertionError("The engine and the hand-written SQL disagree.")

    def figures(self):
        """Return what is stored, without the numbers of rows and runs."""
        self.env.cr.execute(
            """
            SELECT period_id, indicator_id, cell, scope, level, grade, class_id, subject_id,
                   teacher_id, student_id, numerator, denominator, round(value::numeric, 9), n,
                   people, round(completeness::numeric, 9), grey_reason,
                   missing_reason, status, round(previous_value::numeric, 9),
                   round(delta::numeric, 9)
              FROM vsoko_indicator_value WHERE company_id = %s
             ORDER BY period_id, indicator_id, cell
            """,
            [self.company.id],
        )
        return self.env.cr.fetchall()

    def clear(self):
        self.env.flush_all()
        # no dead rows of an earlier round may slow down a later one
        self.env.cr.execute("TRUNCATE vsoko_indicator_value, vsoko_completeness")
        self.env.cr.commit()
        self.env.invalidate_all()

    def measure(self, *functions, rounds=ROUNDS):
        """Return the shortest time of each function over several rounds.

        Every round starts from an empty table of values, and the functions take turns, so that a
        busy machine slows all of them alike.
        """
        times = [[] for _function in functions]
        for _round in range(rounds):
            for function, found in zip(functions, times, strict=True):
                self.clear()
                found.append(_timed(function))
        return [min(found) for found in times]


def _timed(function):
    started = time.perf_counter()
    function()
    return time.perf_counter() - started
