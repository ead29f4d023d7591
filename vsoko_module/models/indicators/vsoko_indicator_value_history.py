from odoo import api, fields, models
from odoo.tools import SQL

_COLUMNS = (
    "indicator_id", "period_id", "company_id", "scope", "cell", "level", "grade", "class_id",
    "subject_id", "teacher_id", "student_id", "numerator", "denominator", "value", "n",
    "people", "completeness", "missing_reason", "status", "grey_reason", "previous_value",
    "previous_n", "previous_people", "delta", "last_year_value", "last_year_delta",
    "rating_allowed", "rule",
)  # fmt: skip


class VsokoIndicatorValueHistory(models.Model):
    """An approved figure that a later version replaced; nobody writes here by hand."""

    _name = "vsoko.indicator.value.history"
    _inherit = ["vsoko.figure.mixin"]
    _description = "Earlier approved value of an indicator"
    _order = "period_id, version desc, indicator_id, scope, cell"
    _rec_name = "indicator_id"
    _log_access = False

    version = fields.Integer(readonly=True, required=True, aggregator=None)
    approved_date = fields.Datetime(string="Approved on", readonly=True)
    approved_by_id = fields.Many2one("res.users", string="Approved by", readonly=True)

    _period_idx = models.Index("(period_id, indicator_id)")

    @api.model
    def _keep(self, period):
        """Copy the approved figures of a period before they are opened for a correction."""
        columns = SQL(", ").join(SQL.identifier(name) for name in _COLUMNS)
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                "INSERT INTO vsoko_indicator_value_history"
                " (version, approved_date, approved_by_id, %(columns)s)"
                " SELECT %(version)s, %(date)s, %(user)s, %(columns)s"
                " FROM vsoko_indicator_value WHERE period_id = %(period)s",
                columns=columns,
                version=period.version,
                date=period.approved_date or None,
                user=period.approved_by_id.id or None,
                period=period.id,
            )
        )
        self.invalidate_model()
