from odoo import models


class VsokoReportWorkCollector(models.AbstractModel):
    """Takes what a report about one work shows from its results."""

    _name = "vsoko.report.work.collector"
    _inherit = ["vsoko.report.collector"]
    _description = "Taking the figures of a report about a work"

    def _collect(self, report):
        figures = super()._collect(report)
        figures["work"] = self.env["vsoko.report.work"]._get_heading(report.assessment_id)
        # what is about one work waits for no approval of a period
        figures["period"]["is_approved"] = True
        return figures

    def _collect_given(self, report, declared):
        return self.env["vsoko.report.work"]._collect(report.assessment_id)
