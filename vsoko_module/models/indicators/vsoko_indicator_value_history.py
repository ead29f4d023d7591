from odoo import api, fields, models
from odoo.tools import SQL

from ..school.vsoko_class import LEVELS
from .vsoko_indicator_band import STATUSES
from .vsoko_indicator_value import MISSING_REASONS, SCOPES

_COLUMNS = (
    "indicator_id", "period_id", "company_id", "scope", "cell", "level", "grade", "class_id",
    "subject_id", "teacher_id", "student_id", "numerator", "denominator", "value", "n",
    "missing_reason", "status",
)  # fmt: skip


class VsokoIndicatorValueHistory(models.Model):
    """An approved figure that a later version replaced; nobody writes here by hand."""

    _name = "vsoko.indicator.value.history"
    _description = "Earlier approved value of an indicator"
    _order = "period_id desc, version desc, indicator_id, scope, cell"
    _rec_name = "indicator_id"
    _log_access = False

    version = fields.Integer(readonly=True, required=True, aggregator=None)
    approved_date = fields.Datetime(string="Approved on", readonly=True)
    approved_by_id = fields.Many2one("res.users", string="Approved by", readonly=True)
    indicator_id = fields.Many2one(
        "vsoko.indicator", string="Indicator", readonly=True, index=True, ondelete="restrict"
    )
    period_id = fields.Many2one(
        "vsoko.period", string="Period", readonly=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one("res.company", string="School", readonly=True)
    scope = fields.Selection(SCOPES, string="Breakdown", readonly=True)
    cell = fields.Char(readonly=True, export_string_translation=False)
    level = fields.Selection(LEVELS, readonly=True)
    grade = fields.Integer(readonly=True, aggregator=None)
    class_id = fields.Many2one("vsoko.class", string="Class", readonly=True, ondelete="restrict")
    subject_id = fields.Many2one(
        "vsoko.subject", string="Subject", readonly=True, ondelete="restrict"
    )
    teacher_id = fields.Many2one(
        "vsoko.teacher", string="Teacher", readonly=True, ondelete="restrict"
    )
    student_id = fields.Many2one(
        "vsoko.student", string="Pupil", readonly=True, ondelete="restrict"
    )
    numerator = fields.Float(readonly=True, aggregator=None)
    denominator = fields.Float(readonly=True, aggregator=None)
    value = fields.Float(readonly=True, aggregator=None)
    n = fields.Integer(string="Rests on", readonly=True, aggregator=None)
    missing_reason = fields.Selection(MISSING_REASONS, readonly=True)
    status = fields.Selection(STATUSES, string="Zone", readonly=True)
    unit = fields.Selection(related="indicator_id.unit")
    digits = fields.Integer(related="indicator_id.digits")

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
