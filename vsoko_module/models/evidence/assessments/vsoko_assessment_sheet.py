import hashlib
import json
from typing import TypedDict

from odoo import models
from odoo.exceptions import ValidationError
from odoo.tools import SQL

from ....tools.readers.works import whole
from ....tools.russian_order import order_key
from .vsoko_result import ATTENDANCE

# the points of who did not write stay, in case that was a mistake; they are not counted
AWAY = ("absent", "exempt")
# as the database has it
MOST_VARIANT = 40


class Row(TypedDict):
    id: int
    version: str
    attendance: str | None
    variant: str | int | None
    scores: list[int | float | None]


class VsokoAssessment(models.Model):
    _inherit = "vsoko.assessment"

    def get_score_sheet(self):
        """Return what the grid of points shows, for the results the user may read.

        :return: ``{'name', 'is_open', 'max_score', 'variants', 'tasks': [{'id', 'number',
            'max_score', 'step', 'part'}], 'bands': [{'min_score', 'mark', 'part', 'part_score'}],
            'rows': [row], 'unbound': why nothing is the user's own}``; a row is ``{'id', 'name',
            'class', 'attendance', 'variant', 'scores', 'mark_given', 'mark', 'version',
            'writable'}``, its ``scores`` a list by task with None for a task that was not reached
        """
        self.ensure_one()
        self.check_access("read")
        test = self.test_id
        return {
            "name": self.display_name,
            "is_open": self.state == "collecting",
            "max_score": test.max_score,
            "variants": test.variant_count,
            "tasks": [
                task | {"step": float(test.step)}
                for task in test.task_ids.read(["number", "max_score", "part"])
            ],
            "bands": test.band_ids.read(["min_score", "mark", "part", "part_score"]),
            "rows": self._read_sheet(self.env["vsoko.result"].search(self._get_sheet_domain())),
            "unbound": self._get_unbound_text(),
        }

    def save_score_sheet(self, rows: list[Row]):
        """Store rows of the grid that nobody changed meanwhile; constant number of statements.

        :param rows: ``[{'id', 'version', 'attendance', 'variant', 'scores'}]`` as
            `get_score_sheet` gives them
        :return: ``{'saved': [row], 'conflicts': [row]}``, both as they are stored now; a saved
            row has only what can change by saving: no name, no class
        :raise ValidationError: for points out of range: nothing is stored
        """
        self.ensure_one()
        self._check_unlocked()
        sent = {row["id"]: row for row in rows}
        results = self.env["vsoko.result"].search(
            [("id", "in", list(sent)), ("assessment_id", "=", self.id)]
        )
        results.check_access("write")
        self.env["vsoko.task.score"].check_access("create")
        self._check_sheet(sent.values())
        results._wait_for_turn()
        stored = self._read_contents(results)
        fresh = results.filtered(
            lambda result: _version(stored[result.id]) == sent[result.id]["version"]
        )
        self._store_sheet(fresh, [sent[result.id] for result in fresh])
        return {
            "saved": list(self._read_rows(fresh).values()),
            "conflicts": self._read_sheet(results - fresh),
        }

    def _get_sheet_domain(self):
        return [("assessment_id", "=", self.id)]

    def _read_sheet(self, results):
        """Return the rows of results, in the order of classes and names."""
        if not results:
            return []
        names = self._get_pupil_names()
        rows = self._read_rows(results)
        writable = set(results._filtered_access("write")._ids)
        return [
            rows[result.id]
            | {
                "name": names[result.student_id.id],
                "class": result.class_id.name,
                "writable": result.id in writable,
            }
            for result in results.sorted(
                lambda pupil_result: (
                    pupil_result.class_id.grade,
                    order_key(pupil_result.class_id.name),
                    order_key(names[pupil_result.student_id.id]),
                )
            )
        ]

    def _read_rows(self, results):
        """Return ``{id: row}`` with what can change when a sheet is saved."""
        contents = self._read_contents(results)
        return {
            result.id: contents[result.id]
            | {
                "version": _version(contents[result.id]),
                "mark_given": result.mark_given,
                "mark": result.mark,
            }
            for result in results
        }

    def _read_contents(self, results):
        """Return ``{id: {'id', 'attendance', 'variant', 'scores'}}``: what people enter.

        The rules have decided which results are read; the points of a result have the same
        readers, so they come in one statement past the rules.
        """
        tasks = self.test_id.task_ids.ids
        points = {result.id: {} for result in results}
        self.env["vsoko.task.score"].flush_model(["result_id", "task_id", "score"])
        for result, task, score in self.env.execute_query(
            SQL(
                "SELECT result_id, task_id, score FROM vsoko_task_score WHERE result_id = ANY(%s)",
                list(results.ids),
            )
        ):
            points[result][task] = None if score is None else whole(score)
        return {
            result.id: {
                "id": result.id,
                "attendance": result.attendance,
                "variant": result.variant or "",
                "scores": [points[result.id].get(task) for task in tasks],
            }
            for result in results
        }

    def _get_pupil_names(self):
        """Return ``{id: name}`` of the pupils who have a result or will get one, told apart."""
        # Rules decide which results are read; whoever reads a result may know whose it is, also
        # the head of an association, who has no lessons in the class.
        writers = self.sudo().result_ids.student_id
        waiting = [values["student_id"] for values in self._prepare_missing_results()]
        return (writers | writers.browse(waiting))._get_distinct_names()

    def _check_sheet(self, rows):
        states = {None, False, *(state for state, _title in ATTENDANCE)}
        step = float(self.test_id.step)
        limits = [(task.number, task.max_score) for task in self.test_id.task_ids]
        for row in rows:
            if row["attendance"] not in states or len(row["scores"]) != len(limits):
                raise ValidationError(self.env._("The sheet is out of date. Open it again."))
            if len(row["variant"] or "") > MOST_VARIANT:
                raise ValidationError(self.env._("A variant is named by 40 letters at most."))
            for points, (number, most) in zip(row["scores"], limits, strict=True):
                if points is not None and not _is_points(points, most, step):
                    raise ValidationError(
                        self.env._(
                            "Task %(number)s gives at most %(max)s points, not %(score)s.",
                            number=number,
                            max=most,
                            score=points,
                        )
                    )

    def _store_sheet(self, results, rows):
        """Write rows whose rights and points were checked: three statements for any number."""
        if not rows:
            return
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                """
                UPDATE vsoko_result result
                   SET attendance = sent.attendance, variant = NULLIF(sent.variant, ''),
                       write_uid = %(uid)s, write_date = %(now)s
                  FROM jsonb_to_recordset(%(rows)s::jsonb)
                    AS sent(id integer, attendance varchar, variant varchar)
                 WHERE sent.id = result.id
                """,
                uid=self.env.uid,
                now=self.env.cr.now(),
                rows=json.dumps(
                    [
                        {
                            "id": row["id"],
                            "attendance": row["attendance"] or None,
                            "variant": row["variant"],
                        }
                        for row in rows
                    ]
                ),
            )
        )
        self._store_points(rows)
        self.env["vsoko.result"].invalidate_model()
        self.env["vsoko.task.score"].invalidate_model()
        results._recompute_totals()

    def _store_points(self, rows):
        """Store the points that differ from what is there; one statement.

        Who wrote them is told by their result, written at the same moment: two foreign keys less
        to ask for each of hundreds of points.
        """
        tasks = self.test_id.task_ids.ids
        points = [
            (row["id"], task, score)
            for row in rows
            if row["attendance"] not in AWAY
            for task, score in zip(tasks, row["scores"], strict=True)
        ]
        results, tasks, scores = map(list, zip(*points, strict=True)) if points else ([], [], [])
        self.env.cr.execute(
            SQL(
                """
                WITH sent AS MATERIALIZED (
                    SELECT *
                      FROM unnest(%(results)s::integer[], %(tasks)s::integer[],
                                  %(scores)s::numeric[]) AS sent(result, task, score)
                ), changed AS (
                    UPDATE vsoko_task_score stored
                       SET score = sent.score, write_uid = NULL, write_date = %(now)s
                      FROM sent
                     WHERE stored.result_id = sent.result AND stored.task_id = sent.task
                       AND stored.score IS DISTINCT FROM sent.score
                )
                INSERT INTO vsoko_task_score AS stored (
                    result_id, task_id, score, company_id, create_date, write_date)
                SELECT sent.result, sent.task, sent.score, %(company)s, %(now)s, %(now)s
                  FROM sent
                 WHERE NOT EXISTS (SELECT FROM vsoko_task_score stored
                                    WHERE stored.result_id = sent.result
                                      AND stored.task_id = sent.task)
                ON CONFLICT (result_id, task_id) DO UPDATE
                   SET score = excluded.score, write_date = excluded.write_date
                """,
                company=self.company_id.id,
                now=self.env.cr.now(),
                results=results,
                tasks=tasks,
                scores=scores,
            )
        )

    def action_open_sheet(self):
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_score_sheet_action",
            context={"active_id": self.id, "active_model": self._name},
        )


def _is_points(points, most, step):
    """Whether a value of the grid is points up to the most a task gives, in steps of the test."""
    is_number = isinstance(points, int | float) and not isinstance(points, bool)
    return is_number and 0 <= points <= most and not points % step


def _version(row):
    """Return what stands for the content of a row: it differs when anything in it does."""
    return hashlib.sha256(json.dumps(row, sort_keys=True).encode()).hexdigest()[:16]
