from datetime import date

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import format_date

from ...tools.reports import published_calendar

PARTS = [("year", "The whole year"), ("first", "First half-year"), ("second", "Second half-year")]


class VsokoCalendarPrint(models.TransientModel):
    """The table of assessments that a school publishes: classes by months."""

    _name = "vsoko.calendar.print"
    _inherit = ["vsoko.print.mixin"]
    _description = "Calendar of assessments for publication"
    _folder = "schedule"

    year_id = fields.Many2one(
        "vsoko.year",
        string="School year",
        required=True,
        default=lambda self: self._default_year_id(),
        domain="[('company_id', '=', company_id)]",
    )
    part = fields.Selection(PARTS, required=True, default=lambda self: self._default_part())
    work_count = fields.Integer(string="Works in it", compute="_compute_work_count")

    def _default_year_id(self):
        return self.env["vsoko.year"].search(
            [("state", "=", "current"), ("company_id", "=", self.env.company.id)], limit=1
        )

    def _default_part(self):
        return "first" if fields.Date.context_today(self).month > 7 else "second"

    @api.depends("year_id", "part")
    def _compute_work_count(self):
        for choice in self:
            choice.work_count = self.env["vsoko.assessment"].search_count(choice._get_domain())

    def _get_obstacle(self):
        if self.work_count:
            return ""
        return self.env._("There are no works in this part of the year yet.")

    def _get_bounds(self):
        """Return the first and the last day of the chosen part."""
        middle = date(self.year_id.date_start.year, 12, 31)
        start = self.year_id.date_start if self.part != "second" else date(middle.year + 1, 1, 1)
        return start, middle if self.part == "first" else self.year_id.date_end

    def _get_domain(self):
        if not self.year_id:
            return Domain.FALSE
        start, end = self._get_bounds()
        return (
            Domain("year_id", "=", self.year_id.id)
            & Domain("date", ">=", start)
            & Domain("date", "<=", end)
        )

    def _get_paper(self):
        works = self._get_works()
        return published_calendar.published_calendar(
            self.company_id.name,
            self._get_span(),
            self._get_classes(),
            [self._prepare_work(work) for work in works],
            self._get_months(works),
            self.env._,
        )

    def _make(self, paper, extension):
        if extension != "xlsx":
            return super()._make(paper, extension)
        planned = [self._prepare_work(work) for work in self._get_works()]
        return published_calendar.calendar_book(paper, planned, self.env._)

    def _get_works(self):
        """Return the works of the chosen part that the user may see."""
        return self.env["vsoko.assessment"].search(self._get_domain(), order="date, id")

    def _get_span(self):
        parts = dict(self._fields["part"]._description_selection(self.env))
        year = self.env._("School year %(year)s", year=self.year_id.name)
        return f"{year}, {parts[self.part].lower()}"

    def _get_classes(self):
        classes = self.env["vsoko.class"].search([("year_id", "=", self.year_id.id)], order="key")
        return classes.mapped("name")

    def _get_months(self, works):
        """Return the months from the first to the last work, lessons or not."""
        months = {}
        for day in works.mapped("date"):
            months.setdefault((day.year, day.month), day)
        return {
            month: format_date(self.env, day, date_format="LLLL").capitalize()
            for month, day in sorted(months.items())
        }

    def _prepare_work(self, work):
        subject = work.subject_id
        return published_calendar.PublishedWork(
            day=work.date,
            classes=tuple(work.class_ids.sorted().mapped("name")),
            subject=subject.name,
            short_subject=subject.short_name or subject.name,
            kind=work.type_id.name,
            external=work.type_id.is_external,
            lesson=work.lesson_number or 0,
        )
