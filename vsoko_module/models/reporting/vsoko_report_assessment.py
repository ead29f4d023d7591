from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL, format_date


class VsokoReport(models.Model):
    """Reports about one assessment.

    Such a report shows the results that its author may read. `cover` keeps whose they are, so
    that a teacher reads a report only when every result in it is of own lessons or homeroom.
    """

    _inherit = "vsoko.report"

    assessment_id = fields.Many2one(
        "vsoko.assessment", index="btree_not_null", ondelete="restrict", check_company=True
    )
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
        notes = self.filtered(lambda report: report.type == "assessment_note" and report.is_whole)
        notes.assessment_id.filtered(lambda work: work.state == "closed").action_analyse()
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

    def _prepare_name(self, vals):
        work = self.env["vsoko.assessment"].browse(vals.get("assessment_id"))
        if not work:
            return super()._prepare_name(vals)
        return self.env._(
            "%(type)s: %(work)s, %(day)s",
            type=self._get_type_name(vals),
            work=work.display_name,
            day=format_date(self.env, work.date),
        )

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

    def _get_own_condition(self, alias):
        """Of an assessment: every result in the report is of own lessons or of the homeroom.

        A report that takes its figures this very moment has no cover yet; it is its author's when
        the author has results to be shown in it.
        """
        own_result = self.env["vsoko.mark"]._get_own_condition("own_result")
        own_place = self.env["vsoko.mark"]._get_own_condition("own_place")
        return SQL(
            """(%(others)s OR (%(work)s IS NOT NULL AND CASE WHEN %(cover)s IS NULL THEN EXISTS (
                    SELECT 1 FROM vsoko_result own_result
                     WHERE own_result.assessment_id = %(work)s AND %(own_result)s)
                ELSE jsonb_array_length(%(cover)s) > 0 AND NOT EXISTS (
                    SELECT 1
                      FROM (SELECT (pair ->> 0)::int AS class_id, (pair ->> 1)::int AS teacher_id,
                                   own_work.subject_id
                              FROM jsonb_array_elements(%(cover)s) pair
                              JOIN vsoko_assessment own_work ON own_work.id = %(work)s) own_place
                     WHERE (%(own_place)s) IS NOT TRUE) END))""",
            others=super()._get_own_condition(alias),
            work=SQL.identifier(alias, "assessment_id"),
            cover=SQL.identifier(alias, "cover"),
            own_result=own_result,
            own_place=own_place,
        )


class VsokoReportCollector(models.AbstractModel):
    _inherit = "vsoko.report.collector"

    def _collect(self, report):
        figures = super()._collect(report)
        work = report.assessment_id
        if work:
            figures["work"] = self.env["vsoko.report.work"]._get_heading(work)
            # what is about one work waits for no approval of a period
            figures["period"]["is_approved"] = True
        return figures

    def _collect_given(self, report, declared):
        if report.about != "assessment":
            return super()._collect_given(report, declared)
        return self.env["vsoko.report.work"]._collect(report.assessment_id)
