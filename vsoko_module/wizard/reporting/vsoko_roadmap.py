from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ...models.governance.actions.vsoko_action import WORKED_ON
from ...tools.reports.document import document
from ...tools.reports.file_names import file_name
from ...tools.reports.roadmap import PlannedAction, roadmap
from ...tools.reports.workbook import workbook


class VsokoRoadmap(models.TransientModel):
    """The road map in print: the actions that were chosen in the list, or all that go on."""

    _name = "vsoko.roadmap"
    _description = "Road map"

    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
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

    def action_open_pdf(self):
        return self._open("pdf", "new")

    def action_open_docx(self):
        return self._open("docx", "download")

    def action_open_xlsx(self):
        return self._open("xlsx", "download")

    def _open(self, extension, target):
        self.ensure_one()
        if not self.action_ids:
            raise UserError(self.env._("Choose the actions of the road map."))
        return self._open_address(f"/vsoko/roadmap/{self.id}/{extension}", target)

    def _get_file(self, extension):
        """Return (name, bytes) of the road map, of the actions that the user may read."""
        self.ensure_one()
        actions = self.action_ids._filtered_access("read").sorted()
        today = format_date(self.env, fields.Date.context_today(self))
        line = self.env._("On %(date)s", date=today)
        planned = [action._prepare_roadmap() for action in actions]
        paper = roadmap(self.company_id.name, [line], planned, self.env._)
        name = file_name([paper.title, today], extension)
        if extension == "docx":
            return name, document(paper, self.env._, self.company_id._get_word_template())
        if extension == "xlsx":
            return name, workbook(paper, self.env._)
        return name, self.env["vsoko.paper"]._print(paper, across=True)


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
