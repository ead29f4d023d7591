from odoo import models


class VsokoReportCollector(models.AbstractModel):
    _inherit = "vsoko.report.collector"

    def _collect(self, report):
        figures = super()._collect(report)
        work = report.assessment_id
        if work:
            figures["work"] = self.env["vsoko.report.work"]._get_heading(work)
            # what is about one work waits for no approval of a period
            figures["period"]["is_approved"] = True
        return figures

    def _collect_given(self, report, declared):
        if report.about != "assessment":
            return super()._collect_given(report, declared)
        return self.env["vsoko.report.work"]._collect(report.assessment_id)
