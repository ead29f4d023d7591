from odoo import models
from odoo.exceptions import UserError


class VsokoSurveyCampaign(models.Model):
    _inherit = "vsoko.survey.campaign"

    def action_make_report(self):
        """Open the report on this survey: the draft, the approved one, else a new draft."""
        self.ensure_one()
        if not self.is_closed:
            raise UserError(self.env._("A report is made after the closing."))
        period = self.year_id.period_ids.filtered(lambda period: period.kind == "year")[:1]
        if not period:
            raise UserError(
                self.env._("The school year %(year)s has no period “year”.", year=self.year_id.name)
            )
        return self.env["vsoko.report"]._open_last("survey_results", period, campaign_id=self.id)


class VsokoReportSurveyCollector(models.AbstractModel):
    """Takes what a report about one survey shows from its answers."""

    _name = "vsoko.report.survey.collector"
    _inherit = ["vsoko.report.collector"]
    _description = "Taking the figures of a report about a survey"

    def _collect(self, report):
        figures = super()._collect(report)
        # what is about one survey waits for no approval of a period
        figures["period"]["is_approved"] = True
        return figures

    def _collect_given(self, report, declared):
        return report.campaign_id._get_results()
