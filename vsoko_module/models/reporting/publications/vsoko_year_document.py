from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ...governance.plan.vsoko_planned_mixin import LINE

KINDS = [
    ("plan", "Plan of the year"),
    ("self_examination", "Report on self-examination"),
    ("year_analysis", "Analysis of the year"),
    ("problem_analysis", "Problem analysis"),
    ("public_report", "Public report of the director"),
    ("figures", "Results of the assessment on the open page"),
]
STATES = [
    ("missing", "Not begun"),
    ("draft", "Draft"),
    ("approved", "Approved"),
    ("published", "Published"),
]
# kind of the period of each report
PERIODS = {
    "self_examination": "calendar_year",
    "year_analysis": "year",
    "problem_analysis": "year",
    "public_report": "year",
    "figures": "year",
}
# what is over with the approval; the others are for readers outside
INNER = ("plan", "year_analysis", "problem_analysis")


class VsokoYearDocument(models.Model):
    """What a school year owes in documents, and how far each of them is.

    Nothing is ticked off: a row is what the plan, the reports and the publications of the year
    say. Terms: self-examination by 20 April (order of 14.06.2013 No. 462), the problem analysis
    before the council of August puts the next plan on it (paragraph 4.2), the others by the custom
    of schools, which the plan of the year may put earlier.
    """

    _name = "vsoko.year.document"
    _rec_names_search = ["year_id"]
    _name_parts = ("kind", "year_id")
    _auto = False
    _log_access = False
    _description = "Document of a year"
    _order = "date_start desc, date_due, id"
    _depends = {
        "vsoko.year": ["date_start", "date_end", "state", "company_id"],
        "vsoko.period": ["kind", "state", "year_id"],
        "vsoko.plan": ["state", "version", "year_id"],
        "vsoko.plan.line": ["report_type", "date", "plan_id", "state", "responsible_id"],
        "vsoko.report": ["type", "state", "version", "period_id"],
        "vsoko.publication": ["state", "audience", "period_id"],
    }

    kind = fields.Selection(KINDS, string="Document", readonly=True)
    year_id = fields.Many2one("vsoko.year", string="School year", readonly=True)
    date_start = fields.Date(readonly=True)
    date_due = fields.Date(string="Due", readonly=True)
    date_planned = fields.Date(string="By the plan", readonly=True)
    responsible_id = fields.Many2one("res.users", string="Responsible", readonly=True)
    period_id = fields.Many2one("vsoko.period", string="Period", readonly=True)
    plan_id = fields.Many2one("vsoko.plan", string="Plan", readonly=True)
    plan_line_id = fields.Many2one("vsoko.plan.line", string="Line of the plan", readonly=True)
    report_id = fields.Many2one("vsoko.report", string="Report", readonly=True)
    publication_id = fields.Many2one("vsoko.publication", string="Publication", readonly=True)
    state = fields.Selection(STATES, readonly=True, group_expand=True)
    is_done = fields.Boolean(string="Done", readonly=True)
    is_late = fields.Boolean(string="Late", compute="_compute_is_late", search="_search_is_late")
    company_id = fields.Many2one("res.company", string="School", readonly=True)

    @api.depends("kind", "year_id.name")
    @api.depends_context("lang")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for document in self:
            document.display_name = f"{kinds.get(document.kind, '')}, {document.year_id.name}"

    @api.depends("date_due", "is_done")
    def _compute_is_late(self):
        today = fields.Date.context_today(self)
        for document in self:
            is_over = bool(document.date_due) and document.date_due < today
            document.is_late = is_over and not document.is_done

    def _search_is_late(self, operator, value):
        if operator != "in":
            return NotImplemented
        late = [("date_due", "<", fields.Date.context_today(self)), ("is_done", "=", False)]
        return late if True in value else ["!", "&", *late]

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT year.id * 10 + kind.place AS id,
                   kind.code AS kind,
                   year.id AS year_id,
                   year.date_start,
                   CASE kind.code
                        WHEN 'plan' THEN year.date_start + 14
                        WHEN 'self_examination'
                        THEN make_date(extract(year FROM year.date_start)::int + 1, 4, 20)
                        WHEN 'year_analysis'
                        THEN make_date(extract(year FROM year.date_start)::int + 1, 6, 30)
                        WHEN 'problem_analysis'
                        THEN make_date(extract(year FROM year.date_start)::int + 1, 8, 25)
                        ELSE year.date_end
                    END AS date_due,
                   line.date AS date_planned,
                   line.responsible_id,
                   period.id AS period_id,
                   plan.id AS plan_id,
                   line.id AS plan_line_id,
                   report.id AS report_id,
                   publication.id AS publication_id,
                   made.state,
                   made.state = 'published' OR kind.is_inner AND made.state = 'approved' AS is_done,
                   year.company_id
              FROM vsoko_year year
             CROSS JOIN (VALUES %(kinds)s) AS kind(place, code, period, is_inner)
              LEFT JOIN vsoko_period period
                     ON period.year_id = year.id AND period.kind = kind.period
                    AND period.number = 1
              LEFT JOIN LATERAL (
                       SELECT own.id, own.state
                         FROM vsoko_plan own
                        WHERE own.year_id = year.id
                        ORDER BY own.state = 'approved' DESC, own.version DESC, own.id DESC
                        LIMIT 1) plan ON TRUE
              LEFT JOIN LATERAL (
                       SELECT own.id, own.date, own.responsible_id
                         FROM vsoko_plan_line own
                        WHERE own.plan_id = plan.id AND own.report_type = kind.code
                          AND own.state <> 'cancelled'
                        ORDER BY own.date, own.id
                        LIMIT 1) line ON TRUE
              LEFT JOIN LATERAL (
                       SELECT own.id, own.state
                         FROM vsoko_report own
                        WHERE own.type = kind.code AND own.period_id = period.id
                        ORDER BY own.version DESC, own.id DESC
                        LIMIT 1) report ON TRUE
              LEFT JOIN LATERAL (
                       SELECT own.id, own.state
                         FROM vsoko_publication own
                        WHERE own.period_id = period.id AND own.audience = 'public'
                          AND own.state <> 'withdrawn'
                          AND (own.report_id = report.id
                               OR kind.code = 'figures' AND own.report_id IS NULL)
                        ORDER BY own.state = 'approved' DESC, own.id DESC
                        LIMIT 1) publication ON TRUE
             CROSS JOIN LATERAL (
                       SELECT CASE
                              WHEN kind.code = 'plan' AND plan.state IN ('approved', 'archived')
                              THEN 'approved'
                              WHEN kind.code = 'plan' AND plan.id IS NOT NULL THEN 'draft'
                              WHEN kind.code = 'plan' THEN 'missing'
                              WHEN publication.state = 'approved' THEN 'published'
                              WHEN report.state = 'published' AND NOT kind.is_inner
                              THEN 'approved'
                              WHEN kind.code <> 'figures' THEN COALESCE(report.state, 'missing')
                              WHEN period.state = 'approved' THEN 'approved'
                              WHEN publication.id IS NOT NULL THEN 'draft'
                              ELSE 'missing'
                              END AS state) made
            """,
            kinds=SQL(", ").join(
                SQL("(%s, %s, %s, %s)", place, code, PERIODS.get(code, ""), code in INNER)
                for place, (code, _name) in enumerate(KINDS, start=1)
            ),
        )

    def action_next(self):
        """Open what is to be done next about the document; begin it where there is none."""
        self.ensure_one()
        self.check_access("read")
        if self.kind == "plan":
            return self._open_plan()
        if self.kind == "figures":
            return self._open_figures()
        return self.report_id._open_records() if self.report_id else self._begin_report()

    def action_publish(self):
        """Put the approved document on the open page; only the director may."""
        self.ensure_one()
        self.check_access("read")
        if not self.report_id.for_outside:
            return self.action_next()
        return self.report_id.action_publish_openly()

    def action_open_page(self):
        """Open what the readers see."""
        self.ensure_one()
        self.check_access("read")
        if not self.publication_id:
            raise UserError(self.env._("“%(name)s” is not published.", name=self.display_name))
        return self.publication_id.action_open_page()

    def _open_plan(self):
        if self.plan_id:
            return self.plan_id._open_records()
        return self._open_action("vsoko_module.vsoko_plan_action")

    def _open_figures(self):
        if self.publication_id:
            return self.publication_id._open_records()
        period = self._get_period()
        if period.state != "approved":
            return period._open_records()
        return period.action_publish()

    def _begin_report(self):
        period = self._get_period()
        report = self.env["vsoko.report"]
        if self.plan_line_id:
            # the line of the plan follows the report that is made for it
            report = report.with_context(**{LINE: self.plan_line_id.id})
        return period.with_env(report.env)._open_report(self.kind)

    def _get_period(self):
        """Return the period of the document; the calendar year is made when it is not there."""
        if self.period_id:
            return self.period_id
        if PERIODS[self.kind] == "calendar_year":
            return self.year_id._make_periods("calendar_year")
        raise UserError(
            self.env._("The school year %(year)s has no period “year”.", year=self.year_id.name)
        )
