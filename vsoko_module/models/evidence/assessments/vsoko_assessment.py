from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import SQL

from ..optional_numbers import OptionalInteger
from ..points import Points


class VsokoAssessment(models.Model):
    """One procedure: a test of one subject that some classes write on one day.

    Its states and locks are in `vsoko_assessment_state`, what it is compared with in
    `vsoko_assessment_journal`.
    """

    _name = "vsoko.assessment"
    _inherit = [
        "vsoko.lock.mixin",
        "vsoko.company.mixin",
        "vsoko.own.mixin",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _description = "Assessment"
    _order = "date desc, id desc"

    name = fields.Char(compute="_compute_name", store=True, readonly=False)
    active = fields.Boolean(default=True)
    type_id = fields.Many2one(
        "vsoko.assessment.type",
        string="Type of work",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    procedure = fields.Selection(related="type_id.procedure", store=True)
    test_id = fields.Many2one(
        "vsoko.test", string="Test", index=True, ondelete="restrict", check_company=True
    )
    subject_id = fields.Many2one(
        "vsoko.subject",
        string="Subject",
        compute="_compute_subject_id",
        precompute=True,
        store=True,
        readonly=False,
        required=True,
        index=True,
        ondelete="restrict",
    )
    class_ids = fields.Many2many(
        "vsoko.class", string="Classes", required=True, ondelete="restrict", check_company=True
    )
    date = fields.Date(required=True, index=True, default=fields.Date.context_today, tracking=True)
    lesson_number = OptionalInteger(aggregator=None, help="Number of the lesson on that day")
    year_id = fields.Many2one(
        "vsoko.year", string="School year", compute="_compute_year_id", store=True, index=True
    )
    period_id = fields.Many2one(
        "vsoko.period",
        string="Period",
        compute="_compute_period_id",
        store=True,
        readonly=False,
        check_company=True,
    )
    responsible_id = fields.Many2one(
        "vsoko.teacher", string="Responsible", index=True, check_company=True
    )
    note = fields.Text()
    result_ids = fields.One2many("vsoko.result", "assessment_id", string="Results")
    aggregate_ids = fields.One2many("vsoko.assessment.aggregate", "assessment_id", string="Figures")
    # {number of the task: what it checks}, in the words of the authority that returned the figures
    task_texts = fields.Json(string="What tasks check", readonly=True, copy=False)
    max_score = Points(related="test_id.max_score", string="Greatest points")
    pupil_count = fields.Integer(compute="_compute_counts", string="Pupils")
    present_count = fields.Integer(compute="_compute_counts", string="Wrote")
    absent_count = fields.Integer(compute="_compute_counts", string="Absent")
    pending_count = fields.Integer(compute="_compute_counts", string="Not entered")

    @api.depends("type_id.name", "subject_id.name", "class_ids.name")
    def _compute_name(self):
        for work in self:
            classes = ", ".join(work.class_ids.mapped("name"))
            parts = [work.type_id.name, work.subject_id.name, classes]
            work.name = ". ".join(filter(None, parts)) or work.name

    @api.depends("test_id")
    def _compute_subject_id(self):
        for work in self:
            work.subject_id = work.test_id.subject_id or work.subject_id

    @api.depends("class_ids.year_id")
    def _compute_year_id(self):
        for work in self:
            work.year_id = work.class_ids.year_id[:1]

    @api.depends("date", "year_id", "class_ids.term_kind")
    def _compute_period_id(self):
        for work in self:
            work.period_id = work._get_terms().filtered(
                lambda term, day=work.date: term.date_start <= day <= term.date_end
            )[:1]

    def _get_terms(self):
        kinds = self.class_ids.mapped("term_kind")
        return self.year_id.period_ids.filtered(lambda period: period.kind in kinds)

    @api.depends("result_ids.attendance")
    def _compute_counts(self):
        rows = self.env["vsoko.result"]._read_group(
            [("assessment_id", "in", self.ids)], ["assessment_id", "attendance"], ["__count"]
        )
        counts = {(work.id, attendance): count for work, attendance, count in rows}
        for work in self:
            work.present_count = counts.get((work._origin.id, "present"), 0)
            work.absent_count = counts.get((work._origin.id, "absent"), 0)
            work.pending_count = counts.get((work._origin.id, False), 0)
            work.pupil_count = sum(
                count for (work_id, _state), count in counts.items() if work_id == work._origin.id
            )

    @api.constrains("class_ids", "subject_id", "test_id")
    def _check_classes(self):
        for work in self:
            if not work.class_ids:
                raise ValidationError(self.env._("Choose the classes that write the work."))
            if len(work.class_ids.year_id) > 1:
                raise ValidationError(
                    self.env._("The classes of one work belong to one school year.")
                )

    def _get_own_condition(self, alias):
        """Works of the homeroom class and of lessons that the teacher leads, or led on the day."""
        # from the own classes and lessons to their works: whoever has none looks through nothing
        return SQL(
            """%(id)s IN (
                SELECT own_rel.vsoko_assessment_id FROM vsoko_assessment_vsoko_class_rel own_rel
                 WHERE own_rel.vsoko_class_id IN (%(homeroom)s)
                 UNION ALL
                SELECT own_work.id
                  FROM (%(led)s) own_led
                  JOIN vsoko_assessment_vsoko_class_rel own_rel
                    ON own_rel.vsoko_class_id = own_led.class_id
                  JOIN vsoko_assessment own_work
                    ON own_work.id = own_rel.vsoko_assessment_id
                   AND own_work.subject_id = own_led.subject_id
                 UNION ALL
                SELECT own_work.id
                  FROM vsoko_teaching own_lesson
                  JOIN vsoko_assessment_vsoko_class_rel own_rel
                    ON own_rel.vsoko_class_id = own_lesson.class_id
                  JOIN vsoko_assessment own_work
                    ON own_work.id = own_rel.vsoko_assessment_id
                   AND own_work.subject_id = own_lesson.subject_id
                   AND own_work.date >= own_lesson.date_from
                   AND (own_lesson.date_to IS NULL OR own_work.date <= own_lesson.date_to)
                 WHERE own_lesson.teacher_id IN (%(teachers)s))""",
            teachers=self._get_own_teachers_sql(),
            homeroom=self._get_homeroom_sql(),
            id=SQL.identifier(alias, "id"),
            led=self._get_led_lessons_sql(SQL("own_lesson.class_id, own_lesson.subject_id")),
        )

    def action_open_results(self):
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_result_action",
            self.env._("Results: %(work)s", work=self.display_name),
            domain=[("assessment_id", "=", self.id)],
            context={"default_assessment_id": self.id},
        )
