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
        ended = line.year_id.period_ids.filtered(
            lambda period: period.date_end <= line.date and "year" not in period.kind
        )
        period = ended.sorted("date_end")[-1:]
        return {"type": line.report_type, "period_id": period.id}
