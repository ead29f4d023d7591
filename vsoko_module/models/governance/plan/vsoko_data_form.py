from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from .vsoko_plan_line import OPEN_STATES


class VsokoDataForm(models.Model):
    """A statistical form is done when it is complete. The program makes the forms, and gives each
    to the line of the plan that waits for one of its data set."""

    _name = "vsoko.data.form"
    _inherit = ["vsoko.data.form", "vsoko.planned.mixin"]

    _plan_states = {
        "empty": "planned",
        "filling": "running",
        "returned": "running",
        "complete": "done",
        "checked": "done",
        "locked": "done",
    }
    _plan_done = "completed_date"

    @api.model_create_multi
    def create(self, vals_list):
        forms = super().create(vals_list)
        # Lines of the plan wait for forms; who makes a form need not read the plan.
        waiting = self.env["vsoko.plan.line"].sudo()
        forms._fill_plan(
            waiting.search(
                Domain("set_id", "in", forms.set_id.ids) & Domain("plan_state", "=", "approved")
            )
        )
        return forms

    @api.model
    def _fill_plan(self, lines):
        """Give each of the lines that waits for a form the one that is due nearest to its day."""
        waiting = lines.filtered(
            lambda line: (
                line.link_model == self._name
                and line.set_id
                and not line.link_id
                and line.state in OPEN_STATES
            )
        )
        if not waiting:
            return
        # The plan says how far a form is, and nothing else of it.
        forms = self.sudo().search([("set_id", "in", waiting.set_id.ids)])
        taken = set(self.env["vsoko.plan.line"]._get_of(forms).mapped("link_id"))
        for line in waiting.sorted("date"):
            form = forms.filtered(
                lambda form, line=line: (
                    form.set_id == line.set_id
                    and form.id not in taken
                    and line.year_id.date_start <= form.due_date <= line.year_id.date_end
                )
            ).sorted(lambda form, line=line: abs(form.due_date - line.date))[:1]
            if form:
                taken.add(form.id)
                line._store({"link_id": form.id})
        waiting._follow_links()

    @api.model
    def _open_from_plan(self, line):
        self._fill_plan(line)
        if not line.link_id:
            raise UserError(
                self.env._(
                    "The program makes the form when its period begins, and the line finds it then."
                )
            )
        return line.action_open_link()
