from odoo import api, models
from odoo.fields import Domain
from odoo.tools import format_date

from .vsoko_action import WORKED_ON


class VsokoDashboard(models.AbstractModel):
    _inherit = "vsoko.dashboard"

    @api.model
    @api.readonly
    def get_overview(self, period_id: int | None = None, indicator_id: int | None = None):
        """Return the overview with what is done about the figures that are out of line.

        :return: as before, with "may_act" and "actions": {figure id: {"id" of the action or False
            where the user may not read it, "text", "is_overdue"}}
        """
        overview = super().get_overview(period_id, indicator_id)
        overview["may_act"] = self.env["vsoko.action"].has_access("create")
        overview["actions"] = self._get_actions(overview)
        return overview

    @api.model
    def _get_actions(self, overview):
        """Return {figure id: what is done about it} of the figures that are out of line."""
        ids = [
            figure["id"]
            for deviation in overview.get("deviations", ())
            for figure in deviation["figures"]
        ]
        ids += [figure["id"] for figure in overview.get("worsened", ())]
        if not ids:
            return {}
        figures = self.env["vsoko.indicator.value"]._read_figures([("id", "in", ids)])
        actions = self._find_actions({(figure.code, figure.cell) for figure in figures})
        return {
            figure.id: actions[figure.code, figure.cell]
            for figure in figures
            if (figure.code, figure.cell) in actions
        }

    @api.model
    def _find_actions(self, problems):
        """Return {(code, cell): what is done about it}, whoever does it."""
        # That somebody works on it is told to all who see the figure; what, only by the rules.
        found = (
            self.env["vsoko.action"]
            .sudo()
            .search(
                Domain("company_id", "=", self.env.company.id)
                & Domain("state", "in", WORKED_ON)
                & Domain("indicator_id.code", "in", [code for code, _cell in problems])
                & Domain("cell", "in", [cell for _code, cell in problems]),
                order="id desc",
            )
        )
        readable = found.sudo(False)._filtered_access("read")
        return {
            (action.indicator_id.code, action.cell): {
                "id": action.id if action.id in readable._ids else False,
                "text": action._describe_work(),
                "is_overdue": action.is_overdue,
            }
            for action in found
        }


class VsokoAction(models.Model):
    _inherit = "vsoko.action"

    def _describe_work(self):
        """Say who works on the problem and until when."""
        names = dict(self._fields["state"]._description_selection(self.env))
        parts = [names[self.state], self.owner_id.name]
        if self.deadline:
            parts.append(self.env._("until %(date)s", date=format_date(self.env, self.deadline)))
        return ", ".join(filter(None, parts))
