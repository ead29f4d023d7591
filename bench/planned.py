"""The list of planned results of a whole year against one statement that adds its points up."""

import time

from odoo.fields import Command
from odoo.tools import SQL

from . import school

WORKS = 6
TASKS = 40
SKILLS = 15
ROUNDS = 5
COLUMNS = ("class_id", "student_id", "subject_id", "element", "tasks", "points", "percent", "state")
PEOPLE_AND_PLACES = ("class_id", "student_id", "subject_id")


def main(env):
    """Yield (what is compared, ratio, budget) rows."""
    company = school.build(env, 1000)
    env = env(context=dict(env.context, allowed_company_ids=[company.id]))
    for subject in env["vsoko.subject"].search([("company_id", "=", company.id)], limit=WORKS):
        _make_work(env, subject)
    env["vsoko.element.total"]._refresh_everything()
    env.flush_all()
    env.cr.execute("ANALYZE")
    env.cr.execute("SELECT count(*) FROM vsoko_task_score")
    (points,) = env.cr.fetchone()
    ways = {"list": lambda: _open(env), "few": lambda: _open(env, "not_reached")}
    times = {name: [] for name in ("sum", *ways)}
    for _round in range(ROUNDS):
        times["sum"].append(_timed(env, lambda: _add_up(env)))
        for name, way in ways.items():
            times[name].append(_timed(env, way))
    whole = min(times["sum"])
    what = f"planned results of a year at {points} points"
    yield (
        f"{what}, 80 rows and their number / adding the points up",
        min(times["list"]) / whole,
        "≤ 2",
    )
    yield f"{what}, what is not achieved / adding the points up", min(times["few"]) / whole, "≤ 1"


def _make_work(env, subject):
    """Make a work of all classes whose tasks check an element and a skill each."""
    elements = env["vsoko.content.element"].create(
        [
            {"code": str(n), "name": f"Элемент {n}", "subject_id": subject.id}
            for n in range(1, TASKS + 1)
        ]
    )
    skills = env["vsoko.skill"].create(
        [
            {"code": str(n), "name": f"Умение {n}", "subject_id": subject.id}
            for n in range(1, SKILLS + 1)
        ]
    )
    test = env["vsoko.test"].create(
        {
            "name": f"Работа по предмету {subject.name}",
            "subject_id": subject.id,
            "grade": 5,
            "task_ids": [
                Command.create(
                    {
                        "number": str(n),
                        "sequence": n,
                        "max_score": 1 + n % 3,
                        "content_ids": [Command.set(elements[n - 1].ids)],
                        "skill_ids": [Command.set(skills[n % SKILLS].ids)],
                    }
                )
                for n in range(1, TASKS + 1)
            ],
        }
    )
    work = env["vsoko.assessment"].create(
        {
            "type_id": env.ref("vsoko_module.assessment_type_internal").id,
            "test_id": test.id,
            "class_ids": env["vsoko.class"].search([("company_id", "=", env.company.id)]).ids,
            "date": "2025-10-01",
        }
    )
    work.action_start()
    env.flush_all()
    env.cr.execute(
        SQL("UPDATE vsoko_result SET attendance = 'present' WHERE assessment_id = %s", work.id)
    )
    school.give_points(env, work, test)


def _open(env, state=None):
    domain = [("year_id.company_id", "=", env.company.id)]
    domain += [("state", "=", state)] if state else []
    columns = {
        name: {"fields": {"display_name": {}}} if name in PEOPLE_AND_PLACES else {}
        for name in COLUMNS
    }
    rows = env["vsoko.mastery"].web_search_read(domain, columns, limit=80, count_limit=10001)
    if len(rows["records"]) != 80:
        raise AssertionError("The list of planned results is not filled.")


def _add_up(env):
    env.execute_query(
        SQL(
            """
            SELECT count(*) FROM (
                SELECT result.student_id, named.kind, named.element_id, sum(score.score)
                  FROM vsoko_task_score score
                  JOIN vsoko_result result ON result.id = score.result_id
                  JOIN (SELECT vsoko_test_task_id AS task_id, 0 AS kind,
                               vsoko_content_element_id AS element_id
                          FROM vsoko_content_element_vsoko_test_task_rel
                        UNION ALL
                        SELECT vsoko_test_task_id, 1, vsoko_skill_id
                          FROM vsoko_skill_vsoko_test_task_rel) named
                    ON named.task_id = score.task_id
                 WHERE result.company_id = %s
                 GROUP BY result.student_id, named.kind, named.element_id) sums
            """,
            env.company.id,
        )
    )


def _timed(env, what):
    env.invalidate_all()
    started = time.perf_counter()
    what()
    return time.perf_counter() - started
