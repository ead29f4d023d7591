from odoo import fields, models
from odoo.exceptions import UserError


class VsokoPlanLineLinking(models.TransientModel):
    """Asks which thing that exists already a line of the plan follows."""

    _name = "vsoko.plan.line.linking"
    _description = "Link a line of the plan"

    line_id = fields.Many2one("vsoko.plan.line", string="Line", required=True, ondelete="cascade")
    thing = fields.Reference(selection="_selection_thing", string="What was made", required=True)

    def _selection_thing(self):
        return self.env["vsoko.plan.line"]._fields["link_model"]._description_selection(self.env)

    def action_link(self):
        self.ensure_one()
        if not self.thing:
            raise UserError(self.env._("Choose what the line follows."))
        self.line_id._link(self.thing)
        return self.line_id._toast(self.env._("The line follows what was chosen"))
