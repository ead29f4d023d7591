from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ....tools.governance.plan.months import SCHOOL_ORDER, parse_months
from ....tools.governance.plan.template import working_day

# what is said once for a line and all its months
SHARED = (
    "criterion_id",
    "paragraph",
    "name",
    "purpose",
    "class_ids",
    "contingent",
    "method",
    "kind",
    "responsible_id",
    "post",
    "result",
    "body_id",
)


class VsokoPlanLine(models.Model):
    """A line that comes back names its months; each other month is a line of its own.

    So every occurrence has its day, its thing and its state, is moved and cancelled by itself,
    and a list of the plan is simply what there is to do.
    """

    _inherit = "vsoko.plan.line"

    months = fields.Char(
        string="Comes back in the months",
        copy=False,
        help="Numbers of months, for example 9, 12, 3; empty: once",
    )
    series_id = fields.Many2one(
        "vsoko.plan.line",
        string="Occurrence of",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
    )
    series_month = fields.Integer(readonly=True, copy=False, aggregator=None)
    occurrence_ids = fields.One2many(
        "vsoko.plan.line", "series_id", string="Other months", readonly=True
    )

    @api.constrains("months")
    def _check_months(self):
        for line in self:
            try:
                parse_months(line.months)
            except ValueError:
                raise ValidationError(
                    self.env._(
                        "“%(text)s” is no list of months. Write their numbers: 9, 12, 3.",
                        text=line.months,
                    )
                ) from None

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines._make_occurrences()
        return lines

    def write(self, vals):
        result = super().write(vals)
        shared = {name: vals[name] for name in self._get_shared_names() if name in vals}
        if shared and self.occurrence_ids:
            self.occurrence_ids.write(shared)
        if "months" in vals:
            self._make_occurrences()
        return result

    @api.model
    def _get_shared_names(self):
        """Return the names of the fields that a line and its other months have in common."""
        return SHARED

    def _make_occurrences(self):
        """Make the lines of the months that have none yet; delete those of months that are gone."""
        gone, missing = self.browse(), []
        for line in self.filtered(lambda line: line.months or line.occurrence_ids):
            wanted = set(parse_months(line.months)) - {line.date.month}
            known = line.occurrence_ids.filtered(
                lambda other, wanted=wanted: other.series_month in wanted
            )
            gone |= line.occurrence_ids - known
            months = wanted - set(known.mapped("series_month"))
            missing += [(line, month) for month in SCHOOL_ORDER if month in months]
        gone.unlink()
        if missing:
            # Only the program says what an occurrence is of; the user has just written the line.
            self.sudo().create([line._prepare_occurrence(month) for line, month in missing])

    def _prepare_occurrence(self, month):
        """Return the values of the line of another month, on the same day of it or, when that is
        at a weekend, the Friday before."""
        day = working_day(self.year_id.date_start, month, self.date.day)
        lasts = self.date - self.date_start if self.date_start else None
        (vals,) = self.copy_data()
        return vals | {
            "date": day,
            "date_start": day - lasts if lasts is not None else False,
            "series_id": self.id,
            "series_month": month,
        }
