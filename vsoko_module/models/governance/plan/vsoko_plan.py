from odoo import api, fields, models
from odoo.fields import Domain

from ...mixins.locking import NOTES
from ...mixins.signing import signed_in

STATES = [
    ("draft", "Draft"),
    ("discussed", "Under discussion"),
    ("approved", "Approved"),
    ("archived", "Replaced"),
]


class VsokoPlan(models.Model):
    """The plan of one school year: what is assessed when, by whom, and how far it is.

    The director approves it and so locks it; what is to be different is a new version, made as a
    copy, which takes over what was done meanwhile. Lines of an approved plan are moved and
    cancelled with a reason that stays.
    """

    _name = "vsoko.plan"
    _inherit = ["vsoko.handing.mixin", "mail.thread", "mail.activity.mixin"]
    _description = "Plan of the year"
    _order = "date_start desc, version desc"
    _locked_states = ("approved", "archived")
    _free_fields = NOTES
    _check_company_auto = True

    name = fields.Char(required=True, tracking=True)
    year_id = fields.Many2one(
        "vsoko.year",
        string="School year",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env["vsoko.class"]._default_year_id(),
    )
    company_id = fields.Many2one(related="year_id.company_id", store=True, index=True)
    date_start = fields.Date(related="year_id.date_start", store=True, string="First day")
    state = fields.Selection(
        STATES, default="draft", required=True, readonly=True, copy=False, tracking=True
    )
    note = fields.Text(string="Aims and tasks of the year")
    version = fields.Integer(default=1, readonly=True, copy=False, aggregator=None)
    parent_id = fields.Many2one(
        "vsoko.plan",
        string="Corrects the version",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    approved_by_id = fields.Many2one(
        "res.users", string="Approved by", readonly=True, copy=False, ondelete="restrict"
    )
    approved_date = fields.Date(string="Approved on", readonly=True, copy=False)
    line_ids = fields.One2many("vsoko.plan.line", "plan_id", string="Lines", copy=False)
    framework_id = fields.Many2one("vsoko.framework", compute="_compute_framework_id")
    line_count = fields.Integer(string="Number of lines", compute="_compute_counts")
    due_count = fields.Integer(string="Came due", compute="_compute_counts")
    done_count = fields.Integer(string="Done in time", compute="_compute_counts")
    late_count = fields.Integer(string="Done late", compute="_compute_counts")
    overdue_count = fields.Integer(string="Overdue", compute="_compute_counts")
    cancelled_count = fields.Integer(string="Called off", compute="_compute_counts")
    fulfilment = fields.Float(
        string="Fulfilment, %",
        compute="_compute_counts",
        digits=(5, 1),
        help="Lines done in time among those that came due; cancelled ones are left out",
    )

    _signed = signed_in("approved", "archived")
    _one_in_force = models.UniqueIndex(
        "(year_id) WHERE state = 'approved'", "The year has an approved plan already."
    )

    @api.depends("name", "version")
    def _compute_display_name(self):
        for plan in self:
            version = self.env._("version %(number)s", number=plan.version)
            several = plan.version > 1
            plan.display_name = f"{plan.name}, {version}" if several else plan.name or ""

    @api.depends("year_id")
    def _compute_framework_id(self):
        Framework = self.env["vsoko.framework"]
        for year, plans in self.grouped("year_id").items():
            plans.framework_id = year and Framework._get_in_force(year.date_end, year.company_id)

    @api.depends("line_ids.state", "line_ids.date")
    def _compute_counts(self):
        Line = self.env["vsoko.plan.line"]
        own = Domain("plan_id", "in", self.ids)
        counts = {
            "line_count": own,
            "due_count": own & Line._get_due_domain(),
            "done_count": own & Domain("is_in_time", "=", True),
            "late_count": own & Domain("state", "=", "done") & Domain("is_in_time", "=", False),
            "overdue_count": own & Line._get_overdue_domain(),
            "cancelled_count": own & Domain("state", "=", "cancelled"),
        }
        for name, domain in counts.items():
            found = dict(Line._read_group(domain, ["plan_id"], ["__count"]))
            for plan in self:
                plan[name] = found.get(plan._origin, 0)
        for plan in self:
            plan.fulfilment = 100 * plan.done_count / plan.due_count if plan.due_count else 0

    def _get_locked_text(self):
        return self.env._(
            "The plan “%(name)s” is approved and does not change: lines are moved and cancelled"
            " with a reason, anything else is a new version.",
            name=self.display_name,
        )

    def _get_director_text(self):
        return self.env._("Only the director approves the plan of the year.")

    def action_open_lines(self):
        return self._open_lines(self.env._("Plan: %(name)s", name=self.display_name))

    def action_open_overdue(self):
        """Open what came due and is not done yet."""
        return self._open_lines(
            self.env._("Overdue: %(name)s", name=self.display_name),
            self.env["vsoko.plan.line"]._get_overdue_domain(),
        )

    def _open_lines(self, title, domain=Domain.TRUE):
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_plan_line_action",
            title,
            domain=list(Domain("plan_id", "=", self.id) & domain),
            context={
                "default_plan_id": self.id,
                "search_default_group_month": 1,
                # an approved plan gets no lines
                "create": not self.is_locked,
            },
        )
