from odoo import api, fields, models
from odoo.tools import SQL

from ..mixins.row_ids import row_id
from .data_checks import DATA_CHECKS

# a window of more rows helps nobody, and its address would be megabytes
_MOST_ROWS = 1000


class VsokoDataCheck(models.Model):
    """One row per check of the facts and figures and school: how many rows do not pass it."""

    _name = "vsoko.data.check"
    _auto = False
    _log_access = False
    _description = "Check of the data"
    _order = "found desc, id"
    _rec_name = "check"
    _depends = {
        "vsoko.indicator.value": [
            "indicator_id",
            "value",
            "numerator",
            "denominator",
            "n",
            "people",
            "status",
            "grey_reason",
            "missing_reason",
            "delta",
            "previous_value",
        ],
        "vsoko.mark": ["student_id", "period_id", "class_id"],
        "vsoko.enrolment": ["student_id", "class_id", "year_id", "date_from", "date_to"],
        "vsoko.result": ["attendance", "score"],
        "vsoko.task.score": ["result_id", "task_id", "score"],
        "vsoko.test.task": ["max_score"],
        "vsoko.period": ["date_end", "year_id"],
        "vsoko.year": ["date_start", "date_end"],
    }

    check = fields.Selection(
        [(check.code, check.title) for check in DATA_CHECKS], string="What is true", readonly=True
    )
    advice = fields.Selection(
        [(check.code, check.advice) for check in DATA_CHECKS], string="What to do", readonly=True
    )
    company_id = fields.Many2one("res.company", string="School", readonly=True)
    found = fields.Integer(string="Rows that do not fit", readonly=True, aggregator=None)
    state = fields.Selection(
        [("clean", "All is well"), ("wrong", "There are mistakes")], string="Result", readonly=True
    )

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT %(id)s AS id,
                   checks.code AS "check",
                   checks.code AS advice,
                   school.id AS company_id,
                   count(failing.id)::int AS found,
                   CASE WHEN count(failing.id) > 0 THEN 'wrong' ELSE 'clean' END AS state
              FROM res_company school
             CROSS JOIN (VALUES %(checks)s) checks (number, code)
              LEFT JOIN (%(failing)s) failing
                ON failing.number = checks.number AND failing.company_id = school.id
             WHERE school.id = ANY(%(schools)s)
             GROUP BY school.id, checks.number, checks.code
            """,
            id=row_id(SQL("school.id"), SQL("checks.number")),
            checks=SQL(", ").join(
                SQL("(%s, %s)", number, check.code) for number, check in enumerate(DATA_CHECKS)
            ),
            failing=SQL(" UNION ALL ").join(
                SQL("SELECT %s AS number, rows.* FROM (%s) rows", number, check.failing)
                for number, check in enumerate(DATA_CHECKS)
            ),
            schools=self.env.companies.ids,
        )

    @api.depends("check")
    def _compute_display_name(self):
        titles = dict(self._fields["check"]._description_selection(self.env))
        for line in self:
            line.display_name = titles.get(line.check, "")

    def action_open_rows(self):
        """Open the rows that do not pass the check, as far as the user may read them."""
        self.ensure_one()
        self.check_access("read")
        check = next(check for check in DATA_CHECKS if check.code == self.check)
        return self.env[check.model]._open_records(
            name=self.display_name,
            views=[(False, "list"), (False, "form")],
            domain=[("id", "in", self._get_failing_ids(check))],
            context={"create": False, "active_test": False},
        )

    def _get_failing_ids(self, check):
        rows = self.env.execute_query(
            SQL(
                "SELECT rows.id FROM (%s) rows WHERE rows.company_id = %s ORDER BY 1 LIMIT %s",
                check.failing,
                self.company_id.id,
                _MOST_ROWS,
            )
        )
        return [row[0] for row in rows]
