from odoo import api, models
from odoo.fields import Domain

from ..overview.vsoko_start_page import ADMINISTRATION, DIRECTOR, NOT_CLOSED, TEACHER, StartCard
from .actions.vsoko_action import WORKED_ON
from .plan.vsoko_plan_line import OPEN_STATES


class VsokoStartPage(models.AbstractModel):
    _inherit = "vsoko.start.page"

    @api.model
    def _get_cards(self):
        """Return the cards with those of the plan, decisions and sheets."""
        return [
            self._get_plan_approval_card(),
            *self._get_decision_cards(),
            *super()._get_cards(),
            *self._get_plan_cards(),
            *self._get_own_decision_cards(),
            *self._get_effect_cards(),
            *self._get_sheet_cards(),
        ]

    @api.model
    def _get_decision_cards(self):
        return [
            StartCard(
                "actions_to_decide",
                "vsoko.action",
                self.env._("Actions to decide on"),
                self.env._("No action waits for a decision."),
                domain=[("state", "in", ("proposed", "measured"))],
                describe=self._describe_actions,
                groups=DIRECTOR,
            )
        ]

    @api.model
    def _get_plan_approval_card(self):
        return self._make_approval_card(
            "plans_to_approve",
            "vsoko.plan",
            self.env._("Plans to approve"),
            self.env._("No plan waits to be approved."),
            self.env._("Approve"),
            self.env._(
                "The approved plan is locked: its lines are moved and cancelled with a reason"
                " only. Approve it?"
            ),
        )

    @api.model
    def _get_plan_cards(self):
        today = self._get_today()
        in_force = (
            Domain("plan_state", "=", "approved")
            & Domain("state", "in", OPEN_STATES)
            & Domain(*NOT_CLOSED)
        )
        mine = Domain("responsible_id", "=", self.env.uid)
        begun = Domain("date", "=", today) | (
            Domain("date_start", "<=", today) & Domain("date", ">=", today)
        )
        whose = in_force if self.env.user.has_group(ADMINISTRATION) else in_force & mine
        return [
            StartCard(
                key,
                "vsoko.plan.line",
                title,
                empty,
                domain=list(domain),
                describe=self._describe_lines,
            )
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
                domain=[("owner_id", "=", self.env.uid), ("state", "in", WORKED_ON)],
                describe=self._describe_actions,
            ),
            StartCard(
                "resolutions",
                "vsoko.resolution",
                self.env._("Resolutions to carry out"),
                self.env._("No resolution waits for you."),
                domain=[("responsible_id", "=", self.env.uid), ("state", "=", "adopted")],
                describe=self._describe_resolutions,
            ),
        ]

    @api.model
    def _get_effect_cards(self):
        """Return the cards of what nobody works on and of what came of the decisions."""
        if not self.env.user.has_group(ADMINISTRATION):
            return []
        return [
            StartCard(
                "deviations",
                "vsoko.indicator.value",
                self.env._("Deviations that nobody works on"),
                self.env._("Somebody works on every deviation, or there is none."),
                domain=self._get_unhandled_domain(),
                describe=self._describe_figures,
                groups=ADMINISTRATION,
                order="people desc, id",
            ),
            StartCard(
                "effects",
                "vsoko.action",
                self.env._("What came of the decisions"),
                self.env._("No decision has been judged by figures since the last period."),
                domain=[("verdict", "!=", False), ("effect_date", ">", self._get_last_end())],
                describe=self._describe_effects,
                groups=DIRECTOR,
                order="effect_date desc, id",
            ),
        ]

    @api.model
    def _get_unhandled_domain(self):
        """Return the critical figures of the overview without an action that goes on."""
        critical = self._get_shown_period()._get_critical_domain()
        figures = self.env["vsoko.indicator.value"]._read_figures(critical)
        handled = self.env["vsoko.dashboard"]._find_actions(
            {(figure.code, figure.cell) for figure in figures}
        )
        ids = [figure.id for figure in figures if (figure.code, figure.cell) in handled]
        return list(critical & Domain("id", "not in", ids))

    @api.model
    def _get_last_end(self):
        """Return the last day of the last period that is over: effects are judged after it."""
        today = self._get_today()
        last = self.env["vsoko.period"].search(
            Domain("company_id", "=", self.env.company.id) & Domain("date_end", "<", today),
            order="date_end desc",
            limit=1,
        )
        return str(last.date_end) if last else today

    @api.model
    def _get_sheet_cards(self):
        unread = Domain("state", "=", "acquainted") & Domain("acknowledged_at", "=", False)
        return [
            StartCard(
                "sheets",
                "vsoko.sheet",
                self.env._("My sheets that wait for me"),
                self.env._("Your sheet does not wait for you."),
                domain=list(
                    Domain("teacher_id.user_id", "=", self.env.uid)
                    & (Domain("state", "=", "self") | unread)
                ),
                describe=self._describe_sheets,
                groups=TEACHER,
                action="vsoko_sheet_mine_action",
            )
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
    def _describe_effects(self, actions):
        verdicts = dict(actions._fields["verdict"]._description_selection(self.env))
        return {one.id: (verdicts[one.verdict], one.verdict == "worse") for one in actions}

    @api.model
    def _describe_sheets(self, sheets):
        states = dict(sheets._fields["state"]._description_selection(self.env))
        return {sheet.id: (states[sheet.state], False) for sheet in sheets}
