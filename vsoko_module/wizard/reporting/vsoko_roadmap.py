from odoo import api, fields, models
from odoo.tools import format_date

from ...models.governance.actions.vsoko_action import WORKED_ON
from ...tools.reports.roadmap import PlannedAction, roadmap


class VsokoRoadmap(models.TransientModel):
    """The road map in print: the actions that were chosen in the list, or all that go on."""

    _name = "vsoko.roadmap"
    _inherit = ["vsoko.print.mixin"]
    _description = "Road map"
    _folder = "roadmap"

    action_ids = fields.Many2many(
        "vsoko.action",
        string="Actions",
        default=lambda self: self._default_action_ids(),
        domain="[('company_id', '=', company_id)]",
    )

    @api.model
    def _default_action_ids(self):
        if self.env.context.get("active_model") == "vsoko.action":
            return self.env.context.get("active_ids", [])
        domain = [("company_id", "=", self.env.company.id), ("state", "in", WORKED_ON)]
        return self.env["vsoko.action"].search(domain).ids

    def _get_obstacle(self):
        return "" if self.action_ids else self.env._("Choose the actions of the road map.")

    def _get_paper(self):
        actions = self.action_ids._filtered_access("read").sorted()
        today = format_date(self.env, fields.Date.context_today(self))
        line = self.env._("On %(date)s", date=today)
        planned = [action._prepare_roadmap() for action in actions]
        return roadmap(self.company_id.name, [line], planned, self.env._)


class VsokoAction(models.Model):
    _inherit = "vsoko.action"

    def _prepare_roadmap(self):
        states = dict(self._fields["state"]._description_selection(self.env))
        state = states[self.state]
        if self.is_overdue:
            state = self.env._("%(state)s, late", state=state)
        return PlannedAction(
            problem=self.name,
            evidence=self.evidence_text or self.problem or "",
            cause=self.cause_id.name or "",
            measures=tuple(measure._get_line() for measure in self.measure_ids),
            owner=self.owner_id.name or "",
            deadline=self.deadline or None,
            target="" if self.target is False else self._format(self.target),
            state=state,
            outcome=self._get_outcome(),
        )

    def _get_outcome(self):
        """Return what has become of the problem, in a few words."""
        if not self.verdict:
            return self.ending or self.result or ""
        verdict = dict(self._fields["verdict"]._description_selection(self.env))[self.verdict]
        after = "" if self.value_after is False else self._format(self.value_after)
        return ": ".join(filter(None, (verdict, after)))


class VsokoActionMeasure(models.Model):
    _inherit = "vsoko.action.measure"

    def _get_line(self):
        """Return the measure with who does it by when, and whether it is done."""
        deadline = format_date(self.env, self.deadline) if self.deadline else ""
        who = ", ".join(filter(None, (self.owner_id.name, deadline)))
        done = self.env._("done") if self.is_done else ""
        notes = "; ".join(filter(None, (who, done)))
        return f"{self.name} ({notes})" if notes else self.name
