from datetime import datetime, time

from odoo import models

# in the afternoon of most of the country, after lessons; the secretary sets the hour
AFTER_LESSONS = time(11)


class VsokoMeeting(models.Model):
    """A meeting is done for the plan when its minutes are signed, on the day it was held; moved to
    another day it moves its line, and keeps its hour when the line moves it."""

    _name = "vsoko.meeting"
    _inherit = ["vsoko.meeting", "vsoko.planned.mixin"]

    _plan_states = {
        "planned": "planned",
        "invited": "running",
        "held": "running",
        "minutes_draft": "running",
        "signed": "done",
        "cancelled": "cancelled",
    }
    _plan_done = "date_start"
    _plan_day = "date_start"
    _plan_action = "vsoko_module.vsoko_meeting_action"

    def _get_plan_day(self):
        self.ensure_one()
        return self._get_day()

    def _move_plan_day(self, day):
        for meeting in self:
            meeting.date_start += day - meeting._get_plan_day()

    def _get_plan_defaults(self, line):
        return {
            "body_id": line.body_id.id,
            "date_start": datetime.combine(line.date, AFTER_LESSONS),
        }
