from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Domain
from odoo.tools import SQL

STATES = [
    ("planned", "Work is planned"),
    ("collecting", "Collecting results"),
    ("closed", "Work is closed"),
    ("analysed", "Analysed"),
]
MOVES = {
    ("planned", "collecting"),
    ("collecting", "planned"),
    ("collecting", "closed"),
    ("closed", "analysed"),
}
# mathematics is taught, and marked, under other names in the upper grades
JOURNAL_SUBJECTS = {("math", "alg"): range(7, 10), ("math", "calc"): range(10, 12)}
# notes about a closed work, which change none of its figures
FREE_FIELDS = {"state", "active", "note", "responsible_id"}


class VsokoAssessment(models.Model):
    """One procedure: a test of one subject that some classes write on one day.

    Closing locks the results on every path; reopening is asked of the administration with a
    reason, and what changed is kept (`vsoko.assessment.reopening`).
    """

    _name = "vsoko.assessment"
    _inherit = ["vsoko.company.mixin", "vsoko.own.mixin", "mail.thread", "mail.activity.mixin"]
    _description = "Assessment"
    _order = "date desc, id desc"

    _LOCKED = ("closed", "analysed")

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
    lesson_number = fields.Integer(aggregator=None, help="Number of the lesson on that day")
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
    journal_subject_id = fields.Many2one(
        "vsoko.subject",
        string="Subject in the journal",
        compute="_compute_journal_subject_id",
        store=True,
        readonly=False,
        help="With whose marks the results are compared; empty: the same subject",
    )
    journal_period_id = fields.Many2one(
        "vsoko.period",
        string="Marks of the period",
        compute="_compute_journal_period_id",
        store=True,
        readonly=False,
        check_company=True,
        help="With whose marks the results are compared",
    )
    minimum_test_score = fields.Integer(
        string="Least points to pass",
        compute="_compute_minimum_test_score",
        store=True,
        readonly=False,
        aggregator=None,
        help="Of the 100-point scale; 0: by the mark",
    )
    responsible_id = fields.Many2one(
        "vsoko.teacher", string="Responsible", index=True, check_company=True
    )
    state = fields.Selection(
        STATES, default="planned", required=True, copy=False, index=True, tracking=True
    )
    note = fields.Text()
    result_ids = fields.One2many("vsoko.result", "assessment_id", string="Results")
    aggregate_ids = fields.One2many("vsoko.assessment.aggregate", "assessment_id", string="Figures")
    reopening_ids = fields.One2many(
        "vsoko.assessment.reopening", "assessment_id", string="Reopenings"
    )
    max_score = fields.Integer(related="test_id.max_score", string="Greatest points")
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

    @api.depends("subject_id", "class_ids.grade")
    def _compute_journal_subject_id(self):
        codes = [journal for _subject, journal in JOURNAL_SUBJECTS]
        subjects = self.env["vsoko.subject"].search([("code", "in", codes)]).grouped("code")
        for work in self:
            found = [
                subjects[journal][:1]
                for (subject, journal), grades in JOURNAL_SUBJECTS.items()
                if subject == work.subject_id.code
                and journal in subjects
                and set(work.class_ids.mapped("grade")) <= set(grades)
            ]
            work.journal_subject_id = found[0] if found and work.class_ids else False

    @api.depends("date", "year_id", "class_ids.term_kind", "type_id.journal_period")
    def _compute_journal_period_id(self):
        for work in self:
            kind = work.type_id.journal_period
            periods = work.year_id.period_ids
            if kind == "year":
                work.journal_period_id = periods.filtered(lambda p: p.kind == "year")[:1]
            elif kind == "previous":
                before = work._get_terms().filtered(lambda term, day=work.date: term.date_end < day)
                work.journal_period_id = before.sorted("date_end")[-1:]
            else:
                work.journal_period_id = work.period_id

    @api.depends("type_id.procedure", "subject_id", "date")
    def _compute_minimum_test_score(self):
        scales = self.env["vsoko.scale"].search(
            [("procedure", "=", "ege"), ("subject_id", "in", self.subject_id.ids)]
        )
        for work in self:
            fitting = scales.filtered(
                lambda scale, work=work: (
                    scale.subject_id == work.subject_id
                    and work.type_id.procedure == "ege"
                    and work.date
                    and scale.year <= work.date.year
                )
            )
            work.minimum_test_score = fitting.sorted("year")[-1:].minimum

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

    @api.model_create_multi
    def create(self, vals_list):
        if any(vals.get("state", "planned") in self._LOCKED for vals in vals_list):
            raise UserError(self.env._("A new assessment is planned; it is closed with results."))
        return super().create(vals_list)

    def write(self, vals):
        if vals.keys() - FREE_FIELDS - {"message_follower_ids", "message_ids", "activity_ids"}:
            self._check_open()
        if "state" not in vals:
            return super().write(vals)
        moving = self.filtered(lambda work: work.state != vals["state"])
        moving._check_move(vals["state"])
        if vals["state"] == "closed":
            moving._prepare_closing()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_closed(self):
        self._check_open()

    def _check_open(self):
        """Raise UserError when a result of these works may not change, whoever asks."""
        locked = self.filtered(lambda work: work.state in self._LOCKED)
        if locked:
            raise UserError(
                self.env._(
                    "%(work)s is closed: its results do not change. The administration may reopen"
                    " it and say why.",
                    work=locked[0].display_name,
                )
            )

    def _check_move(self, state):
        for work in self:
            if (work.state, state) not in MOVES:
                raise UserError(
                    self.env._("%(work)s: this change of state is impossible.", work=work.name)
                )

    def _prepare_closing(self):
        """Check that everybody is accounted for and freeze the marks of the journal."""
        waiting = self.filtered("pending_count")
        if waiting:
            raise UserError(
                self.env._(
                    "%(work)s: %(count)s pupils have neither points nor a reason of absence.",
                    work=waiting[0].display_name,
                    count=waiting[0].pending_count,
                )
            )
        self.result_ids._freeze_journal_marks()
        self.reopening_ids.filtered(lambda log: not log.date_closed)._record_changes()

    def action_start(self):
        """Open the works for results: a row for each pupil who is in the classes on that day."""
        self.check_access("write")
        self.filtered(lambda work: work.state == "planned").write({"state": "collecting"})
        self.env["vsoko.result"].create(self._prepare_missing_results())
        return True

    def action_close(self):
        self.write({"state": "closed"})
        return True

    def action_analyse(self):
        self.write({"state": "analysed"})
        return True

    def _reopen(self, reason):
        """Let the administration correct a closed work; keep who, when, why and what was there.

        :raise AccessError: for everybody else
        """
        if not self.env.user.has_group("vsoko_module.group_administration"):
            raise AccessError(self.env._("Only the administration reopens an assessment."))
        self.check_access("write")
        for work in self:
            if work.state not in self._LOCKED:
                raise UserError(self.env._("%(work)s is not closed.", work=work.display_name))
            self.env["vsoko.assessment.reopening"]._keep(work, reason)
        # The move back is closed to write(); the right and the reason have just been checked.
        return super().write({"state": "collecting"})

    def _prepare_missing_results(self):
        """Return the values of results that the pupils of the classes do not have yet."""
        rows = self.env.execute_query(
            SQL(
                """
                SELECT work.id AS assessment_id, enrolment.student_id, enrolment.class_id
                  FROM vsoko_assessment work
                  JOIN vsoko_assessment_vsoko_class_rel rel ON rel.vsoko_assessment_id = work.id
                  JOIN vsoko_enrolment enrolment
                    ON enrolment.class_id = rel.vsoko_class_id
                   AND enrolment.date_from <= work.date
                   AND (enrolment.date_to IS NULL OR enrolment.date_to > work.date)
                  JOIN vsoko_student student ON student.id = enrolment.student_id
                 WHERE work.id = ANY(%s) AND NOT EXISTS (
                       SELECT 1 FROM vsoko_result result
                        WHERE result.assessment_id = work.id
                          AND result.student_id = enrolment.student_id)
                 ORDER BY work.id, enrolment.class_id, student.name, student.id
                """,
                list(self.ids),
            )
        )
        return [
            {
                "assessment_id": work_id,
                "student_id": student_id,
                "class_id": class_id,
                "attendance": False,
            }
            for work_id, student_id, class_id in rows
        ]

    def _get_own_condition(self, alias):
        """Works of the teacher's lessons and of the homeroom class."""
        return SQL(
            """EXISTS (
                SELECT 1 FROM vsoko_assessment_vsoko_class_rel own_rel
                  JOIN vsoko_class own_class ON own_class.id = own_rel.vsoko_class_id
                  JOIN vsoko_teacher own_teacher ON own_teacher.user_id = %(uid)s
                 WHERE own_rel.vsoko_assessment_id = %(id)s
                   AND (own_class.homeroom_teacher_id = own_teacher.id OR EXISTS (
                        SELECT 1 FROM vsoko_teaching own_lesson
                         WHERE own_lesson.teacher_id = own_teacher.id
                           AND own_lesson.class_id = own_class.id
                           AND own_lesson.subject_id = %(subject)s)))""",
            uid=self.env.uid,
            id=SQL.identifier(alias, "id"),
            subject=SQL.identifier(alias, "subject_id"),
        )

    def action_open_results(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Results: %(work)s", work=self.display_name),
            "res_model": "vsoko.result",
            "view_mode": "list,pivot,graph,form",
            "domain": list(Domain("assessment_id", "=", self.id)),
            "context": {"default_assessment_id": self.id},
        }
