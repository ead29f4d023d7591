from odoo import api, fields, models
from odoo.fields import Domain

from ....tools.reports.planned_report import PlannedReport
from ....tools.reports.types import REPORT_TYPES
from ..reports.vsoko_report_about import ABOUT_FIELDS

# what the reports of one schedule may be about, beside the whole school; pupils' reports are for
# their families and are made for one pupil, notes for one assessment
SCHEDULED = ("class", "teacher", "subject", "association")


class VsokoReportSchedule(models.Model):
    """What the reports of a schedule are about: each class of some grades, each association…"""

    _inherit = "vsoko.report.schedule"

    about = fields.Char(compute="_compute_about", export_string_translation=False)
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
        kinds = self.env["vsoko.report"]._selection_type()
        return [
            (code, name) for code, name in kinds if REPORT_TYPES[code].about in ("", *SCHEDULED)
        ]

    @api.depends("type")
    def _compute_about(self):
        for schedule in self:
            schedule.about = (schedule.type and REPORT_TYPES[schedule.type].about) or False

    def _get_planned_reports(self, period):
        """Return a `PlannedReport` for each report that the period is to have."""
        if not self.about:
            return [PlannedReport()]
        name = ABOUT_FIELDS[self.about]
        records = self.env[self.env["vsoko.report"]._fields[name].comodel_name].search(
            self._get_choice(period)
        )
        return [
            PlannedReport(f"{self.about}:{record.id}", record.name, name, record.id)
            for record in records
        ]

    def _get_choice(self, period):
        """Return the domain of what the reports are about."""
        # subjects may be common to all schools
        own = Domain("company_id", "in", [self.company_id.id, False])
        if self.about == "class":
            return (
                own
                & Domain("year_id", "=", period.year_id.id)
                & Domain("grade", ">=", self.grade_from)
                & Domain("grade", "<=", self.grade_to)
            )
        if not self.association_ids:
            return own
        name = "id" if self.about == "association" else "association_ids"
        return own & Domain(name, "in", self.association_ids.ids)

    def _get_ready(self, period, planned_reports):
        """Return the keys of the planned reports that have figures in the period."""
        if not self.about:
            return {planned.key for planned in planned_reports if period.value_count}
        name = "subject_id" if self.about == "association" else ABOUT_FIELDS[self.about]
        figures = self.env["vsoko.indicator.value"]._read_group(
            [
                ("period_id", "=", period.id),
                (name, "!=", False),
                ("indicator_id.source", "=", "mark"),
                ("missing_reason", "=", False),
            ],
            [name],
        )
        found = {record.id for (record,) in figures}
        if self.about == "association":
            ids = [planned.id for planned in planned_reports]
            teams = self.env["vsoko.association"].browse(ids)
            found = {team.id for team in teams if found & set(team.subject_ids.ids)}
        return {planned.key for planned in planned_reports if planned.id in found}

    def _prepare_report(self, period, planned):
        vals = {"type": self.type, "period_id": period.id, "company_id": self.company_id.id}
        return vals | ({planned.field: planned.id} if planned.field else {})
