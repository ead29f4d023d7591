from odoo import api, fields, models
from odoo.fields import Command

from ...tools import school_calendar


class VsokoYear(models.Model):
    """A year is proposed with its terms by the day of today; the only one is the current one."""

    _inherit = "vsoko.year"

    # what the form of a new year asks for its terms; no year keeps it
    term_kind = fields.Selection(
        [("quarter", "Quarters"), ("trimester", "Trimesters"), ("half", "Half-years")],
        string="Terms",
        store=False,
        default="quarter",
        help="The dates are the usual ones: correct them if the holidays of the school differ.",
    )

    @api.model
    def default_get(self, fields):
        """Propose the year of today, or the next one that the school does not have yet."""
        values = super().default_get(fields)
        wanted = ("name", "date_start", "date_end")
        # who names the year says its days, too
        if not set(wanted) <= set(fields) or set(wanted) & set(values):
            return values
        return values | dict(zip(wanted, self._propose(), strict=True))

    @api.model
    def _propose(self):
        """Return (name, first day, last day) of the year that the school needs next."""
        first = school_calendar.first_year_of(fields.Date.context_today(self))
        ends = self.search(
            [("company_id", "=", self.env.company.id), ("date_end", ">=", f"{first}-09-01")]
        ).mapped("date_end")
        return school_calendar.school_year(max((end.year for end in ends), default=first))

    @api.onchange("term_kind", "date_start", "date_end")
    def _onchange_terms(self):
        """Show the terms of a year that is not saved yet."""
        if self._origin or not (self.date_start and self.date_end and self.term_kind):
            return
        terms = school_calendar.terms(self.term_kind, self.date_start, self.date_end)
        self.period_ids = [
            Command.clear(),
            *[Command.create(term._asdict()) for term in terms],
        ]

    @api.model_create_multi
    def create(self, vals_list):
        years = super().create(vals_list)
        years._make_lone_current()
        return years

    def _make_lone_current(self):
        """The only year of a school is the current one, without a press of a button."""
        groups = self._read_group(
            [("company_id", "in", self.company_id.ids)],
            ["company_id"],
            ["id:recordset"],
            having=[("__count", "=", 1)],
        )
        for _company, year in groups:
            if year.state == "draft":
                year._move("current")

    @api.model
    def _open_calendar(self, company, first_year, kinds):
        """Return the year that begins in a year, made with these kinds of terms where it has none.

        :param kinds: kinds of terms; quarters when there are none
        """
        domain = [("company_id", "=", company.id)]
        year = self.search(domain).filtered(lambda one: one.date_start.year == first_year)
        if not year:
            name, first, last = school_calendar.school_year(first_year)
            year = self.create(
                {
                    "name": name,
                    "date_start": first,
                    "date_end": last,
                    "company_id": company.id,
                }
            )
        known = set(year.period_ids.mapped("kind"))
        for kind in kinds or ["quarter"]:
            if kind not in known:
                year._make_periods(kind)
        return year
