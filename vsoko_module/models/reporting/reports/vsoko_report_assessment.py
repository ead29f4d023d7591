from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ....tools.reports.types import REPORT_TYPES


class VsokoReport(models.Model):
    """Reports about one assessment.

    Such a report shows the results that its author may read. `cover` keeps whose they are, so
    that a teacher reads a report only when every result in it is of own lessons or homeroom.
    """

    _inherit = "vsoko.report"

    cover = fields.Json(string="Whose results are in it", readonly=True, copy=False, prefetch=False)
    is_whole = fields.Boolean(
        string="All results of the work",
        readonly=True,
        copy=False,
        help="The author could read the results of all classes that wrote the work",
    )

    @api.onchange("assessment_id")
    def _onchange_assessment_id(self):
        if self.assessment_id:
            self.period_id = self.assessment_id._get_report_period()

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            work = self.env["vsoko.assessment"].browse(vals.get("assessment_id"))
            if work:
                vals["period_id"] = work._get_report_period().id
        return super().create(vals_list)

    def action_approve(self):
        """Approving the note of a whole work ends its analysis."""
        for report in self:
            report._check_fresh()
        result = super().action_approve()
        whole = self.filtered(
            lambda report: report.is_whole and REPORT_TYPES[report.type].ends_analysis
        )
        whole.assessment_id.filtered(lambda work: work.state == "closed").action_analyse()
        return result

    def _check_fresh(self):
        """Raise UserError when results were opened for changes after the figures were taken."""
        work = self.assessment_id
        if not work:
            return
        work._check_analysable()
        if any(log.date >= self.taken_date for log in work.reopening_ids):
            raise UserError(
                self.env._(
                    "%(work)s was reopened after the figures of “%(name)s” were taken."
                    " Take the figures anew.",
                    work=work.display_name,
                    name=self.name,
                )
            )

    def _freeze(self):
        if not self.assessment_id:
            return super()._freeze()
        self.assessment_id._check_analysable()
        super()._freeze()
        work = self.figures["work"]
        self._store({"cover": work["cover"], "is_whole": work["is_whole"]})

    def _get_period_text(self):
        if not self.assessment_id:
            return super()._get_period_text()
        text = self.env._(
            "%(year)s school year, work of %(day)s",
            year=self.figures["period"]["year"],
            day=self.figures["work"]["day"],
        )
        if self.is_whole:
            return text
        return self.env._(
            "%(text)s; part of the results: %(classes)s",
            text=text,
            classes=", ".join(self.figures["work"]["classes"]),
        )

    def _get_led_condition(self, alias):
        """Reports about works in the subjects of the association."""
        return SQL(
            """%s IN (
                SELECT led_work.id FROM vsoko_assessment led_work
                 WHERE led_work.subject_id IN (%s))""",
            SQL.identifier(alias, "assessment_id"),
            self._get_led_subjects_sql(),
        )
