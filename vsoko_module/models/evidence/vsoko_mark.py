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
# an exam or a final mark whose mark of the year is not there (yet): the year is not counted
NO_MARK = "no_mark"
# what a ledger says in place of a mark; official wording, therefore data
SHORT_STATUSES = {
    "not_attested": "н/а",
    "released": "осв.",
    "passed": "зач.",
    "failed": "незач.",
}


class VsokoMark(models.Model):
    """The mark of one pupil in one subject for one period.

    An empty cell of the ledger is the absence of a record, unless an exam or a final mark stands
    beside it: these are kept, and the mark of the year is said to be missing (`NO_MARK`). Class and
    teacher are those of the last day of the period; they follow the enrolments and the teaching
    load.
    """

    _name = "vsoko.mark"
    _inherit = [
        "vsoko.class.pupil.mixin",
        "vsoko.place.mixin",
        "vsoko.own.mixin",
        "vsoko.led.mixin",
        "vsoko.totals.mixin",
    ]
    _totals_zero_is_empty = ("value", "exam_value", "final_value")
    _description = "Mark of a period"
    _order = "period_id, class_id, student_id, subject_id"
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
        "vsoko.teacher",
        string="Teacher",
        readonly=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    company_id = fields.Many2one(related="period_id.company_id", store=True, index=True)
    value = fields.Integer(string="Mark", aggregator=None)
    status = fields.Selection(
        [*STATUSES, (NO_MARK, "No mark")], string="Kind of mark", required=True, default="graded"
    )
    exam_value = fields.Integer(
        string="Exam",
        aggregator=None,
        help="The mark of the exam, beside the mark of the year; indicators do not count it",
    )
    exam_status = fields.Selection(
        STATUSES,
        string="Kind of the exam's mark",
        compute="_compute_exam_status",
        store=True,
        readonly=False,
        precompute=True,
    )
    final_value = fields.Integer(
        string="Final mark",
        aggregator=None,
        help="What goes into the certificate, from the marks of the year and of the exam;"
        " indicators do not count it",
    )
    final_status = fields.Selection(
        STATUSES,
        string="Kind of the final mark",
        compute="_compute_final_status",
        store=True,
        readonly=False,
        precompute=True,
    )
    period_kind = fields.Selection(related="period_id.kind")

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

    _results_of_year = models.Constraint(
        "CHECK(CASE WHEN exam_status = 'graded' THEN COALESCE(exam_value, 0) BETWEEN 1 AND 5"
        " ELSE COALESCE(exam_value, 0) = 0 END"
        " AND CASE WHEN final_status = 'graded' THEN COALESCE(final_value, 0) BETWEEN 1 AND 5"
        " ELSE COALESCE(final_value, 0) = 0 END)",
        "The marks of the exam and the final mark are from 1 to 5, or a word such as «осв.» without"
        " a mark, or empty.",
    )
    _something_is_there = models.Constraint(
        "CHECK(status <> 'no_mark' OR exam_status IS NOT NULL OR final_status IS NOT NULL)",
        "A record without a mark needs that of the exam or the final one.",
    )

    @api.depends("exam_value")
    def _compute_exam_status(self):
        for mark in self:
            mark.exam_status = _status_of(mark.exam_value, mark.exam_status)

    @api.depends("final_value")
    def _compute_final_status(self):
        for mark in self:
            mark.final_status = _status_of(mark.final_value, mark.final_status)

    @api.onchange("student_id", "period_id")
    def _onchange_place(self):
        """Show the class that `_assign_places` is going to find."""
        if not (self.student_id and self.period_id):
            return
        ((class_id,),) = self.env.execute_query(
            SQL(
                "SELECT (%s)",
                self._get_class_sql(
                    self.student_id.id, self.period_id.year_id.id, self.period_id.date_end
                ),
            )
        )
        self.class_id = class_id or self.class_id

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

    def _get_text(self):
        """Return what a ledger shows: the mark, «н/а», «осв.»…, with the exam and the final one."""
        self.ensure_one()
        parts = [] if self.status == NO_MARK else [_short_text(self.value, self.status)]
        if self.exam_status:
            exam = _short_text(self.exam_value, self.exam_status)
            parts.append(self.env._("exam %(mark)s", mark=exam))
        if self.final_status:
            final = _short_text(self.final_value, self.final_status)
            parts.append(self.env._("final %(mark)s", mark=final))
        return ", ".join(parts)

    def _get_place_fields(self):
        return super()._get_place_fields() | {"period_id"}

    def _get_place_parts(self):
        """A mark belongs to the last day of its period."""
        return {
            "joins": SQL("JOIN vsoko_period period ON period.id = fact.period_id"),
            "year_id": SQL("period.year_id"),
            "day": SQL("period.date_end"),
            "subject_id": SQL("fact.subject_id"),
            "subjects": SQL("fact.subject_id"),
            "may_be": SQL("TRUE"),
        }

    def _get_own_condition(self, alias):
        """Facts of lessons that the teacher leads, or led on their day, and of the homeroom.

        Who has given a class away keeps what was made in the own time: `teacher_id` says so.
        """
        return SQL(
            """(%(teacher)s IN (%(teachers)s)
                OR %(class)s IN (%(homeroom)s)
                OR (%(class)s, %(subject)s) IN (%(led)s))""",
            **{
                "teachers": self._get_own_teachers_sql(),
                "homeroom": self._get_homeroom_sql(),
                "teacher": SQL.identifier(alias, "teacher_id"),
                "class": SQL.identifier(alias, "class_id"),
                "subject": SQL.identifier(alias, "subject_id"),
                "led": self._get_led_lessons_sql(SQL("own_lesson.class_id, own_lesson.subject_id")),
            },
        )


def _short_text(value, status):
    return SHORT_STATUSES.get(status) or str(value)


def _status_of(value, status):
    """The kind of a mark beside that of the year that follows from its value; a word stays."""
    if value:
        return "graded"
    return False if status == "graded" else status
