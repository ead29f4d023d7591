from odoo import fields, models
from odoo.tools import SQL

from ...evidence.instruments.vsoko_test_task import LEVELS
from ...evidence.points import Points
from ...mixins.row_ids import row_id
from .vsoko_assessment_fact_mixin import DIMENSIONS, RESULT_DEPENDS, sources_sql


class VsokoFactTaskScore(models.Model):
    """One row per task of a pupil who wrote, and period that holds the day of the work.

    Of the attempts at an exam the points of the valid one count, as in the other facts.
    """

    _name = "vsoko.fact.task_score"
    _inherit = ["vsoko.fact", "vsoko.assessment.fact.mixin"]
    _auto = False
    _log_access = False
    _description = "Points for tasks"
    _order = "assessment_id, class_id, student_id, task_id"
    _rec_name = "student_id"
    _fact_adds_up = True
    _depends = RESULT_DEPENDS | {
        "vsoko.task.score": ["result_id", "task_id", "score"],
        "vsoko.test.task": ["number", "max_score", "difficulty"],
    }

    task_id = fields.Many2one("vsoko.test.task", string="Task", readonly=True)
    difficulty = fields.Selection(LEVELS, string="Level of the task", readonly=True)
    score = Points(string="Points", readonly=True, help="A task not reached gives none")
    max_score = Points(string="Greatest points", readonly=True)
    not_reached = fields.Boolean(readonly=True)
    is_full = fields.Boolean(string="Done in full", readonly=True)
    is_partial = fields.Boolean(string="Done in part", readonly=True)
    is_zero = fields.Boolean(string="Not done", readonly=True)

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT %(id)s AS id,
                   fact.company_id, fact.period_id, fact.level, fact.grade, fact.class_id,
                   fact.subject_id, fact.teacher_id, fact.student_id, fact.assessment_id,
                   fact.type_id, fact.procedure, fact.rating_allowed,
                   score.task_id,
                   task.difficulty,
                   COALESCE(score.score, 0) AS score,
                   task.max_score,
                   score.score IS NULL AS not_reached,
                   COALESCE(score.score, 0) >= task.max_score AS is_full,
                   COALESCE(score.score, 0) > 0
                       AND COALESCE(score.score, 0) < task.max_score AS is_partial,
                   COALESCE(score.score, 0) = 0 AS is_zero
              FROM (SELECT %(dimensions)s, result.id AS result_id FROM %(sources)s
                     WHERE result.attendance = 'present'
                       AND result.is_valid IS NOT FALSE) fact
              JOIN vsoko_task_score score ON score.result_id = fact.result_id
              JOIN vsoko_test_task task ON task.id = score.task_id
             WHERE %(scores)s AND %(results)s
            """,
            id=row_id(SQL("score.id"), SQL("fact.period_id")),
            dimensions=DIMENSIONS,
            sources=sources_sql(narrowing),
            scores=narrowing.of(company="score.company_id"),
            results=self._get_results_condition(narrowing),
        )

    def _get_results_condition(self, narrowing):
        """Return the condition on the points that their result is of a work of the periods."""
        if narrowing.periods is None:
            return SQL("TRUE")
        return SQL(
            "score.result_id = ANY(ARRAY(SELECT result.id FROM vsoko_result result WHERE %s))",
            narrowing.works("result.assessment_id"),
        )
