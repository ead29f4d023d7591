from odoo import api, fields, models
from odoo.tools import SQL

from . import movement

PERIOD_KINDS = [
    ("quarter", "Quarter"),
    ("trimester", "Trimester"),
    ("half", "Half-year"),
    ("year", "School year"),
    ("calendar_year", "Calendar year"),
]


class VsokoPeriod(models.Model):
    _name = "vsoko.period"
    _inherit = ["mail.thread"]
    _description = "Period of a school year"
    _order = "date_end desc, date_start desc"
    _name_parts = ("name", "year_id")
    _check_company_auto = True

    name = fields.Char(required=True)
    year_id = fields.Many2one(
        "vsoko.year", string="School year", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(related="year_id.company_id", store=True, index=True)
    kind = fields.Selection(PERIOD_KINDS, required=True, default="quarter")
    number = fields.Integer(default=1, aggregator=None)
    date_start = fields.Date(string="First day", required=True)
    date_end = fields.Date(string="Last day", required=True)
    state = fields.Selection(
        [("open", "Not approved"), ("approved", "Approved")],
        default="open",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
    )

    is_latest_term = fields.Boolean(
        string="Latest term",
        compute="_compute_is_latest_term",
        search="_search_is_latest_term",
        help="The term of its kind that ended last",
    )

    _dates_order = models.Constraint(
        "CHECK(date_end >= date_start)", "The last day of a period must not be before the first."
    )
    _number_uniq = models.Constraint(
        "UNIQUE(year_id, kind, number)", "The year already has a period of this kind and number."
    )
    # the kinds differ in their first letters; ranges of integers need no PostgreSQL extension
    _no_overlap = models.Constraint(
        "EXCLUDE USING gist (int4range(company_id, company_id, '[]') WITH =,"
        " int4range(ascii(kind), ascii(kind), '[]') WITH =,"
        " daterange(date_start, date_end, '[]') WITH &&)",
        "Periods of one kind must not overlap.",
    )

    @api.depends("kind", "date_start", "company_id")
    def _compute_is_latest_term(self):
        latest = self._get_latest_terms()
        for period in self:
            period.is_latest_term = period in latest

    def _search_is_latest_term(self, operator, value):
        if operator != "in":
            return NotImplemented
        return [("id", "in" if True in value else "not in", self._get_latest_terms().ids)]

    def _get_latest_terms(self):
        """Return the term of each kind and school that ended last, school years left out.

        The marks of a running term come at its end; before the first end it is the running one.
        """
        today = fields.Date.context_today(self)
        begun = self.search([("date_start", "<=", today)])
        terms = begun.filtered(lambda term: "year" not in term.kind).sorted("date_start")
        ended = terms.filtered(lambda term: term.date_end < today)
        terms = ended | terms.filtered(lambda term: term.company_id not in ended.company_id)
        # in the order of time the later one takes the place
        latest = {(term.company_id, term.year_id): term for term in terms}
        year = {company: period.year_id for (company, _year), period in latest.items()}
        kinds = {
            (term.company_id, term.kind): term
            for term in terms
            if term.year_id == year[term.company_id]
        }
        return self.browse([period.id for period in kinds.values()])

    @api.depends("name", "year_id.name")
    def _compute_display_name(self):
        for period in self:
            period.display_name = ", ".join(filter(None, [period.name, period.year_id.name]))

    def _get_movement_days(self):
        """Return (first, last) day between which pupils come and leave in the period."""
        self.ensure_one()
        self.env.flush_all()
        ((first, last),) = self.env.execute_query(
            SQL(
                "SELECT span.opening + (NOT span.is_start)::int, span.last FROM (%s) span",
                movement.period_spans(SQL("period.id = %s", self.id)),
            )
        )
        return first, last

    def _sort_by_time(self):
        """Return the periods from left to right: terms by time, then years by time."""
        return self.sorted(
            lambda period: ("year" in period.kind, period.date_end, period.date_start)
        )

    def _get_previous(self):
        """Return the period of the same kind that ended last before this one, maybe empty."""
        self.ensure_one()
        return self.search(
            [
                ("company_id", "=", self.company_id.id),
                ("kind", "=", self.kind),
                ("date_end", "<", self.date_start),
            ],
            order="date_end desc",
            limit=1,
        )

    def _get_last_year(self):
        """Return the same period (kind and number) of the school year before, maybe empty."""
        self.ensure_one()
        return self.search(
            [
                ("company_id", "=", self.company_id.id),
                ("kind", "=", self.kind),
                ("number", "=", self.number),
                ("date_end", "<", self.year_id.date_start),
            ],
            order="date_end desc",
            limit=1,
        )
