from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools import school_calendar


class VsokoYear(models.Model):
    _name = "vsoko.year"
    _inherit = ["vsoko.company.mixin", "mail.thread"]
    _description = "School year"
    _order = "date_start desc"

    name = fields.Char(required=True, help="For example 2025/2026")
    date_start = fields.Date(string="First day", required=True)
    date_end = fields.Date(string="Last day", required=True)
    state = fields.Selection(
        [("draft", "In preparation"), ("current", "Current"), ("closed", "Closed")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
    )
    period_ids = fields.One2many("vsoko.period", "year_id", string="Periods")
    class_ids = fields.One2many("vsoko.class", "year_id", string="Classes")
    class_count = fields.Integer(compute="_compute_class_count", string="Number of classes")
    period_count = fields.Integer(compute="_compute_period_count", string="Number of periods")

    _name_company_uniq = models.Constraint(
        "UNIQUE(name, company_id)", "This school year already exists."
    )
    _dates_order = models.Constraint(
        "CHECK(date_end > date_start)", "The last day of the year must be after the first one."
    )
    _no_overlap = models.Constraint(
        "EXCLUDE USING gist (int4range(company_id, company_id, '[]') WITH =,"
        " daterange(date_start, date_end, '[]') WITH &&)",
        "School years must not overlap.",
    )
    _one_current = models.UniqueIndex(
        "(company_id) WHERE state = 'current'", "Another school year is the current one."
    )

    @api.depends("class_ids")
    def _compute_class_count(self):
        counts = dict(
            self.env["vsoko.class"]._read_group(
                [("year_id", "in", self.ids)], ["year_id"], ["__count"]
            )
        )
        for year in self:
            year.class_count = counts.get(year._origin, 0)

    @api.depends("period_ids")
    def _compute_period_count(self):
        for year in self:
            year.period_count = len(year.period_ids)

    def action_open_classes(self):
        return self._open_own(
            "vsoko_module.vsoko_class_action", self.env._("Classes of %(year)s", year=self.name)
        )

    def action_open_periods(self):
        return self._open_own(
            "vsoko_module.vsoko_period_action", self.env._("Periods of %(year)s", year=self.name)
        )

    def _open_own(self, xml_id, title):
        self.ensure_one()
        return self._open_action(
            xml_id,
            title,
            domain=[("year_id", "=", self.id)],
            context={"default_year_id": self.id},
        )

    def action_set_current(self):
        """Make this year the current one; the year that was current is closed."""
        self.ensure_one()
        current = self.search([("company_id", "=", self.company_id.id), ("state", "=", "current")])
        (current - self)._move("closed")
        # Only one year may be current: the old one has to leave the state first.
        self.env.flush_all()
        self._move("current")
        return self._toast(self.env._("This year is current now"))

    def action_close(self):
        self._move("closed")
        return self._toast(self.env._("Noted as closed"))

    def _move(self, state):
        self.check_access("write")
        # The right to write has just been checked; the state is closed to all but the buttons.
        self.sudo().write({"state": state})

    def action_make_quarters(self):
        return self._add_periods("quarter")

    def action_make_trimesters(self):
        return self._add_periods("trimester")

    def action_make_halves(self):
        return self._add_periods("half")

    def action_make_calendar_year(self):
        """Make the calendar year that ends within this school year, for self-examination."""
        return self._add_periods("calendar_year")

    def _add_periods(self, kind):
        return self._toast(self.env._("Periods added"), len(self._make_periods(kind)))

    def _get_nearest_day(self):
        """Return today, or the day of the year that is nearest to it."""
        self.ensure_one()
        return min(max(fields.Date.context_today(self), self.date_start), self.date_end)

    def _make_periods(self, kind):
        """Create the terms of one kind and the year; what exists already stays as it is."""
        self.ensure_one()
        self._take_turn()
        existing = {(period.kind, period.number) for period in self.period_ids}
        missing = [
            term
            for term in school_calendar.terms(kind, self.date_start, self.date_end)
            if (term.kind, term.number) not in existing
        ]
        if not missing:
            raise UserError(
                self.env._("The calendar of %(year)s already has these terms.", year=self.name)
            )
        return self.env["vsoko.period"].create(
            [{"year_id": self.id, **term._asdict()} for term in missing]
        )
