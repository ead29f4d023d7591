from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain
from odoo.tools import SQL

from .vsoko_measure import KINDS

STATES = [("draft", "Draft"), ("active", "Under way"), ("closed", "Route closed")]
RESULTS = [
    ("reached", "All goals are reached"),
    ("partly", "Some of the goals are reached"),
    ("not_reached", "No goal is reached"),
    ("unknown", "Nothing to judge by"),
]
MOST_GOALS = 5


class VsokoRoute(models.Model):
    """An individual route: goals by content element, steps, works that check them, corrections.

    A route of a group has several members. Its draft is made from what is not mastered; progress
    follows the works and nobody writes it. A closed route is locked.
    """

    _name = "vsoko.route"
    _inherit = ["vsoko.lock.mixin", "vsoko.company.mixin", "vsoko.own.mixin", "vsoko.growth.mixin"]
    _description = "Individual route"
    _order = "date_start desc, id desc"
    _locked_states = ("closed",)

    name = fields.Char(required=True, help="Without names of pupils: it stands in lists")
    kind = fields.Selection(KINDS, required=True, default="deficit")
    state = fields.Selection(
        STATES, required=True, default="draft", readonly=True, copy=False, index=True
    )
    year_id = fields.Many2one(
        "vsoko.year",
        string="School year",
        required=True,
        index=True,
        ondelete="restrict",
        domain="[('company_id', '=', company_id)]",
        default=lambda self: self._default_year(),
        check_company=True,
    )
    subject_id = fields.Many2one(
        "vsoko.subject",
        string="Subject",
        index="btree_not_null",
        ondelete="restrict",
        help="Empty: several subjects",
    )
    owner_id = fields.Many2one(
        "res.users",
        string="Responsible",
        required=True,
        index=True,
        default=lambda self: self.env.uid,
        ondelete="restrict",
        domain="[('share', '=', False), ('company_ids', 'in', company_id)]",
    )
    date_start = fields.Date(string="First day", required=True, default=fields.Date.context_today)
    date_end = fields.Date(string="Last day")
    ground = fields.Text(help="The figure, the work or the decision the route rests on")
    document_id = fields.Many2one(
        "vsoko.document",
        string="Order",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )
    aim = fields.Text(help="In plain words: the family reads it")
    member_ids = fields.One2many("vsoko.route.member", "route_id", string="Pupils")
    goal_ids = fields.One2many("vsoko.route.goal", "route_id", string="Goals")
    step_ids = fields.One2many("vsoko.route.step", "route_id", string="Steps")
    check_ids = fields.One2many("vsoko.route.check", "route_id", string="Check points")
    correction_ids = fields.One2many("vsoko.route.correction", "route_id", string="Corrections")
    pupils = fields.Char(string="Who it is for", compute="_compute_pupils")
    progress = fields.Char(compute="_compute_progress", string="Goals reached")
    result = fields.Selection(RESULTS, readonly=True, copy=False)
    offered_date = fields.Date(
        string="Shown to the families on",
        readonly=True,
        copy=False,
        help="From then on each family reads the part of its own child and may agree",
    )
    closed_date = fields.Date(string="Closed on", readonly=True, copy=False)

    _dates_order = models.Constraint(
        "CHECK(date_end IS NULL OR date_end >= date_start)",
        "A route does not end before it begins.",
    )

    @api.model
    def _default_year(self):
        return self.env["vsoko.year"].search(
            [("state", "=", "current"), ("company_id", "=", self.env.company.id)], limit=1
        )

    @api.depends("member_ids.student_id.name")
    def _compute_pupils(self):
        for route in self:
            route.pupils = ", ".join(route.member_ids.student_id.mapped("name"))

    @api.depends("goal_ids.progress_ids.state")
    def _compute_progress(self):
        for route in self:
            states = route.goal_ids.progress_ids.mapped("state")
            done = states.count("reached")
            of_all = self.env._("%(done)s of %(count)s", done=done, count=len(states))
            route.progress = of_all if states else False

    def _get_progress(self):
        return self.goal_ids.progress_ids

    @api.constrains("goal_ids")
    def _check_goals(self):
        for route in self:
            if len(route.goal_ids) > MOST_GOALS:
                raise ValidationError(
                    self.env._(
                        "A route has %(most)s goals at the most: what is more is the next route.",
                        most=MOST_GOALS,
                    )
                )

    def _get_own_condition(self, alias):
        """Routes that one is responsible for or has a step of, of pupils of the own class, and in
        the own subject of pupils whom one teaches."""
        return SQL(
            """(%(owner)s = %(uid)s
                OR %(id)s IN (SELECT own_step.route_id FROM vsoko_route_step own_step
                               WHERE own_step.responsible_id = %(uid)s)
                OR %(id)s IN (%(concerned)s))""",
            owner=SQL.identifier(alias, "owner_id"),
            id=SQL.identifier(alias, "id"),
            uid=self.env.uid,
            concerned=self._get_concerned_sql(),
            to_flush=self.step_ids._fields["responsible_id"],
        )

    def _get_concerned_sql(self):
        """Return the SELECT of the routes of pupils of the own class and the own lessons."""
        return SQL(
            """
            SELECT own_member.route_id FROM vsoko_route_member own_member
              JOIN vsoko_route own_route ON own_route.id = own_member.route_id
              JOIN vsoko_enrolment own_stay
                ON own_stay.student_id = own_member.student_id
               AND own_stay.year_id = own_route.year_id
             WHERE own_stay.class_id IN (%(homeroom)s)
                OR (own_stay.class_id, own_route.subject_id) IN (%(led)s)
            """,
            homeroom=self._get_homeroom_sql(),
            led=self._get_led_lessons_sql(SQL("own_lesson.class_id, own_lesson.subject_id")),
        )

    def _get_locked_text(self):
        return self.env._(
            "The route “%(name)s” is closed and does not change: what goes on is another route.",
            name=self.name,
        )

    @api.model
    def _get_open_domain(self):
        return Domain("state", "in", ("draft", "active"))
