from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from .vsoko_plan_line import LINKS, OPEN_STATES


class VsokoPlanLine(models.Model):
    """The real thing that a line makes and follows: its model and its number.

    The line is done when the thing is done. A thing that is deleted or withdrawn lets the line go:
    it waits for another one.
    """

    _inherit = "vsoko.plan.line"

    link_model = fields.Selection(LINKS, string="What it makes", index=True)
    link_id = fields.Many2oneReference(
        model_field="link_model", string="Made", readonly=True, copy=False, index=True
    )
    link_name = fields.Char(string="What was made", compute="_compute_link")
    link_warning = fields.Char(string="What is wrong with it", compute="_compute_link")
    subject_id = fields.Many2one("vsoko.subject", string="Subject", ondelete="restrict")
    type_id = fields.Many2one(
        "vsoko.assessment.type", string="Type of work", ondelete="restrict", check_company=True
    )
    rubric_id = fields.Many2one(
        "vsoko.rubric",
        string="Rubric",
        ondelete="restrict",
        domain="[('state', '=', 'approved'), ('company_id', 'in', (company_id, False))]",
    )
    set_id = fields.Many2one(
        "vsoko.data.set",
        string="Data set",
        ondelete="restrict",
        domain="[('company_id', '=', company_id)]",
    )
    questionnaire_id = fields.Many2one(
        "survey.survey",
        string="Questionnaire",
        ondelete="restrict",
        domain=[("survey_type", "=", "vsoko"), ("vsoko_is_frozen", "=", False)],
    )

    @api.model
    def _get_shared_names(self):
        made_by = ("link_model", "subject_id", "type_id", "rubric_id", "set_id", "questionnaire_id")
        return (*super()._get_shared_names(), *made_by)

    @api.depends("link_model", "link_id")
    @api.depends_context("uid")
    def _compute_link(self):
        self.link_name = self.link_warning = False
        for model, lines in self.filtered("link_id").grouped("link_model").items():
            things = lines._get_things(model).exists()._filtered_access("read")
            known = {thing.id: thing for thing in things}
            for line in lines:
                thing = known.get(line.link_id)
                line.link_name = thing and thing.display_name
                line.link_warning = thing and thing._get_plan_warning()

    def _get_things(self, model):
        return self.env[model].browse(self.filtered("link_id").mapped("link_id"))

    def action_make(self):
        """Open the form of a new thing that this line asks for."""
        self.ensure_one()
        self._check_changeable(OPEN_STATES)
        self._take_turn()
        self._check_unmade()
        if not self.link_model:
            raise UserError(self.env._("Say what the line makes: a work, a sheet, a survey…"))
        return self.env[self.link_model]._open_from_plan(self)

    def action_open_link(self):
        """Open the thing that the line has made, with the rights of the user."""
        self.ensure_one()
        self.check_access("read")
        if not self.link_id:
            raise UserError(self.env._("Nothing has been made for this line yet."))
        return self._get_things(self.link_model)._open_records()

    def _check_unmade(self):
        for line in self:
            if line.link_id:
                raise UserError(
                    self.env._("“%(name)s” has its thing already: open it instead.", name=line.name)
                )

    def _take_made(self, thing):
        """Link the line with what was just made in the form that it has opened."""
        # one form may make several; the first one is the line's
        if self and thing and not self.link_id:
            self._link(thing)

    def _link(self, thing):
        """Let the line follow a thing that exists."""
        self.ensure_one()
        self._check_changeable(OPEN_STATES)
        self._take_turn()
        self._check_unmade()
        thing.check_access("read")
        self._store({"link_model": thing._name, "link_id": thing.id})
        self._follow_links()

    def _let_go(self, reason):
        """Wait for another thing; the history says why."""
        self._keep_changes("let_go", reason)
        self._store({"link_id": False, "state": "planned", "done_date": False})

    @api.model
    def _get_of(self, things):
        """Return the lines of plans in force that follow these things; cancelled ones do not."""
        # Whoever brings a thing further need not read the plan.
        return self.sudo().search(
            Domain("link_model", "=", things._name)
            & Domain("link_id", "in", things.ids)
            & Domain("plan_state", "=", "approved")
            & Domain("state", "!=", "cancelled")
        )

    @api.model
    def _follow_state(self, things):
        self._get_of(things)._follow_links()

    @api.model
    def _follow_day(self, things):
        """Move the lines that are not done to the days their things were moved to."""
        days = {thing.id: thing._get_plan_day() for thing in things}
        reason = self.env._("Moved together with what the line has made")
        for line in self._get_of(things):
            day = days[line.link_id]
            if line.state in OPEN_STATES and day and day != line.date:
                line._move_to(day, reason)

    def _move_links(self, day):
        """Move what the lines have made and what has not begun along with them."""
        waiting = self.filtered(lambda line: line.link_id and line.state == "planned")
        for model, lines in waiting.grouped("link_model").items():
            things = lines._get_things(model)
            if things._plan_day:
                things.filtered(lambda thing: thing._get_plan_day() != day)._move_plan_day(day)

    def _follow_links(self):
        """Bring the lines into the states of their things."""
        for model, lines in self.filtered("link_id").grouped("link_model").items():
            # The plan says how far a thing is to everybody who reads the plan, and nothing else.
            things = lines.sudo()._get_things(model).exists()
            facts = {thing.id: thing._get_plan_fact() for thing in things}
            by_fact = lines.grouped(
                lambda line, facts=facts: facts.get(line.link_id, ("cancelled", None))
            )
            for fact, same in by_fact.items():
                same._keep_fact(*fact)

    def _keep_fact(self, state, day):
        if state == "cancelled":
            self._let_go(self.env._("What the line had made was withdrawn or cancelled"))
            return
        vals = {"state": state}
        if state != "done":
            self._store(vals)
            return
        # what was done stays done on its first day, whatever is corrected afterwards
        for first, lines in self.grouped("done_date").items():
            lines._store({**vals, "done_date": first or day})

    def _begin_following(self):
        """Take over what was done for the version before, and find what exists already."""
        for line in self.filtered("previous_id"):
            line._store(line._prepare_taking_over(line.previous_id))
        self._follow_links()
        self.env["vsoko.data.form"]._fill_plan(self)

    def _prepare_taking_over(self, before):
        return {
            "link_model": before.link_model if before.link_id else self.link_model,
            "link_id": before.link_id,
            "state": before.state,
            "done_date": before.done_date,
            "cancel_reason": before.cancel_reason,
            "first_date": before.first_date or (before.date if before.date != self.date else False),
        }

    def _copy_to(self, plan, prepare=lambda _line: {}):
        """Copy the lines with their months into another plan.

        :param prepare: gives the values in which the copy of a line differs
        """
        self.browse().check_access("create")
        data = [
            {**vals, "plan_id": plan.id, **prepare(line)}
            for line, vals in zip(self, self.copy_data(), strict=True)
        ]
        # What a line comes from only the program says; the right to make lines was just checked.
        copies = self.sudo().create(data)
        by_line = dict(zip(self, copies, strict=True))
        for line in self.filtered("series_id"):
            by_line[line].write(
                {
                    "series_id": by_line.get(line.series_id, self.browse()).id,
                    "series_month": line.series_month,
                }
            )
        for line in self.filtered("months"):
            by_line[line].months = line.months
        return copies.with_env(self.env)
