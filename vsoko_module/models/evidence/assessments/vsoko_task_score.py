from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import SQL

from ....tools.readers.works import whole
from ..points import OptionalPoints


class VsokoTaskScore(models.Model):
    """Points of one pupil for one task; empty: the task was not reached."""

    _name = "vsoko.task.score"
    _inherit = ["vsoko.own.mixin", "vsoko.led.mixin"]
    _description = "Points for a task"
    _order = "result_id, task_id"
    _rec_name = "task_id"
    _entered_by = {
        "vsoko_module.group_teacher": {
            "create": {"result_id", "task_id", "score"},
            "write": {"score"},
        },
        "vsoko_module.group_administration": None,
    }

    result_id = fields.Many2one(
        "vsoko.result", string="Result", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="result_id.company_id", store=True, index=True)
    task_id = fields.Many2one(
        "vsoko.test.task", string="Task", required=True, index=True, ondelete="restrict"
    )
    score = OptionalPoints(string="Points", aggregator=None)

    _result_task_uniq = models.Constraint(
        "UNIQUE(result_id, task_id)", "The pupil already has points for this task."
    )
    _score_positive = models.Constraint(
        "CHECK(score IS NULL OR score >= 0)", "Points must not be negative."
    )

    @api.model_create_multi
    def create(self, vals_list):
        scores = super().create(vals_list)
        scores._after_change()
        return scores

    def write(self, vals):
        results = self.result_id
        done = super().write(vals)
        self._after_change(results)
        return done

    def _write_rows(self, changes):
        """Write ``[(points, values)]`` as `write` does, but check and total once for all."""
        scores = self.union(*(score for score, _values in changes))
        for score, values in changes:
            super(VsokoTaskScore, score).write(values)
        scores._after_change()

    def unlink(self):
        results = self.result_id
        done = super().unlink()
        results.exists()._recompute_totals()
        return done

    def _after_change(self, results=None):
        results = self.result_id if results is None else results | self.result_id
        self.flush_recordset()
        self._check_places()
        self._check_within(self.task_id)
        results._recompute_totals()

    def _check_places(self):
        """Every task belongs to the test of its result's assessment; one query."""
        wrong = self.env.execute_query(
            SQL(
                """
                SELECT task.number
                  FROM vsoko_task_score score
                  JOIN vsoko_test_task task ON task.id = score.task_id
                  JOIN vsoko_result result ON result.id = score.result_id
                  JOIN vsoko_assessment work ON work.id = result.assessment_id
                 WHERE score.id = ANY(%s) AND work.test_id IS DISTINCT FROM task.test_id
                 LIMIT 1
                """,
                list(self.ids),
            )
        )
        if wrong:
            raise ValidationError(
                self.env._("Task %(number)s is of another test.", number=wrong[0][0])
            )

    @api.model
    def _check_within(self, tasks):
        """Raise ValidationError when points go above the maximum of a task or out of the step of
        its test; one query."""
        tasks.flush_recordset()
        tasks.test_id.flush_recordset(["step"])
        wrong = self.env.execute_query(
            SQL(
                """
                SELECT task.number, task.max_score, score.score
                  FROM vsoko_task_score score
                  JOIN vsoko_test_task task ON task.id = score.task_id
                  JOIN vsoko_test test ON test.id = task.test_id
                 WHERE task.id = ANY(%s)
                   AND (score.score > task.max_score
                        OR (test.step = '1' AND score.score <> trunc(score.score)))
                 LIMIT 1
                """,
                list(tasks.ids),
            )
        )
        if wrong:
            number, maximum, score = wrong[0]
            if score <= maximum:
                raise ValidationError(
                    self.env._(
                        "Task %(number)s gives whole points, not %(score)s.",
                        number=number,
                        score=score,
                    )
                )
            raise ValidationError(
                self.env._(
                    "Task %(number)s gives at most %(max)s points, not %(score)s.",
                    number=number,
                    max=whole(maximum),
                    score=whole(score),
                )
            )

    def _get_led_condition(self, alias):
        return SQL(
            """%s IN (
                SELECT led_result.id FROM vsoko_result led_result
                 WHERE led_result.subject_id IN (%s))""",
            SQL.identifier(alias, "result_id"),
            self._get_led_subjects_sql(),
        )

    def _get_own_condition(self, alias):
        return SQL(
            "%s IN (SELECT own_result.id FROM vsoko_result own_result WHERE %s)",
            SQL.identifier(alias, "result_id"),
            self.env["vsoko.mark"]._get_own_condition("own_result"),
        )
