from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain
from odoo.tools import format_date

from ....tools import staff

KINDS = [
    ("category", "Qualification category"),
    ("fitness", "Conformity with the position"),
]
CATEGORIES = [
    ("first", "First"),
    ("highest", "Highest"),
    ("methodist", "Teacher-methodologist"),
    ("mentor", "Teacher-mentor"),
]


class VsokoStaffAttestation(models.Model):
    """A result of the attestation: it holds from its date to `date_end`, or without an end."""

    _name = "vsoko.staff.attestation"
    _inherit = ["vsoko.staff.mixin", "vsoko.staff.reminder.mixin"]
    _description = "Attestation of a member of staff"
    _order = "teacher_id, date desc, id desc"
    _rec_names_search = ["teacher_id", "order"]

    kind = fields.Selection(KINDS, required=True, default="category")
    category = fields.Selection(
        CATEGORIES, compute="_compute_category", store=True, readonly=False, precompute=True
    )
    position = fields.Char()
    date = fields.Date(string="Holds from", required=True)
    order = fields.Char(string="Order", help="Number and date of the order")
    date_end = fields.Date(
        string="Holds to",
        compute="_compute_date_end",
        store=True,
        readonly=False,
        precompute=True,
        help="The last day; categories given from 1 September 2023 on have no end",
    )

    _category_of_its_kind = models.Constraint(
        "CHECK((kind = 'category') = (category IS NOT NULL))",
        "Say which category was given; the conformity with the position has none.",
    )
    _dates_order = models.Constraint(
        "CHECK(date_end IS NULL OR date_end >= date)",
        "The last day of a category must not be before the first.",
    )

    @api.depends("kind")
    def _compute_category(self):
        for line in self:
            line.category = line.category if line.kind == "category" else False

    @api.depends("kind", "date")
    def _compute_date_end(self):
        for line in self:
            line.date_end = staff.attestation_end(line.kind, line.date)

    @api.depends("kind", "category", "date")
    @api.depends_context("lang")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        categories = dict(self._fields["category"]._description_selection(self.env))
        for line in self:
            what = categories.get(line.category) or kinds.get(line.kind)
            day = line.date and format_date(self.env, line.date)
            line.display_name = ", ".join(filter(None, (what, day)))

    @api.constrains("category", "date")
    def _check_new_category(self):
        for line in self:
            if staff.is_given_before_it_exists(line.category, line.date):
                raise ValidationError(
                    self.env._(
                        "“%(name)s”: this category is given since 1 September 2023 alone. Correct"
                        " the date or the category.",
                        name=line.display_name,
                    )
                )

    @api.model
    def _get_valid_domain(self, day):
        """Return the domain of the results that hold on a day."""
        ends = Domain("date_end", "=", False) | Domain("date_end", ">=", day)
        return Domain("date", "<=", day) & ends

    @api.model
    def _find_reminding(self):
        """The last result of each person at work, where it has an end."""
        lines = self.search(self._get_working_domain(), order="date desc, id desc")
        last = self.browse(group[0].id for group in lines.grouped("teacher_id").values())
        return last.filtered("date_end")

    def _get_reminder_day(self):
        return self.date_end

    def _get_reminder_summary(self):
        return self.env._("The attestation ends: %(name)s", name=self.display_name)
