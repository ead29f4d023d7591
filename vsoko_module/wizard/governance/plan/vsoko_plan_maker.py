from odoo import api, fields, models
from odoo.exceptions import UserError

SOURCES = [
    ("template", "The template of a school year"),
    ("plan", "The plan of last year"),
    ("empty", "An empty plan"),
]


class VsokoPlanMaker(models.TransientModel):
    """Makes the plan of a year from the template or from last year's plan."""

    _name = "vsoko.plan.maker"
    _description = "Make the plan of a year"

    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
    year_id = fields.Many2one(
        "vsoko.year",
        string="School year",
        required=True,
        default=lambda self: self.env["vsoko.class"]._default_year_id(),
        domain="[('company_id', '=', company_id), ('state', '!=', 'closed')]",
    )
    source = fields.Selection(
        SOURCES, string="Begin with", compute="_compute_source", store=True, readonly=False
    )
    before_id = fields.Many2one(
        "vsoko.plan", string="Plan of last year", compute="_compute_before_id"
    )
    responsible_id = fields.Many2one(
        "res.users",
        string="Responsible at first",
        required=True,
        default=lambda self: self.env.user,
        domain="[('share', '=', False), ('company_ids', 'in', company_id)]",
        help="Answers for the lines of the template until you name somebody else",
    )

    @api.depends("year_id")
    def _compute_before_id(self):
        for maker in self:
            maker.before_id = maker.year_id and maker.year_id._get_plan_before()

    @api.depends("before_id")
    def _compute_source(self):
        for maker in self:
            maker.source = "plan" if maker.before_id else "template"

    def action_make(self):
        """Make the draft of the year and open it; one that is there already is opened."""
        self.ensure_one()
        Plan = self.env["vsoko.plan"]
        Plan.check_access("create")
        self.year_id._take_turn()
        known = Plan.search([("year_id", "=", self.year_id.id), ("state", "!=", "archived")])
        if known:
            raise UserError(
                self.env._(
                    "%(year)s has a plan already: “%(plan)s”. What is to be different is a new"
                    " version of it.",
                    year=self.year_id.name,
                    plan=known[0].display_name,
                )
            )
        return self._make()._open_records()

    def _make(self):
        name = self.env._("Plan of the year %(year)s", year=self.year_id.name)
        plan = self.env["vsoko.plan"].create({"name": name, "year_id": self.year_id.id})
        if self.source == "template":
            plan._fill_from_template(self.responsible_id)
        elif self.source == "plan" and self.before_id:
            plan._fill_from_plan(self.before_id)
        return plan
