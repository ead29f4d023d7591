from collections import defaultdict
from typing import NamedTuple

from odoo import api, models
from odoo.tools import SQL

from ...tools import measures
from ...tools.natural_order import natural_key
from ..evidence.assessments.vsoko_result import JOURNAL_MARK


class ScoreMatrix(NamedTuple):
    """Points of those who wrote: `tasks` in the order of the test; row n of `rows` belongs to
    the result `ids[n]`, None in it is a task that was not reached. `marks`, `classes`
    and `teachers` (ids, None without one) are of the same results. Points are multiples of
    `step`."""

    tasks: models.Model
    maxima: tuple
    ids: tuple
    rows: tuple
    marks: tuple
    classes: tuple
    teachers: tuple
    step: float = 1


class VsokoAssessment(models.Model):
    _inherit = "vsoko.assessment"

    def get_item_analysis(self):
        """Return the figures of the work and its tasks over the results the user may read.

        :return: ``{'n', 'alpha', 'sem', 'ferguson', 'items': [{'number', 'difficulty',
            'discrimination', 'item_total', 'item_rest', 'full', 'partial', 'zero'}]}``; n is the
            number of those who wrote; None where a figure is undefined. Screens and reports
            pass the figures through ``measures.for_people`` first
        """
        self.ensure_one()
        matrix = self._get_matrix()
        work = measures.analyse(matrix.rows, matrix.maxima, matrix.step)
        return {
            "n": work.n,
            "alpha": work.alpha,
            "sem": work.sem,
            "ferguson": work.ferguson,
            "items": [
                {
                    "number": task.number,
                    "difficulty": item.difficulty,
                    "discrimination": item.discrimination,
                    "item_total": item.item_total,
                    "item_rest": item.item_rest,
                    "full": item.full,
                    "partial": item.partial,
                    "zero": item.zero,
                }
                for task, item in zip(matrix.tasks, work.items, strict=True)
            ],
        }

    def get_objectivity(self):
        """Return ``{'pairs', 'lowered', 'same', 'raised'}``: the marks of the work against those
        of the journal, over the results the user may read that have both."""
        self.ensure_one()
        found = measures.compare(self._get_mark_pairs())
        return {
            "pairs": found.pairs,
            "lowered": found.lowered,
            "same": found.same,
            "raised": found.raised,
        }

    @api.private
    def get_progress(self, later):
        """Return ``tools.measures.Progress`` of the pupils who wrote this work and `later`."""
        self.ensure_one()
        later.ensure_one()
        return measures.progress(
            self._get_totals(), self.max_score, later._get_totals(), later.max_score
        )

    def _get_totals(self):
        """Return {pupil's id: (points, mark or None)} of those who wrote."""
        rows = self.env.execute_query(
            SQL(
                "SELECT student_id, score, mark FROM vsoko_result"
                " WHERE attendance = 'present' AND score IS NOT NULL AND id IN %s",
                self._get_readable_results().subselect(),
            )
        )
        return {student_id: (score, mark) for student_id, score, mark in rows}

    def _get_readable_results(self):
        """Return the query of the results that the user may read."""
        self.check_access("read")
        self.env.flush_all()
        return self.env["vsoko.result"]._search([("assessment_id", "in", self.ids)])

    def _get_matrix(self):
        """Return the Matrix of the work; pupils are in the order of the file or of the list."""
        tasks = self.test_id.task_ids
        query = self._get_readable_results()
        rows = self.env.execute_query(
            SQL(
                """
                SELECT result.id, result.mark, result.class_id, score.points, result.teacher_id
                  FROM vsoko_result result
                  JOIN LATERAL (
                    SELECT jsonb_object_agg(task_id, score) AS points
                      FROM vsoko_task_score WHERE result_id = result.id
                  ) score ON score.points IS NOT NULL
                 WHERE result.attendance = 'present' AND result.id IN %s
                 ORDER BY result.import_id NULLS FIRST, result.source_row, result.id
                """,
                query.subselect(),
            )
        )
        keys = [str(task.id) for task in tasks]
        return ScoreMatrix(
            tasks,
            tuple(tasks.mapped("max_score")),
            tuple(row[0] for row in rows),
            tuple(tuple(row[3].get(key) for key in keys) for row in rows),
            tuple(row[1] for row in rows),
            tuple(row[2] for row in rows),
            tuple(row[4] for row in rows),
            float(self.test_id.step or 1),
        )

    def _get_mark_pairs(self):
        """Return [(mark of the work, mark of the journal)]; a missing mark is None."""
        query = self._get_readable_results()
        return self.env.execute_query(
            SQL(
                """
                SELECT result.mark, COALESCE(result.journal_mark, mark.value)
                  FROM vsoko_result result
                  JOIN vsoko_assessment work ON work.id = result.assessment_id
                  LEFT JOIN vsoko_mark mark ON %s
                 WHERE result.attendance = 'present' AND result.id IN %s
                """,
                JOURNAL_MARK,
                query.subselect(),
            )
        )

    def _get_percent_by(self, matrix, groups):
        """Return {key: share of the possible points, %} of several groups of tasks.

        :param groups: {key: indices of tasks}
        """
        return {
            key: measures.percent_of_tasks(matrix.rows, matrix.maxima, places)
            for key, places in groups.items()
        }

    def _get_task_groups(self, matrix, field):
        """Return {value of a field of the tasks: indices of tasks}; records by their codes."""
        groups = defaultdict(list)
        for place, task in enumerate(matrix.tasks):
            for value in (
                task[field] if isinstance(task[field], models.BaseModel) else [task[field]]
            ):
                groups[value].append(place)
        if matrix.tasks._fields[field].relational:
            return dict(sorted(groups.items(), key=lambda item: natural_key(item[0].code)))
        return dict(groups)
