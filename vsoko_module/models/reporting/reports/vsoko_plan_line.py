from odoo import api, fields, models

from ....tools.reports.types import REPORT_TYPES


class VsokoPlanLine(models.Model):
    """A line of the plan may make a report."""

    _inherit = "vsoko.plan.line"

    link_model = fields.Selection(
        selection_add=[("vsoko.report", "Report")], ondelete={"vsoko.report": "set null"}
    )
    report_type = fields.Selection(selection="_selection_report_type", string="Type of report")

    @api.model
    def _selection_report_type(self):
        translate = self.env._
        return [(code, translate(declared.name)) for code, declared in REPORT_TYPES.items()]

    @api.model
    def _get_shared_names(self):
        return (*super()._get_shared_names(), "report_type")


class VsokoReport(models.Model):
    """A report is done for the plan when it is approved."""

    _name = "vsoko.report"
    _inherit = ["vsoko.report", "vsoko.planned.mixin"]

    _plan_states = {"draft": "running", "approved": "done", "published": "done"}
    _plan_done = "approved_date"
    _plan_action = "vsoko_module.vsoko_report_action"

    def _get_plan_defaults(self, line):
        return {"type": line.report_type, "period_id": self._get_planned_period(line).id}

    def _get_planned_period(self, line):
        """Return the period that the report of a line tells of: by its kind, else the last term."""
        declared = REPORT_TYPES.get(line.report_type)
        kind = declared.period_kind if declared else ""
        periods = line.year_id.period_ids
        if kind:
            return periods.filtered(lambda period: period.kind == kind)[:1]
        ended = periods.filtered(
            lambda period: period.date_end <= line.date and "year" not in period.kind
        )
        return ended.sorted("date_end")[-1:]
