from odoo import models

from ...evidence.observations.vsoko_observation import COUNTED


class VsokoObservation(models.Model):
    """A sheet of an expert is done when it is complete; a withdrawn one lets its line go, and a
    visit that is put off moves it."""

    _name = "vsoko.observation"
    _inherit = ["vsoko.observation", "vsoko.planned.mixin"]

    _plan_states = {
        "planned": "planned",
        "draft": "running",
        **dict.fromkeys(COUNTED, "done"),
        "withdrawn": "cancelled",
    }
    _plan_done = "completed_date"
    _plan_day = "date"
    _plan_action = "vsoko_module.vsoko_observation_action"

    def _get_plan_defaults(self, line):
        return {
            "rubric_id": line.rubric_id.id,
            "date": line.date,
            "expert_id": line.responsible_id.id,
            "class_id": line.class_ids.id if len(line.class_ids) == 1 else False,
            "subject_id": line.subject_id.id,
            "topic": line.name,
        }
