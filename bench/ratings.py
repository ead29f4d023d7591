"""A rating of 300 teachers by final sheets of 40 criteria against one of 30: how it grows."""

import time

from .sheets import CRITERIA, TEACHERS, make_school, make_sheets

PART, ROUNDS = 30, 3


def main(env):
    """Yield (what is compared, ratio, budget)."""
    env, company, period, later = make_school(env, "Bench ratings")
    sheets = make_sheets(env, company, period)
    _finish(sheets)
    some = env["vsoko.sheet"].create(
        [
            {"teacher_id": one.teacher_id.id, "period_id": later.id, "scheme_id": one.scheme_id.id}
            for one in sheets[:PART]
        ]
    )
    _finish(some)
    scheme = sheets.scheme_id
    few, all_of_them = (_make_rating(env, scheme, one) for one in (later, period))
    small, large = (min(_time(one) for _round in range(ROUNDS)) for one in (few, all_of_them))
    yield (
        f"rating of {TEACHERS} teachers × {CRITERIA} criteria / of {PART} teachers",
        large / small,
        "≤ 11",
    )


def _finish(sheets):
    """Let the program give points and make the sheets final."""
    env = sheets.env
    env.flush_all()
    sheets._make_lines()
    env.invalidate_all()
    lines = sheets.line_ids
    lines._store_counted([(line.id, 0, number % 5) for number, line in enumerate(lines)])
    sheets._store({"state": "final"})
    env.flush_all()


def _make_rating(env, scheme, period):
    return env["vsoko.rating"].create(
        {
            "name": f"Bench {period.name}",
            "unit": "teacher",
            "period_id": period.id,
            "sheet_scheme_id": scheme.id,
        }
    )


def _time(rating):
    rating.env.invalidate_all()
    started = time.monotonic()
    rating.action_compute()
    rating.env.flush_all()
    return time.monotonic() - started
