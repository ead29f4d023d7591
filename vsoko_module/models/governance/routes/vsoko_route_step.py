from odoo import api, fields, models
from odoo.exceptions import AccessError

from .vsoko_measure import FORMS
from .vsoko_route_state import ADMINISTRATION


class VsokoRouteStep(models.Model):
    """What is done in a route, by whom and until when; taken from the bank or written here."""

    _name = "vsoko.route.step"
    _description = "Step of a route"
    _order = "route_id, date, id"

    route_id = fields.Many2one(
        "vsoko.route", string="Route", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="route_id.company_id", store=True)
    goal_id = fields.Many2one(
        "vsoko.route.goal",
        string="Goal",
        index="btree_not_null",
        ondelete="set null",
        domain="[('route_id', '=', route_id)]",
    )
    measure_id = fields.Many2one(
        "vsoko.measure",
        string="From the bank",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )
    name = fields.Char(
        string="What to do",
        help="In plain words and without names: the families of all pupils of the route read it",
        compute="_compute_of_measure",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
    )
    form = fields.Selection(
        FORMS,
        string="How it is held",
        compute="_compute_of_measure",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
    )
    hours = fields.Float(
        compute="_compute_of_measure",
        store=True,
        readonly=False,
        precompute=True,
        digits=(4, 1),
        aggregator="sum",
    )
    date = fields.Date(string="Due by", required=True, default=fields.Date.context_today)
    responsible_id = fields.Many2one(
        "res.users",
        string="Who does it",
        index=True,
        default=lambda self: self.env.uid,
        ondelete="restrict",
        domain="[('share', '=', False), ('company_ids', 'in', company_id)]",
    )
    is_done = fields.Boolean(string="Step is done", readonly=True)
    done_date = fields.Date(string="Done on", readonly=True)

    @api.depends("measure_id")
    def _compute_of_measure(self):
        for step in self:
            measure = step.measure_id
            step.name = step.name or measure.name
            step.form = step.form or measure.form or "group"
            step.hours = step.hours or measure.hours or 1.0

    def _get_verdicts(self):
        """Return what works say of these steps of one route: of their goals, or of all of it."""
        if all(step.goal_id for step in self):
            return set(self.goal_id.mapped("verdict"))
        return {*self.goal_id.mapped("verdict"), self.route_id.verdict}

    def write(self, vals):
        done = super().write(vals)
        if vals.keys() & {"date", "name", "responsible_id"}:
            self.route_id._log_changes(self.mapped("name"), self.env._("changed"))
        return done

    def action_done(self):
        """Say that the step is done: who does it, who answers for the route, or the
        administration."""
        self.check_access("read")
        is_administration = self.env.user.has_group(ADMINISTRATION)
        for step in self:
            step.route_id._check_unlocked()
            if not is_administration and self.env.user not in (
                step.responsible_id | step.sudo().route_id.owner_id
            ):
                raise AccessError(self.env._("Who does the step says that it is done."))
        # The right was asked above; the mark is the program's field.
        self.sudo().write({"is_done": True, "done_date": fields.Date.context_today(self)})
        return self._toast(self.env._("Noted as done"))
