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
        "vsoko.assessment",
        string="Assessed work",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
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

    def _get_led_condition(self, alias):
        """Reports about works in the subjects of the association."""
        return SQL(
            """%s IN (
                SELECT led_work.id FROM vsoko_assessment led_work
                 WHERE led_work.subject_id IN (%s))""",
            SQL.identifier(alias, "assessment_id"),
            self._get_led_subjects_sql(),
        )

    def _get_own_condition(self, alias):
        """Of an assessment: every result in the report is of own lessons or of the homeroom.

        A report that takes its figures this very moment has no cover yet; it is its author's when
        the author has results to be shown in it. An approved order names no pupils: everybody
        whom it charges with something reads it.
        """
        own_result = self.env["vsoko.mark"]._get_own_condition("own_result")
        own_place = self.env["vsoko.mark"]._get_own_condition("own_place")
        return SQL(
            """(%(others)s OR (%(work)s IS NOT NULL AND CASE WHEN %(cover)s IS NULL THEN EXISTS (
                    SELECT 1 FROM vsoko_result own_result
                     WHERE own_result.assessment_id = %(work)s AND %(own_result)s)
                ELSE (
                    SELECT CASE WHEN %(is_order)s THEN bool_or(%(own_place)s)
                                ELSE bool_and((%(own_place)s) IS TRUE) END
                      FROM (SELECT (pair ->> 0)::int AS class_id, (pair ->> 1)::int AS teacher_id,
                                   own_work.subject_id
                              FROM jsonb_array_elements(%(cover)s) pair
                              JOIN vsoko_assessment own_work ON own_work.id = %(work)s) own_place
                ) END))""",
            others=super()._get_own_condition(alias),
            work=SQL.identifier(alias, "assessment_id"),
            cover=SQL.identifier(alias, "cover"),
            is_order=SQL(
                "%s = 'assessment_order' AND %s <> 'draft'",
                SQL.identifier(alias, "type"),
                SQL.identifier(alias, "state"),
            ),
            own_result=own_result,
            own_place=own_place,
        )
