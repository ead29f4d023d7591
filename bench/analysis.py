"""Item analysis of a work of 30 classes and 40 tasks against one hand-written statement."""

import time
from math import sqrt

from odoo.fields import Command
from odoo.tools import SQL

from . import school

TASKS = 40
ROUNDS = 5


def main(env):
    """Yield (what is compared, ratio, budget) rows."""
    company = school.build(env, 1000)
    env = env(context=dict(env.context, allowed_company_ids=[company.id]))
    work = _make_work(env)
    _check_same(work.get_item_analysis(), _by_hand(env, work))
    ours, theirs = [], []
    for _round in range(ROUNDS):
        env.invalidate_all()
        theirs.append(_timed(lambda: _by_hand(env, work)))
        env.invalidate_all()
        ours.append(_timed(work.get_item_analysis))
    yield (
        "analysis of 30 classes × 40 tasks / one hand-written SQL",
        min(ours) / min(theirs),
        "≤ 1.5",
    )


def _make_work(env):
    """Return an assessment that all classes wrote; points differ by pupil and task."""
    classes = env["vsoko.class"].search([])
    subject = env["vsoko.subject"].search([("company_id", "=", env.company.id)], limit=1)
    test = env["vsoko.test"].create(
        {
            "name": "Работа",
            "subject_id": subject.id,
            "grade": 5,
            "task_ids": [
                Command.create({"number": str(n), "sequence": n, "max_score": 1 + n % 3})
                for n in range(1, TASKS + 1)
            ],
        }
    )
    work = env["vsoko.assessment"].create(
        {
            "type_id": env.ref("vsoko_module.assessment_type_internal").id,
            "test_id": test.id,
            "class_ids": classes.ids,
            "date": "2025-10-01",
        }
    )
    work.action_start()
    work.result_ids.attendance = "present"
    env.flush_all()
    school.give_points(env, work, test)
    env.cr.execute("ANALYZE vsoko_result, vsoko_task_score, vsoko_test_task")
    env.invalidate_all()
    return work


def _by_hand(env, work):
    """The same figures by one statement, as a database programmer would write it."""
    rows = env.execute_query_dict(
        SQL(
            """
            WITH points AS (
                SELECT result.id, task.id AS task_id, task.sequence, task.number, task.max_score,
                       COALESCE(score.score, 0) AS score,
                       sum(COALESCE(score.score, 0)) OVER (PARTITION BY result.id) AS total
                  FROM vsoko_result result
                  JOIN vsoko_task_score score ON score.result_id = result.id
                  JOIN vsoko_test_task task ON task.id = score.task_id
                 WHERE result.assessment_id = %(work)s AND result.attendance = 'present'
            ), totals AS (
                SELECT id, total, row_number() OVER (ORDER BY total DESC, id) AS place
                  FROM (SELECT DISTINCT id, total FROM points) pupil
            ), work AS (
                SELECT count(*) AS n, var_pop(total) AS spread, var_samp(total) AS sample,
                       greatest(1, floor(0.27 * count(*) + 0.5)) AS size
                  FROM totals
            ), equal AS (
                SELECT sum(number * number) AS squares
                  FROM (SELECT count(*) AS number FROM totals GROUP BY total) same
            )
            SELECT points.number, work.n, work.spread, work.sample, equal.squares,
                   points.max_score,
                   sum(score) / (work.n * max_score)::float8 AS difficulty,
                   var_pop(score) AS variance,
                   corr(score, points.total) AS item_total,
                   corr(score, points.total - score) AS item_rest,
                   (COALESCE(sum(score) FILTER (WHERE place <= size), 0)
                    - COALESCE(sum(score) FILTER (WHERE place > work.n - size), 0))
                    / (size * max_score)::float8 AS discrimination,
                   count(*) FILTER (WHERE score >= max_score) AS full,
                   count(*) FILTER (WHERE score > 0 AND score < max_score) AS partial,
                   count(*) FILTER (WHERE score = 0) AS zero
              FROM points
              JOIN totals USING (id)
             CROSS JOIN work
             CROSS JOIN equal
             GROUP BY points.task_id, points.sequence, points.number, points.max_score, work.n,
                      work.spread, work.sample, work.size, equal.squares
             ORDER BY points.sequence
            """,
            work=work.id,
        )
    )
    return _of_work(rows)


def _of_work(rows):
    first, k = rows[0], len(rows)
    n, maximum = first["n"], sum(row["max_score"] for row in rows)
    alpha = k / (k - 1) * (1 - sum(row["variance"] for row in rows) / first["spread"])
    squares = first["squares"]
    return {
        "n": n,
        "alpha": float(alpha),
        "sem": sqrt(float(first["sample"]) * (1 - float(alpha))),
        "ferguson": float((maximum + 1) * (n**2 - squares) / (maximum * n**2)),
        "items": rows,
    }


def _check_same(ours, theirs):
    """Raise unless both ways give the same; the first round also warms the caches."""
    pairs = [(ours, theirs, ("n", "alpha", "sem", "ferguson"))]
    names = [name for name in ours["items"][0] if name != "number"]
    pairs += [(a, b, names) for a, b in zip(ours["items"], theirs["items"], strict=True)]
    for a, b, keys in pairs:
        for key in keys:
            if (a[key] is None) != (b[key] is None) or abs((a[key] or 0) - (b[key] or 0)) > 1e-9:
                raise AssertionError(f"{key}: {a[key]} and {b[key]}")


def _timed(what):
    started = time.perf_counter()
    what()
    return time.perf_counter() - started
