from odoo import api, fields, models
from odoo.exceptions import AccessError

from .vsoko_action_state import ADMINISTRATION


class VsokoActionMeasure(models.Model):
    """One thing that is done within an action, by a person and a day."""

    _name = "vsoko.action.measure"
    _description = "Measure of an action"
    _order = "deadline, id"

    action_id = fields.Many2one(
        "vsoko.action", string="Action", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="action_id.company_id", store=True, index=True)
    state = fields.Selection(related="action_id.state", string="State of the action")
    name = fields.Char(string="What is done", required=True)
    owner_id = fields.Many2one(
        "res.users",
        string="Responsible",
        index="btree_not_null",
        ondelete="restrict",
        domain="[('share', '=', False), ('company_ids', 'in', company_id)]",
    )
    deadline = fields.Date(string="Due by")
    is_done = fields.Boolean(string="Done")
    done_date = fields.Date(string="Done on", compute="_compute_done_date", store=True)

    @api.depends("is_done")
    def _compute_done_date(self):
        today = fields.Date.context_today(self)
        for measure in self:
            measure.done_date = (measure.done_date or today) if measure.is_done else False

    def write(self, vals):
        if vals.keys() - {"is_done"}:
            self._check_keeper()
        return super().write(vals)

    def _check_keeper(self):
        """Raise AccessError unless the user is responsible for the whole actions."""
        if self.env.su or self.env.user.has_group(ADMINISTRATION):
            return
        if any(measure.action_id.owner_id != self.env.user for measure in self):
            raise AccessError(
                self.env._(
                    "You mark your measure as done; the responsible of the action changes it."
                )
            )
