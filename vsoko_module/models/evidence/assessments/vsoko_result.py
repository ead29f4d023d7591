from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import SQL

from ..optional_numbers import OptionalInteger
from ..points import OptionalPoints

ATTENDANCE = [("present", "Was present"), ("absent", "Was absent"), ("exempt", "Exempt")]


class VsokoResult(models.Model):
    """The result of one pupil in one assessment.

    `score` is the sum of the tasks of a pupil who was present, a task that was not reached giving
    no points; of anybody else it is empty. An empty `attendance` means not entered yet. `mark`
    follows the scale of the test unless it was given with the result.
    """

    _name = "vsoko.result"
    _inherit = [
        "vsoko.class.pupil.mixin",
        "vsoko.place.mixin",
        "vsoko.own.mixin",
        "vsoko.led.mixin",
    ]
    _description = "Result of an assessment"
    _order = "assessment_id desc, class_id, student_id, id"
    _rec_name = "student_id"
    # whose result it is, and what a mark is, follows from other facts
    _entered_by = {
        "vsoko_module.group_teacher": {"write": {"attendance", "variant", "task_score_ids"}},
        "vsoko_module.group_administration": None,
    }

    assessment_id = fields.Many2one(
        "vsoko.assessment", string="Assessment", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="assessment_id.company_id", store=True, index=True)
    subject_id = fields.Many2one(related="assessment_id.subject_id", store=True, index=True)
    date = fields.Date(related="assessment_id.date", store=True)
    class_id = fields.Many2one(
        compute="_compute_class_id", store=True, readonly=False, precompute=True
    )
    teacher_id = fields.Many2one(
        "vsoko.teacher",
        string="Teacher",
        readonly=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    variant = fields.Char()
    attendance = fields.Selection(ATTENDANCE, default="present", index=True)
    score = OptionalPoints(string="Points", aggregator=None)
    test_score = OptionalInteger(string="Points of 100", aggregator=None)
    mark = OptionalInteger(aggregator=None)
    mark_given = fields.Boolean(
        string="Mark given", help="The mark came with the result and does not follow the scale"
    )
    journal_mark = OptionalInteger(string="Mark of the journal", aggregator=None)
    task_score_ids = fields.One2many("vsoko.task.score", "result_id", string="Tasks")

    _assessment_student_uniq = models.Constraint(
        "UNIQUE(assessment_id, student_id)", "The pupil already has a result of this assessment."
    )
    _marks_range = models.Constraint(
        "CHECK((mark IS NULL OR mark BETWEEN 1 AND 5)"
        " AND (journal_mark IS NULL OR journal_mark BETWEEN 1 AND 5))",
        "A mark must be from 1 to 5.",
    )
    _variant_length = models.Constraint(
        "CHECK(length(variant) <= 40)", "A variant is named by 40 letters at most."
    )
    _score_positive = models.Constraint(
        "CHECK((score IS NULL OR score >= 0)"
        " AND (test_score IS NULL OR test_score BETWEEN 0 AND 100))",
        "Points must not be negative, and a test score not above 100.",
    )

    @api.depends("assessment_id", "student_id")
    def _compute_class_id(self):
        """The class of the pupil on the day of the work, found when not given."""
        missing = self.filtered(lambda result: not result.class_id)
        enrolments = self.env["vsoko.enrolment"].search(
            [
                ("student_id", "in", missing.student_id.ids),
                ("class_id", "in", missing.assessment_id.class_ids.ids),
            ],
            order="date_from",
        )
        stays = {}
        for enrolment in enrolments:
            stays.setdefault(enrolment.student_id, []).append(enrolment)
        for result in missing:
            day = result.assessment_id.date
            found = [stay for stay in stays.get(result.student_id, ()) if stay.date_from <= day]
            result.class_id = found[-1].class_id if found else result.assessment_id.class_ids[:1]

    @api.constrains("class_id", "assessment_id")
    def _check_class(self):
        for result in self:
            if result.class_id not in result.assessment_id.class_ids:
                raise ValidationError(
                    self.env._(
                        "The class %(class)s does not write %(work)s.",
                        **{
                            "class": result.class_id.name,
                            "work": result.assessment_id.display_name,
                        },
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            vals.setdefault("mark_given", bool(vals.get("mark")))
        results = super().create(vals_list)
        results._recompute_totals()
        return results

    def write(self, vals):
        if "assessment_id" in vals:
            target = self.env["vsoko.assessment"].browse(vals["assessment_id"])
            self.assessment_id._check_diagnostics(target.type_id)
        if "mark" in vals:
            vals = {"mark_given": bool(vals["mark"])} | vals
        result = super().write(vals)
        if {"attendance", "mark", "score", "task_score_ids", "assessment_id"} & vals.keys():
            self._recompute_totals()
        return result

    def _write_rows(self, changes):
        """Write ``[(result, values)]`` as `write` does, but set the totals once for all."""
        results = self.union(*(result for result, _values in changes))
        for result, values in changes:
            given = {"mark_given": bool(values["mark"])} if "mark" in values else {}
            super(VsokoResult, result).write(given | values)
        results._recompute_totals()

    def _recompute_totals(self):
        """Set points and marks of these results from their tasks and scales; one statement."""
        if not self:
            return
        self.env.flush_all()
        self.env.cr.execute(SQL(_TOTALS, ids=list(self.ids)))
        self.invalidate_recordset(["score", "mark"])

    def _get_place_fields(self):
        return super()._get_place_fields() | {"assessment_id"}

    def _get_place_parts(self):
        """A result belongs to the day of the work and to one of the classes that write it.

        The lessons are those of the subject of the journal («Алгебра» of a work in «Математика»),
        unless the class has none: a school may keep the subject whole.
        """
        return {
            "joins": SQL("JOIN vsoko_assessment work ON work.id = fact.assessment_id"),
            "year_id": SQL("work.year_id"),
            "day": SQL("work.date"),
            "subject_id": SQL(
                "CASE WHEN EXISTS (SELECT 1 FROM vsoko_teaching lesson"
                " WHERE lesson.class_id = fact.class_id"
                " AND lesson.subject_id = work.journal_subject_id)"
                " THEN work.journal_subject_id ELSE work.subject_id END"
            ),
            "subjects": SQL("work.journal_subject_id, work.subject_id"),
            "may_be": SQL(
                "EXISTS (SELECT 1 FROM vsoko_assessment_vsoko_class_rel writing"
                " WHERE writing.vsoko_assessment_id = work.id"
                " AND writing.vsoko_class_id = stay.class_id)"
            ),
        }

    def _freeze_journal_marks(self):
        """Keep the mark of the journal as it is now where the result brought none."""
        if not self:
            return
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                """
                UPDATE vsoko_result result
                   SET journal_mark = mark.value
                  FROM vsoko_assessment work, vsoko_mark mark
                 WHERE work.id = result.assessment_id AND %s
                   AND result.journal_mark IS NULL AND result.id = ANY(%s)
                """,
                JOURNAL_MARK,
                list(self.ids),
            )
        )
        self.invalidate_recordset(["journal_mark"])

    def _get_own_condition(self, alias):
        return self.env["vsoko.mark"]._get_own_condition(alias)


# `work` is the assessment: with which mark of the journal the result is compared; a journal that
# keeps the subject of the work and not that of the upper grades is taken, too
JOURNAL_MARK = SQL(
    "mark.student_id = result.student_id AND mark.period_id = work.journal_period_id"
    " AND mark.subject_id IN (work.subject_id, work.journal_subject_id)"
    " AND mark.status = 'graded'"
    " AND (work.journal_subject_id IS NULL OR mark.subject_id = work.journal_subject_id"
    " OR NOT EXISTS (SELECT FROM vsoko_mark usual WHERE usual.student_id = mark.student_id"
    " AND usual.period_id = mark.period_id AND usual.subject_id = work.journal_subject_id"
    " AND usual.status = 'graded'))"
)
# materialised: points not yet committed are unknown to the planner, which would otherwise add them
# up anew for every result of the school
_TOTALS = """
    WITH points AS MATERIALIZED (
        SELECT score.result_id, sum(COALESCE(score.score, 0)) AS total
          FROM vsoko_task_score score
         WHERE score.result_id = ANY(%(ids)s)
         GROUP BY score.result_id
    ), parts AS MATERIALIZED (
        SELECT score.result_id, task.part, sum(COALESCE(score.score, 0)) AS total
          FROM vsoko_task_score score
          JOIN vsoko_test_task task ON task.id = score.task_id
         WHERE score.result_id = ANY(%(ids)s) AND task.part IS NOT NULL
         GROUP BY score.result_id, task.part
    ), totals AS (
        SELECT result.id, work.test_id,
               CASE WHEN result.attendance = 'present'
                    THEN COALESCE(points.total, result.score) END AS score
          FROM vsoko_result result
          JOIN vsoko_assessment work ON work.id = result.assessment_id
          LEFT JOIN points ON points.result_id = result.id
         WHERE result.id = ANY(%(ids)s)
    ), scaled AS MATERIALIZED (
        SELECT totals.id, max(totals.score) AS score, max(band.mark) AS mark
          FROM totals
          LEFT JOIN vsoko_test_band band
            ON band.test_id = totals.test_id AND band.min_score <= totals.score
           AND (COALESCE(band.part, '') = '' OR COALESCE(band.part_score, 0) <= COALESCE(
                (SELECT parts.total FROM parts
                  WHERE parts.result_id = totals.id AND parts.part = band.part), 0))
         GROUP BY totals.id
    )
    UPDATE vsoko_result result
       SET score = scaled.score,
           mark = CASE WHEN result.attendance IS DISTINCT FROM 'present' THEN NULL
                       WHEN result.mark_given THEN result.mark
                       ELSE scaled.mark END
      FROM scaled
     WHERE scaled.id = result.id
       AND (result.score, result.mark) IS DISTINCT FROM (
           scaled.score,
           CASE WHEN result.attendance IS DISTINCT FROM 'present' THEN NULL
                WHEN result.mark_given THEN result.mark
                ELSE scaled.mark END)
"""
