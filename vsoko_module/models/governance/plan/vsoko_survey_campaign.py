from odoo import models


class VsokoSurveyCampaign(models.Model):
    """A survey is done when it is closed."""

    _name = "vsoko.survey.campaign"
    _inherit = ["vsoko.survey.campaign", "vsoko.planned.mixin"]

    _plan_states = {"draft": "planned", "open": "running", "closed": "done", "published": "done"}
    _plan_day = "date_end"
    _plan_action = "vsoko_module.vsoko_survey_campaign_action"

    def _get_plan_defaults(self, line):
        return {
            "name": line.name,
            "questionnaire_id": line.questionnaire_id.id,
            "audience": line.questionnaire_id.vsoko_audience,
            "year_id": line.year_id.id,
            "class_ids": line.class_ids.ids,
            "date_start": line.date_start or line.date,
            "date_end": line.date,
        }
