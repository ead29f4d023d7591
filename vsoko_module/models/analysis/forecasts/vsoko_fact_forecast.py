from odoo import fields, models
from odoo.tools import SQL

from ...mixins.row_ids import row_id
from .vsoko_forecast import METHODS


class VsokoFactForecast(models.Model):
    """One row per forecast that was judged, in its period and in the school year of that.

    What is counted are forecasts.
    """

    _name = "vsoko.fact.forecast"
    _inherit = ["vsoko.fact", "vsoko.own.mixin"]
    _auto = False
    _log_access = False
    _description = "Forecasts and what came of them"
    _order = "forecast_id"
    _rec_name = "forecast_id"
    _fact_dimensions = ("level", "grade", "class_id")
    _depends = {
        "vsoko.forecast": [
            "company_id",
            "period_id",
            "year_id",
            "level",
            "class_id",
            "indicator_id",
            "state",
            "is_hit",
            "error",
            "method",
        ],
        "vsoko.class": ["grade", "level"],
        "vsoko.period": ["kind", "year_id", "company_id"],
    }

    forecast_id = fields.Many2one("vsoko.forecast", string="Forecast", readonly=True)
    indicator_id = fields.Many2one("vsoko.indicator", string="Indicator", readonly=True)
    method = fields.Selection(METHODS, readonly=True)
    is_hit = fields.Boolean(string="In the interval", readonly=True)

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT %(id)s AS id,
                   forecast.company_id,
                   period.id AS period_id,
                   COALESCE(forecast.level, class.level) AS level,
                   class.grade,
                   forecast.class_id,
                   %(blank)s,
                   forecast.id AS forecast_id,
                   forecast.indicator_id,
                   forecast.method,
                   forecast.is_hit
              FROM vsoko_forecast forecast
              JOIN vsoko_period period
                ON period.id = forecast.period_id
                OR period.kind = 'year' AND period.year_id = forecast.year_id
              LEFT JOIN vsoko_class class ON class.id = forecast.class_id
             WHERE forecast.state = 'judged' AND %(forecasts)s AND %(periods)s
            """,
            blank=self._get_blank_sql("subject_id", "teacher_id", "student_id"),
            id=row_id(SQL("forecast.id"), SQL("period.id")),
            forecasts=narrowing.of("forecast.company_id", year="forecast.year_id"),
            periods=narrowing.of("period.company_id", "period.id", "period.year_id"),
        )

    def _get_own_condition(self, alias):
        """As the forecast itself."""
        return self.env["vsoko.forecast"]._get_own_condition(alias)
