from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Command, Domain
from odoo.tools import format_date


class VsokoContingent(models.TransientModel):
    """How many pupils each class has on a day, and how that came from an earlier day."""

    _name = "vsoko.contingent"
    _description = "Contingent on a date"

    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
    period_id = fields.Many2one(
        "vsoko.period",
        string="Period",
        domain="[('company_id', '=', company_id)]",
        help="Sets the days between which pupils come and leave in the period, with the holidays"
        " before it",
    )
    date_from = fields.Date(
        string="From",
        required=True,
        compute="_compute_dates",
        store=True,
        readonly=False,
        precompute=True,
    )
    date_to = fields.Date(
        string="Up to",
        required=True,
        compute="_compute_dates",
        store=True,
        readonly=False,
        precompute=True,
    )
    line_ids = fields.One2many(
        "vsoko.contingent.line", "contingent_id", compute="_compute_line_ids", store=True
    )

    @api.depends("period_id")
    def _compute_dates(self):
        """Of the chosen period; before one is chosen, from the first day of the year to today."""
        today = fields.Date.context_today(self)
        for contingent in self:
            if contingent.period_id:
                first, last = contingent.period_id._get_movement_days()
                contingent.date_from, contingent.date_to = first, last
                continue
            year = self.env["vsoko.year"].search(
                [("company_id", "=", contingent.company_id.id), ("date_start", "<=", today)],
                limit=1,
            )
            contingent.date_from = contingent.date_from or year.date_start or today
            contingent.date_to = contingent.date_to or today

    @api.depends("company_id", "date_from", "date_to")
    def _compute_line_ids(self):
        for contingent in self:
            contingent.line_ids = [Command.clear(), *map(Command.create, contingent._get_lines())]

    @api.depends("date_from", "date_to")
    def _compute_display_name(self):
        for contingent in self:
            contingent.display_name = self.env._(
                "Contingent from %(first)s to %(last)s",
                first=format_date(self.env, contingent.date_from),
                last=format_date(self.env, contingent.date_to),
            )

    @api.constrains("date_from", "date_to")
    def _check_dates(self):
        for contingent in self:
            if contingent.date_to < contingent.date_from:
                raise ValidationError(self.env._("The last day must not be before the first one."))

    def _get_lines(self):
        is_chosen = self.company_id and self.date_from and self.date_to
        if not is_chosen or self.date_to < self.date_from:
            return []
        rows = self.env["vsoko.enrolment"]._get_movement(
            self.company_id, self.date_from, self.date_to
        )
        classes = self.env["vsoko.class"].browse([row["class_id"] for row in rows])
        return [
            {**row, "level": school_class.level, "grade": school_class.grade}
            for row, school_class in zip(rows, classes, strict=True)
        ]

    def action_open_levels(self):
        """Open the same figures as a list with totals by level and grade."""
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_contingent_line_action",
            self.display_name,
            domain=[("contingent_id", "=", self.id)],
        )

    def action_open_students(self):
        """Open who is in which class on the last day."""
        self.ensure_one()
        Enrolment = self.env["vsoko.enrolment"]
        domain = Enrolment._get_present_domain(self.date_to) & Domain(
            "company_id", "=", self.company_id.id
        )
        return self._open_action(
            "vsoko_module.vsoko_contingent_pupil_action",
            self.env._("Pupils on %(date)s", date=format_date(self.env, self.date_to)),
            domain=list(domain),
        )
