from odoo import api, fields, models

from ..optional_numbers import OptionalFloat

STATES = [
    ("empty", "Empty"),
    ("filling", "Being filled in"),
    ("returned", "Returned"),
    ("complete", "Filled out"),
    ("checked", "Checked"),
    ("locked", "Closed"),
]
OPEN_STATES = ("empty", "filling", "returned")
CLOSED_STATES = ("complete", "checked", "locked")


class VsokoDataForm(models.Model):
    """A data set of one period: who fills it in until when, and how far it is.

    The program makes the forms, counts their cells and moves their states; values come by
    `save_values` alone. Whether a form was in time and how complete it was is said by its first
    completion and never counted anew.
    """

    _name = "vsoko.data.form"
    _inherit = ["vsoko.lock.mixin"]
    _description = "Statistical form"
    _order = "due_date desc, id desc"
    _rec_names_search = ["set_id"]
    _locked_states = CLOSED_STATES
    # who fills in and checks may change at any time, and the program reminds of closed forms too
    _free_fields = frozenset({"filler_id", "checker_id", "reminded_on"})

    set_id = fields.Many2one(
        "vsoko.data.set",
        string="Data set",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    period_id = fields.Many2one(
        "vsoko.period",
        string="Period",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    class_id = fields.Many2one(
        "vsoko.class",
        string="Class",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
        help="Whose cells the form has; empty: all of the school",
    )
    company_id = fields.Many2one(related="period_id.company_id", store=True, index=True)
    date_end = fields.Date(
        string="Last day of the period", related="period_id.date_end", store=True
    )
    state = fields.Selection(STATES, required=True, readonly=True, default="empty", copy=False)
    filler_id = fields.Many2one(
        "res.users",
        string="Filled in by",
        index=True,
        domain="[('share', '=', False), ('company_ids', 'in', company_id)]",
    )
    checker_id = fields.Many2one(
        "res.users",
        string="Checked by",
        index=True,
        domain="[('share', '=', False), ('company_ids', 'in', company_id)]",
    )
    due_date = fields.Date(string="Due", required=True, readonly=True, index=True)
    is_late = fields.Boolean(compute="_compute_is_late", search="_search_is_late", string="Overdue")
    value_ids = fields.One2many("vsoko.data.value", "form_id", string="Values", readonly=True)
    change_ids = fields.One2many(
        "vsoko.data.value.change", "form_id", string="Changes", readonly=True
    )
    reopening_ids = fields.One2many(
        "vsoko.data.reopening", "form_id", string="Returned and reopened", readonly=True
    )
    expected = fields.Integer(string="Cells", readonly=True, copy=False, aggregator=None)
    filled = fields.Integer(string="Filled in", readonly=True, copy=False, aggregator=None)
    excused = fields.Integer(string="With a reason", readonly=True, copy=False, aggregator=None)
    copied_unconfirmed = fields.Integer(
        string="Copied, not confirmed", readonly=True, copy=False, aggregator=None
    )
    completeness = OptionalFloat(
        string="Completeness, %", readonly=True, copy=False, aggregator=None, digits=(5, 1)
    )
    completed_date = fields.Datetime(string="First completed on", readonly=True, copy=False)
    completed_by_id = fields.Many2one(
        "res.users", string="Completed by", readonly=True, copy=False, index="btree_not_null"
    )
    timely = fields.Selection(
        [("yes", "In time"), ("no", "Late")],
        string="Timeliness",
        readonly=True,
        copy=False,
        help="By the first completion; a correction later does not change it",
    )
    first_completeness = OptionalFloat(
        string="Completeness at the first completion, %",
        readonly=True,
        copy=False,
        aggregator=None,
        digits=(5, 1),
    )
    checked_date = fields.Datetime(string="Checked on", readonly=True, copy=False)
    checked_by_id = fields.Many2one(
        "res.users",
        string="Who checked",
        readonly=True,
        copy=False,
        index="btree_not_null",
    )
    saves = fields.Integer(
        readonly=True,
        copy=False,
        aggregator=None,
        help="How often values were saved; the number of the last save is the version of a value",
    )
    reopened_until = fields.Date(string="Open again until", readonly=True, copy=False)
    reminded_on = fields.Date(string="Last reminder", readonly=True, copy=False)

    _set_period_class_uniq = models.UniqueIndex(
        "(set_id, period_id, COALESCE(class_id, 0))",
        "The data set already has a form for this period.",
    )
    _filler_is_not_checker = models.Constraint(
        "CHECK(filler_id <> checker_id)", "Who fills in does not check the same form."
    )

    @api.depends("set_id.name", "class_id.name", "period_id.display_name")
    def _compute_display_name(self):
        for form in self:
            form.display_name = f"{form._get_title()}: {form.period_id.display_name}"

    def _get_title(self):
        """Return the name of the data set, with the class whose form it is."""
        return " ".join(filter(None, (self.set_id.name, self.class_id.name)))

    @api.depends("due_date", "state")
    def _compute_is_late(self):
        today = fields.Date.context_today(self)
        for form in self:
            form.is_late = form.state in OPEN_STATES and form.due_date < today

    def _search_is_late(self, operator, value):
        if operator != "in" or True not in value:
            return NotImplemented
        today = fields.Date.context_today(self)
        return [("state", "in", OPEN_STATES), ("due_date", "<", today)]

    def _is_of_administration(self):
        return self.env.su or self.env.user.has_group("vsoko_module.group_administration")

    def _get_previous(self):
        """Return the form of the same data set for the last period before this one, maybe empty."""
        self.ensure_one()
        return self.search(
            [
                ("set_id", "=", self.set_id.id),
                ("class_id", "=", self.class_id.id),
                ("date_end", "<", self.period_id.date_start),
            ],
            order="date_end desc",
            limit=1,
        )
