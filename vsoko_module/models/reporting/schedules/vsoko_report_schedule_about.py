from odoo import api, fields, models

from ....tools.reports.planned_report import PlannedReport
from ....tools.reports.types import REPORT_TYPES
from ..reports.about import ABOUT


class VsokoReportSchedule(models.Model):
    """What the reports of a schedule are about: each class of some grades, each association…"""

    _inherit = "vsoko.report.schedule"

    about = fields.Char(compute="_compute_about")
    chosen_by = fields.Char(compute="_compute_about")
    has_concerned = fields.Boolean(compute="_compute_about")
    grade_from = fields.Integer(string="Grades from", default=1, aggregator=None)
    grade_to = fields.Integer(string="Grades to", default=11, aggregator=None)
    association_ids = fields.Many2many(
        "vsoko.association",
        "vsoko_report_schedule_association_rel",
        string="Only of the associations",
        check_company=True,
        help="Empty: of all. Subjects and teachers of these associations are taken.",
    )

    _grades_in_order = models.Constraint(
        "CHECK(1 <= grade_from AND grade_from <= grade_to AND grade_to <= 12)",
        "Grades are from 1 to 12, the first not after the last.",
    )

    @api.model
    def _selection_type(self):
        types = self.env["vsoko.report"]._selection_type()
        return [
            (code, name) for code, name in types if ABOUT[REPORT_TYPES[code].about].is_scheduled
        ]

    @api.depends("type")
    def _compute_about(self):
        for schedule in self:
            schedule.about = (schedule.type and REPORT_TYPES[schedule.type].about) or False
            kind = schedule._get_kind()
            schedule.chosen_by = kind.chosen_by
            schedule.has_concerned = bool(kind.concerned)

    def _get_kind(self):
        """Return the `About` that answers for what the reports are about."""
        return ABOUT[self.about or ""]

    def _get_planned_reports(self, period):
        """Return a `PlannedReport` for each report that the period is to have."""
        kind = self._get_kind()
        if not kind.field:
            return [PlannedReport()]
        records = self._get_records().search(kind.get_choice(self, period))
        return [
            PlannedReport(f"{kind.code}:{record.id}", record.name, kind.field, record.id)
            for record in records
        ]

    def _get_records(self, ids=()):
        """Return records of what the reports are about."""
        return self.env["vsoko.report"][self._get_kind().field].browse(ids)

    def _get_ready(self, period, planned_reports):
        """Return the keys of the planned reports that have figures in the period."""
        kind = self._get_kind()
        if not kind.field:
            return {planned.key for planned in planned_reports if period.value_count}
        records = self._get_records(planned.id for planned in planned_reports)
        ready = set(kind.get_ready(records, period).ids)
        return {planned.key for planned in planned_reports if planned.id in ready}

    def _prepare_report(self, period, planned):
        vals = {"type": self.type, "period_id": period.id, "company_id": self.company_id.id}
        return vals | ({planned.field: planned.id} if planned.field else {})
