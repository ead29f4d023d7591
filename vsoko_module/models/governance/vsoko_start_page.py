from odoo import api, models
from odoo.fields import Domain
from odoo.tools import format_datetime

from ..overview.vsoko_start_page import StartCard
from .actions.vsoko_action import WORKED_ON
from .meetings.vsoko_meeting_attendance import OPEN_STATES as COMING
from .plan.vsoko_plan_line import OPEN_STATES

_DIRECTOR = "vsoko_module.group_director"
_ADMINISTRATION = "vsoko_module.group_administration"


class VsokoStartPage(models.AbstractModel):
    _inherit = "vsoko.start.page"

    @api.model
    def _get_cards(self):
        """Return the cards with those of the plan, decisions and meetings."""
        return [
            *self._get_decision_cards(),
            *super()._get_cards(),
            *self._get_plan_cards(),
            *self._get_own_decision_cards(),
            *self._get_council_cards(),
        ]

    @api.model
    def _get_decision_cards(self):
        return [
            StartCard(
                "actions_to_decide",
                "vsoko.action",
                self.env._("Actions to decide on"),
                self.env._("No action waits for a decision."),
                [("state", "in", ("proposed", "measured"))],
                self._describe_actions,
                _DIRECTOR,
            )
        ]

    @api.model
    def _get_plan_cards(self):
        today = self._get_today()
        in_force = Domain("plan_state", "=", "approved") & Domain("state", "in", OPEN_STATES)
        mine = Domain("responsible_id", "=", self.env.uid)
        begun = Domain("date", "=", today) | (
            Domain("date_start", "<=", today) & Domain("date", ">=", today)
        )
        whose = in_force if self.env.user.has_group(_ADMINISTRATION) else in_force & mine
        return [
            StartCard(key, "vsoko.plan.line", title, empty, list(domain), self._describe_lines)
            for key, title, empty, domain in (
                (
                    "plan_today",
                    self.env._("Procedures of today"),
                    self.env._("The plan has nothing for today."),
                    whose & begun,
                ),
                (
                    "plan_late",
                    self.env._("Late by the plan"),
                    self.env._("Nothing is late by the plan."),
                    whose & Domain("date", "<", today),
                ),
                (
                    "plan_mine",
                    self.env._("I am responsible next"),
                    self.env._("The plan names you for nothing more."),
                    in_force & mine & Domain("date", ">", today),
                ),
            )
        ]

    @api.model
    def _get_own_decision_cards(self):
        return [
            StartCard(
                "actions",
                "vsoko.action",
                self.env._("My actions"),
                self.env._("No action is yours to work on."),
                [("owner_id", "=", self.env.uid), ("state", "in", WORKED_ON)],
                self._describe_actions,
            ),
            StartCard(
                "resolutions",
                "vsoko.resolution",
                self.env._("Resolutions to carry out"),
                self.env._("No resolution waits for you."),
                [("responsible_id", "=", self.env.uid), ("state", "=", "adopted")],
                self._describe_resolutions,
            ),
        ]

    @api.model
    def _get_council_cards(self):
        return [
            StartCard(
                "meetings",
                "vsoko.meeting",
                self.env._("Meetings to come"),
                self.env._("No meeting of your councils is planned."),
                [("is_mine", "=", True), ("state", "in", COMING)],
                self._describe_meetings,
                order="date_start, id",
            ),
        ]

    @api.model
    def _describe_lines(self, lines):
        """What is due today is not late on this page: it is the work of the day."""
        today = self._get_today()
        return {line.id: self._tell_due(line.date, str(line.date) < today) for line in lines}

    @api.model
    def _describe_actions(self, actions):
        return {one.id: self._tell_due(one.deadline, one.is_overdue) for one in actions}

    @api.model
    def _describe_resolutions(self, resolutions):
        today = self._get_today()
        return {
            one.id: self._tell_due(one.deadline, bool(one.deadline) and str(one.deadline) < today)
            for one in resolutions
        }

    @api.model
    def _describe_meetings(self, meetings):
        return {
            meeting.id: (
                self.env._(
                    "%(date)s, items of the agenda: %(count)s",
                    date=format_datetime(self.env, meeting.date_start, dt_format="short"),
                    count=len(meeting.item_ids),
                ),
                False,
            )
            for meeting in meetings
        }
