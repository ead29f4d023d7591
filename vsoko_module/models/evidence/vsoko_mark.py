from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import SQL

STATUSES = [
    ("graded", "Graded"),
    ("not_attested", "Not attested"),
    ("released", "Released"),
    ("passed", "Passed"),
    ("failed", "Failed"),
]
# what a ledger says in place of a mark; official wording, therefore data
SHORT_STATUSES = {
    "not_attested": "н/а",
    "released": "осв.",
    "passed": "зач.",
    "failed": "незач.",
}


class VsokoMark(models.Model):
    """The mark of one pupil in one subject for one period.

    An empty cell of the ledger is the absence of a record. `teacher_id` is who leads the lessons
    on the last day of the period; it follows the teaching load.
    """

    _name = "vsoko.mark"
    _inherit = ["vsoko.class.pupil.mixin", "vsoko.import.mixin", "vsoko.own.mixin"]
    _description = "Mark of a period"
    _order = "period_id desc, class_id, student_id, subject_id"
    _rec_name = "student_id"

    subject_id = fields.Many2one(
        "vsoko.subject", string="Subject", required=True, ondelete="restrict"
    )
    period_id = fields.Many2one(
        "vsoko.period",
        string="Period",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    teacher_id = fields.Many2one(
        "vsoko.teacher", string="Teacher", index=True, ondelete="restrict", check_company=True
    )
    company_id = fields.Many2one(related="period_id.company_id", store=True, index=True)
    value = fields.Integer(string="Mark", aggregator="avg")
    status = fields.Selection(STATUSES, string="Kind of mark", required=True, default="graded")

    _student_subject_period_uniq = models.Constraint(
        "UNIQUE(student_id, subject_id, period_id)",
        "The pupil already has a mark in this subject for this period.",
    )
    # 0 is how the ORM stores an empty integer: a mark without a value is not a zero mark
    _value_matches_status = models.Constraint(
        "CHECK(CASE WHEN status = 'graded' THEN value BETWEEN 1 AND 5"
        " ELSE COALESCE(value, 0) = 0 END)",
        "A graded record needs a mark from 1 to 5; any other status has no mark.",
    )

    @api.constrains("class_id", "period_id")
    def _check_same_year(self):
        for mark in self:
            if mark.class_id.year_id != mark.period_id.year_id:
                raise ValidationError(
                    self.env._(
                        "The class %(class)s and the period %(period)s are of different school"
                        " years.",
                        **{"class": mark.class_id.name, "period": mark.period_id.display_name},
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        marks = super().create(vals_list)
        marks.filtered(lambda mark: not mark.teacher_id)._assign_teachers()
        return marks

    def _get_text(self):
        """Return what a ledger shows: the mark, «н/а», «осв.»…"""
        self.ensure_one()
        return SHORT_STATUSES.get(self.status) or str(self.value)

    def _assign_teachers(self):
        """Set the teacher who leads the lessons on the last day of the period; one statement."""
        if not self:
            return
        self.flush_recordset()
        # materialised: marks not yet committed are unknown to the planner, which would otherwise
        # compare every mark of the table with every mark of the list
        self.env.cr.execute(
            SQL(
                """
                WITH computed AS MATERIALIZED (
                    SELECT target.id, lesson.teacher_id
                      FROM vsoko_mark target
                      JOIN vsoko_period period ON period.id = target.period_id
                      LEFT JOIN LATERAL (%(lesson)s) lesson ON TRUE
                     WHERE target.id = ANY(%(ids)s))
                UPDATE vsoko_mark mark
                   SET teacher_id = computed.teacher_id
                  FROM computed
                 WHERE mark.id = computed.id
                   AND mark.teacher_id IS DISTINCT FROM computed.teacher_id
                """,
                lesson=self._get_leading_teacher_sql(
                    SQL("target.class_id"),
                    SQL("target.subject_id"),
                    SQL("target.student_id"),
                    SQL("period.date_end"),
                ),
                ids=list(self.ids),
            )
        )
        self.invalidate_recordset(["teacher_id"])

    @api.model
    def _get_leading_teacher_sql(self, class_id, subject_id, student_id, day):
        """Return the SELECT of the teacher who leads the lessons of a pupil on a day.

        A group with the pupil in its list comes before the whole class; a class divided into
        groups without lists has no certain teacher, so the answer is empty.
        """
        return SQL(
            """
            SELECT CASE WHEN count(DISTINCT found.teacher_id) = 1
                        THEN min(found.teacher_id) END AS teacher_id
              FROM (
                SELECT lesson.teacher_id,
                       rank() OVER (ORDER BY (listed.vsoko_student_id IS NULL)) AS place
                  FROM vsoko_teaching lesson
                  LEFT JOIN vsoko_student_vsoko_teaching_rel listed
                    ON listed.vsoko_teaching_id = lesson.id
                   AND listed.vsoko_student_id = %(student_id)s
                 WHERE lesson.class_id = %(class_id)s
                   AND lesson.subject_id = %(subject_id)s
                   AND lesson.date_from <= %(day)s
                   AND (lesson.date_to IS NULL OR lesson.date_to >= %(day)s)
                   AND (listed.vsoko_student_id IS NOT NULL OR NOT EXISTS (
                        SELECT 1 FROM vsoko_student_vsoko_teaching_rel other
                         WHERE other.vsoko_teaching_id = lesson.id))
              ) found
             WHERE found.place = 1
            """,
            class_id=class_id,
            subject_id=subject_id,
            student_id=student_id,
            day=day,
        )

    def _get_own_condition(self, alias):
        """Marks of the lessons that the teacher leads now or led then, and of the homeroom."""
        return SQL(
            """EXISTS (
                SELECT 1 FROM vsoko_teacher own_teacher
                 WHERE own_teacher.user_id = %(uid)s
                   AND (own_teacher.id = %(teacher)s OR EXISTS (
                        SELECT 1 FROM vsoko_class own_class
                         WHERE own_class.id = %(class)s
                           AND own_class.homeroom_teacher_id = own_teacher.id)
                     OR EXISTS (
                        SELECT 1 FROM vsoko_teaching own_lesson
                         WHERE own_lesson.teacher_id = own_teacher.id
                           AND own_lesson.class_id = %(class)s
                           AND own_lesson.subject_id = %(subject)s)))""",
            **{
                "uid": self.env.uid,
                "teacher": SQL.identifier(alias, "teacher_id"),
                "class": SQL.identifier(alias, "class_id"),
                "subject": SQL.identifier(alias, "subject_id"),
            },
        )
