from odoo import fields, models
from odoo.tools import SQL

from ...mixins.row_ids import row_id
from .vsoko_action import STATES
from .vsoko_action_effect import VERDICTS


class VsokoFactAction(models.Model):
    """One row per action and period in which it is due or in which its effect is seen.

    A school year has the actions of its days, summer included. What is only proposed is not yet
    the school's; what was stopped before its deadline is not due. What is counted are actions.
    """

    _name = "vsoko.fact.action"
    _inherit = ["vsoko.fact"]
    _auto = False
    _log_access = False
    _description = "Actions and their effect"
    _order = "deadline, action_id"
    _rec_name = "action_id"
    _fact_dimensions = ("level", "grade", "class_id", "subject_id")
    _fact_of_people = False
    _depends = {
        "vsoko.action": [
            "company_id",
            "class_id",
            "subject_id",
            "owner_id",
            "state",
            "deadline",
            "done_date",
            "ended_date",
            "verdict",
            "target_period_id",
        ],
        "vsoko.class": ["grade", "level"],
        "vsoko.period": ["date_start", "date_end", "kind", "year_id", "company_id"],
        "vsoko.year": ["date_start", "date_end"],
    }

    action_id = fields.Many2one("vsoko.action", string="Action", readonly=True)
    owner_id = fields.Many2one("res.users", string="Responsible", readonly=True)
    state = fields.Selection(STATES, readonly=True)
    deadline = fields.Date(string="Due by", readonly=True)
    done_date = fields.Date(string="Done on", readonly=True)
    verdict = fields.Selection(VERDICTS, readonly=True)
    is_due = fields.Boolean(string="Due in the period", readonly=True)
    is_in_time = fields.Boolean(string="Done in time", readonly=True)
    is_judged = fields.Boolean(string="Judged by the period", readonly=True)
    has_effect = fields.Boolean(string="With effect", readonly=True)

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT seen.*
              FROM (
                SELECT %(id)s AS id,
                       action.company_id,
                       period.id AS period_id,
                       class.level,
                       class.grade,
                       action.class_id,
                       action.subject_id,
                       %(blank)s,
                       action.id AS action_id,
                       action.owner_id,
                       action.state,
                       action.deadline,
                       action.done_date,
                       action.verdict,
                       action.deadline BETWEEN
                           CASE WHEN period.kind = 'year' THEN year.date_start
                                ELSE period.date_start END
                           AND CASE WHEN period.kind = 'year' THEN year.date_end
                                    ELSE period.date_end END
                           AND NOT (action.state = 'stopped'
                                    AND action.ended_date <= action.deadline) AS is_due,
                       COALESCE(action.done_date <= action.deadline, FALSE) AS is_in_time,
                       COALESCE(action.verdict <> 'unknown'
                           AND (target.id = period.id
                                OR period.kind = 'year' AND target.year_id = period.year_id),
                           FALSE) AS is_judged,
                       COALESCE(action.verdict IN ('reached', 'better'), FALSE) AS has_effect
                  FROM vsoko_action action
                  JOIN vsoko_period period ON period.company_id = action.company_id
                  JOIN vsoko_year year ON year.id = period.year_id
                  LEFT JOIN vsoko_period target ON target.id = action.target_period_id
                  LEFT JOIN vsoko_class class ON class.id = action.class_id
                 WHERE action.state <> 'proposed' AND %(actions)s AND %(periods)s
              ) seen
             WHERE seen.is_due OR seen.is_judged
            """,
            blank=self._get_blank_sql("teacher_id", "student_id"),
            id=row_id(SQL("action.id"), SQL("period.id")),
            actions=narrowing.of(company="action.company_id"),
            periods=narrowing.of("period.company_id", "period.id", "period.year_id"),
        )
