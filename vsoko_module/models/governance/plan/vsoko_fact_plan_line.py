from odoo import fields, models
from odoo.tools import SQL

from ....tools import scopes
from ...mixins.row_ids import row_id
from .vsoko_plan_line import KINDS, METHODS, STATES


class VsokoFactPlanLine(models.Model):
    """One row per line of an approved plan that came due, or is done, and period that holds its
    day; cancelled lines are no facts, what is still to come is none yet."""

    _name = "vsoko.fact.plan_line"
    _inherit = ["vsoko.fact"]
    _auto = False
    _log_access = False
    _description = "Lines of the plan"
    _order = "date, line_id"
    _rec_name = "line_id"
    _fact_dimensions = ()
    _fact_of_people = False
    _fact_adds_up = True
    _depends = {
        "vsoko.plan.line": [
            "company_id",
            "year_id",
            "plan_state",
            "criterion_id",
            "responsible_id",
            "method",
            "kind",
            "link_model",
            "date",
            "first_date",
            "state",
            "done_date",
            "is_in_time",
        ],
        "vsoko.criterion": ["code"],
        "vsoko.period": ["date_start", "date_end", "kind", "year_id", "company_id"],
    }
    _totals_ratios = {"percent": ("done_in_time", "due", 100)}

    line_id = fields.Many2one("vsoko.plan.line", string="Line", readonly=True)
    date = fields.Date(string="Due", readonly=True)
    criterion_id = fields.Many2one("vsoko.criterion", string="Object of assessment", readonly=True)
    object_code = fields.Char(string="Code of the object", readonly=True)
    responsible_id = fields.Many2one("res.users", string="Responsible", readonly=True)
    method = fields.Selection(METHODS, readonly=True)
    plan_kind = fields.Selection(KINDS, string="Kind", readonly=True)
    state = fields.Selection(STATES, readonly=True)
    is_done = fields.Boolean(string="Done", readonly=True)
    is_in_time = fields.Boolean(string="In time", readonly=True)
    is_moved = fields.Boolean(string="Moved", readonly=True)
    due = fields.Integer(string="Came due", readonly=True, aggregator="sum")
    done_in_time = fields.Integer(string="Done in time", readonly=True, aggregator="sum")
    percent = fields.Float(string="Done in time, %", readonly=True, aggregator="avg", digits=(5, 1))

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT %(id)s AS id,
                   line.company_id,
                   period.id AS period_id,
                   %(blank)s,
                   line.id AS line_id,
                   line.date,
                   line.criterion_id,
                   criterion.code AS object_code,
                   line.responsible_id,
                   line.method,
                   line.kind AS plan_kind,
                   line.state,
                   line.state = 'done' AS is_done,
                   line.is_in_time,
                   line.first_date IS NOT NULL AS is_moved,
                   1 AS due,
                   line.is_in_time::int AS done_in_time,
                   100.0::float8 * line.is_in_time::int AS percent
              FROM vsoko_plan_line line
              LEFT JOIN vsoko_criterion criterion ON criterion.id = line.criterion_id
              JOIN vsoko_period period
                ON period.company_id = line.company_id
               AND CASE WHEN period.kind = 'year' THEN period.year_id = line.year_id
                        ELSE line.date BETWEEN period.date_start AND period.date_end END
             WHERE line.plan_state = 'approved'
               AND (line.state = 'done'
                    OR line.state IN ('planned', 'running') AND line.date <= %(today)s)
               AND %(lines)s AND %(near)s AND %(periods)s
            """,
            blank=self._get_blank_sql(*scopes.DIMENSIONS),
            id=row_id(SQL("line.id"), SQL("period.id")),
            today=fields.Date.context_today(self),
            lines=narrowing.of(company="line.company_id"),
            near=narrowing.near("line.year_id"),
            periods=narrowing.of("period.company_id", "period.id", "period.year_id"),
        )
