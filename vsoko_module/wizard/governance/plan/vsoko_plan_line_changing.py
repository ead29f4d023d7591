from odoo import api, fields, models
from odoo.exceptions import UserError

from ....models.governance.plan.vsoko_plan_line_change import CHANGES


class VsokoPlanLineChanging(models.TransientModel):
    """Asks for the new day and the reason before lines of a plan in force are changed."""

    _name = "vsoko.plan.line.changing"
    _description = "Change lines of the plan"

    line_ids = fields.Many2many("vsoko.plan.line", string="Lines", required=True)
    kind = fields.Selection(CHANGES, string="What happens", required=True, default="move")
    date = fields.Date(string="New day", compute="_compute_date", store=True, readonly=False)
    reason = fields.Text(required=True)

    @api.depends("line_ids")
    def _compute_date(self):
        for change in self:
            change.date = change.line_ids[:1].date

    def action_apply(self):
        self.ensure_one()
        lines = self.line_ids
        if not lines:
            raise UserError(self.env._("Choose the lines."))
        if self.kind == "move":
            lines._move_to(self.date, self.reason)
        elif self.kind == "cancel":
            lines._cancel(self.reason)
        else:
            lines._resume(self.reason)
        return lines._toast(self.env._("Lines of the plan changed"), len(lines))
