from odoo import api, fields, models
from odoo.tools import format_datetime


class VsokoReportSchedule(models.Model):
    """What a schedule does next, in words."""

    _inherit = "vsoko.report.schedule"

    plan = fields.Char(string="What comes next", compute="_compute_plan")

    @api.depends(
        "next_date", "tz", "active", "type", "period_kind", "relative",
        "grade_from", "grade_to", "association_ids", "run_ids.report_id",
    )  # fmt: skip
    def _compute_plan(self):
        for schedule in self:
            schedule.plan = schedule._prepare_plan()

    def _prepare_plan(self):
        if not self.active:
            return self.env._("Archived: nothing is made by itself.")
        moment = format_datetime(
            self.env, self.next_date, tz=self.tz, dt_format="EEEE, d MMMM y, HH:mm"
        )
        when = self.env._("Next time: %(moment)s (%(zone)s).", moment=moment, zone=self.tz)
        return f"{when} {self._prepare_what()}"

    def _prepare_what(self):
        """Return what is made at the planned moment, or why nothing."""
        period = self._get_period(self.planned_date)
        planned_reports = self._get_planned_reports(period) if period else []
        reason = self._get_reason_to_skip(period, planned_reports)
        if reason:
            return reason
        if not self._get_ready(period, planned_reports):
            return self._get_reason_no_figures(period)
        return self.env._("What is made: the report of %(period)s.", period=period.display_name)
