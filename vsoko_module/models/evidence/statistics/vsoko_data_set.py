from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ....tools.statistics import due
from ...school.vsoko_period import PERIOD_KINDS


class VsokoDataSet(models.Model):
    """Elements that one person fills in for each period of a kind, and until when."""

    _name = "vsoko.data.set"
    _inherit = ["vsoko.company.mixin"]
    _description = "Statistical data set"
    _order = "sequence, name, id"
    _rec_names_search = ["name", "code"]

    sequence = fields.Integer(default=10, aggregator=None)
    name = fields.Char(required=True)
    code = fields.Char(required=True)
    active = fields.Boolean(default=True)
    note = fields.Text(string="For whom and what for")
    period_kind = fields.Selection(
        PERIOD_KINDS, string="Kind of period", required=True, default="year"
    )
    date_from = fields.Date(
        string="Forms since",
        required=True,
        default=fields.Date.context_today,
        copy=False,
        help="Forms are made for the periods that end on this day or later",
    )
    section_ids = fields.One2many("vsoko.data.section", "set_id", string="Sections", copy=True)
    filler_kind = fields.Selection(
        [
            ("person", "One person"),
            ("homeroom", "Each homeroom teacher, of the own class"),
        ],
        string="Who fills it in",
        required=True,
        default="person",
        help="A form for each class only by the school's own choice: the papers that a teacher"
        " may be asked for are a closed list (order 779), and statistics are not among them",
    )
    filler_id = fields.Many2one(
        "res.users",
        string="Filled in by",
        index=True,
        copy=False,
        domain="[('share', '=', False), ('company_ids', 'in', company_id)]",
    )
    checker_id = fields.Many2one(
        "res.users",
        string="Checked by",
        index=True,
        copy=False,
        domain="[('share', '=', False), ('company_ids', 'in', company_id)]",
        help="Somebody else than who fills in; empty: anybody of the administration",
    )
    due_kind = fields.Selection(
        [("days", "Days after the end of the period"), ("fixed", "A day of the year")],
        string="Due",
        required=True,
        default="days",
    )
    due_days = fields.Integer(string="Days", default=14, aggregator=None)
    due_day = fields.Integer(string="Day", default=1, aggregator=None)
    due_month = fields.Integer(string="Month", default=6, aggregator=None)
    timely_days = fields.Integer(
        string="Days of grace",
        default=0,
        aggregator=None,
        help="So many days after the due day a form still counts as completed in time",
    )
    lock_days = fields.Integer(
        string="Closed after days",
        default=60,
        aggregator=None,
        help="So many days after the due day what was checked is closed; 0: never by itself",
    )
    completion = fields.Selection(
        [
            ("compulsory", "When the compulsory elements are answered"),
            ("all_or_reason", "When every cell has a value or a reason"),
        ],
        string="Is complete",
        required=True,
        default="all_or_reason",
    )
    compulsory_ids = fields.Many2many(
        "vsoko.data.element", "vsoko_data_set_compulsory_rel", string="Compulsory"
    )
    reminder_offsets = fields.Char(
        string="Days of reminding",
        required=True,
        default="-7, -1, 1",
        help="Days before (−) and after the due day; after the last one, every week",
    )

    _code_uniq = models.Constraint(
        "UNIQUE(company_id, code)", "The school already has a data set with this code."
    )
    _filler_is_not_checker = models.Constraint(
        "CHECK(filler_id <> checker_id)", "Who fills in does not check the same data set."
    )
    _due_is_a_day = models.Constraint(
        "CHECK(due_days >= 0 AND timely_days >= 0 AND lock_days >= 0 AND due_day BETWEEN 1 AND 31"
        " AND due_month BETWEEN 1 AND 12)",
        "Days are not negative, a day of the year has a day up to 31 and a month up to 12.",
    )

    @api.constrains("reminder_offsets")
    def _check_reminder_offsets(self):
        for data_set in self:
            try:
                offsets = due.parse_offsets(data_set.reminder_offsets)
            except ValueError:
                offsets = []
            if not offsets or max(map(abs, offsets)) > 366:
                raise ValidationError(
                    self.env._(
                        "Days of reminding: “%(text)s” is not a list of days such as -7, -1, 1.",
                        text=data_set.reminder_offsets,
                    )
                )

    @api.constrains("filler_kind", "section_ids")
    def _check_of_classes(self):
        """What each homeroom teacher fills in is asked by class, all of it."""
        for data_set in self.filtered(lambda one: one.filler_kind == "homeroom"):
            others = data_set._get_elements().filtered(lambda one: one.breakdown != "class")
            if others:
                raise ValidationError(
                    self.env._(
                        "“%(set)s” is filled in by homeroom teachers, and “%(element)s” is not"
                        " asked by class. Put it into a data set of its own.",
                        set=data_set.name,
                        element=others[0].name,
                    )
                )

    def _get_due_date(self, period):
        """Return the day until which the form of a period is to be complete."""
        if self.due_kind == "fixed":
            return due.due_on(period.date_end, self.due_day, self.due_month)
        return due.due_after(period.date_end, self.due_days)

    def _get_elements(self):
        """Return the elements in the order of the form."""
        return self.section_ids.element_ids

    def action_make_forms(self):
        """Make the forms of the periods that have begun and have none yet, and open all."""
        self.check_access("write")
        self._take_turn()
        # The right to the sets was asked; forms are made by the program alone.
        self.sudo()._make_forms()
        return self._open_action(
            "vsoko_module.vsoko_data_form_action", domain=[("set_id", "in", self.ids)], context={}
        )
