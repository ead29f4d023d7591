from datetime import datetime

from odoo import api, fields, models

# what an action opened from a line of the plan says of the line
LINE = "vsoko_plan_line"


class VsokoPlannedMixin(models.AbstractModel):
    """A real thing that a line of the plan makes and follows: a work, a sheet, a form, a survey.

    A model says what its states mean for the plan, and the line is done when the thing is; nobody
    ticks it off.
    """

    _name = "vsoko.planned.mixin"
    _description = "What a line of the plan makes"

    # {state: planned, running, done, or cancelled when the thing will never be done}
    _plan_states = {}
    # the field with the day or moment it was done; None: the day on which the plan learns of it
    _plan_done = None
    # the field with the day that moves the line of the plan when it is changed; None: none does
    _plan_day = None
    # the window action in which a new one is made; None: only the program makes such things
    _plan_action = None

    @api.model_create_multi
    def create(self, vals_list):
        things = super().create(vals_list)
        line = self.env.context.get(LINE)
        if line and isinstance(line, int):
            self.env["vsoko.plan.line"].browse(line).exists()._take_made(things[:1])
        return things

    def write(self, vals):
        result = super().write(vals)
        if self._plan_day in vals:
            self.env["vsoko.plan.line"]._follow_day(self)
        if "state" in vals:
            self.env["vsoko.plan.line"]._follow_state(self)
        return result

    def unlink(self):
        lines = self.env["vsoko.plan.line"]._get_of(self)
        result = super().unlink()
        lines._let_go(self.env._("What the line had made was deleted"))
        return result

    def _get_plan_fact(self):
        """Return (state for the plan, day it was done on or None) of one thing."""
        self.ensure_one()
        state = self._plan_states[self.state]
        return state, self._get_plan_done() if state == "done" else None

    def _get_plan_done(self):
        done = self[self._plan_done] if self._plan_done else False
        if isinstance(done, datetime):
            return fields.Datetime.context_timestamp(self, done).date()
        return done or fields.Date.context_today(self)

    def _get_plan_day(self):
        """Return the day to which the thing moves its line; False: it has none."""
        self.ensure_one()
        return self[self._plan_day]

    def _move_plan_day(self, day):
        """Move the things to the day to which their lines were moved."""
        self.write({self._plan_day: day})

    def _get_plan_defaults(self, line):
        """Return the values with which a new thing begins that a line asks for."""
        return {}

    def _get_plan_warning(self):
        """Return in words what is wrong with the thing, for the line; empty: nothing."""
        self.ensure_one()
        return ""

    @api.model
    def _open_from_plan(self, line):
        """Open the form of a new thing of this model; when it is stored the line has it."""
        values = self._get_plan_defaults(line)
        context = {f"default_{name}": value for name, value in values.items() if value}
        return self._open_action(
            self._plan_action,
            line.name,
            views=[(False, "form")],
            context=context | {LINE: line.id},
        )
