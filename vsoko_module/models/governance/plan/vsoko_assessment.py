from odoo import models


class VsokoAssessment(models.Model):
    """A work is done for the plan when it is analysed; its day is the day of the line."""

    _name = "vsoko.assessment"
    _inherit = ["vsoko.assessment", "vsoko.planned.mixin"]

    _plan_states = {
        "planned": "planned",
        "collecting": "running",
        "closed": "running",
        "analysed": "done",
    }
    _plan_day = "date"
    _plan_action = "vsoko_module.vsoko_assessment_action"

    def _get_plan_defaults(self, line):
        return {
            "type_id": line.type_id.id,
            "subject_id": line.subject_id.id,
            "class_ids": line.class_ids.ids,
            "date": line.date,
            "note": line.purpose,
        }

    def _get_plan_warning(self):
        """The limits of the calendar of works hold for works of the plan, too."""
        return self.calendar_warning or ""
