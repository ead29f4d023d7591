"""Sheets of 300 teachers with 40 criteria each: filled in one pass against one by one."""

import time

from odoo.fields import Command

TEACHERS, CRITERIA, SAMPLE = 300, 40, 20
KINDS = ("open_lesson", "speech", "contest", "publication")


def main(env):
    """Yield (what is compared, ratio, budget)."""
    env, company, period, _later = make_school(env, "Bench sheets")
    sheets = make_sheets(env, company, period)
    one_by_one = sum(map(_time_fill, sheets[:SAMPLE])) * TEACHERS / SAMPLE
    whole = _time_fill(sheets)
    yield f"sheets of {TEACHERS} × {CRITERIA}: one by one / at once", one_by_one / whole, "≥ 5"


def make_school(env, name):
    """Return (environment of a new school, the school, its first quarter, the second one)."""
    company = env["res.company"].create({"name": name})
    env = env(context=dict(env.context, allowed_company_ids=[company.id]))
    year = env["vsoko.year"].create(
        {
            "name": "2025/2026",
            "date_start": "2025-09-01",
            "date_end": "2026-08-31",
            "company_id": company.id,
        }
    )
    year.action_make_quarters()
    quarters = year.period_ids.filtered(lambda one: one.kind == "quarter").sorted("date_start")
    return env, company, *quarters[:2]


def make_sheets(env, company, period):
    """Return the sheets of all teachers of a new scheme, who have four events each."""
    teachers = env["vsoko.teacher"].create(
        [{"name": f"Учитель {n}", "company_id": company.id} for n in range(TEACHERS)]
    )
    env["vsoko.staff.event"].create(
        [
            {
                "teacher_id": teacher.id,
                "kind": KINDS[n],
                "name": f"Событие {teacher.id}-{n}",
                "date": period.date_start,
            }
            for teacher in teachers
            for n in range(len(KINDS))
        ]
    )
    scheme = env["vsoko.sheet.scheme"].create(
        {
            "name": "Bench",
            "period_kind": period.kind,
            "company_id": company.id,
            "group_ids": [Command.create({"name": "Группа", "criterion_ids": _criteria()})],
        }
    )
    scheme._store({"state": "approved", "approved_by_id": env.uid, "approved_date": "2025-09-01"})
    return env["vsoko.sheet"].create(
        [
            {"teacher_id": teacher.id, "period_id": period.id, "scheme_id": scheme.id}
            for teacher in teachers
        ]
    )


def _criteria():
    return [
        Command.create(
            {
                "name": f"Критерий {n}",
                "source": "event",
                "event_kind": KINDS[n % len(KINDS)],
                "level": "school",
                "points_each": 1 + n % 3,
                "maximum": 5,
            }
        )
        for n in range(CRITERIA)
    ]


def _time_fill(sheets):
    sheets.env.invalidate_all()
    started = time.monotonic()
    sheets._fill()
    sheets.env.flush_all()
    return time.monotonic() - started
