from odoo import fields, models
from odoo.tools import SQL

from ...mixins.row_ids import row_id


class VsokoFactStudentTerm(models.Model):
    """One row per pupil and period: how the pupil finished it over all subjects.

    A pupil is there when in a class on the last day of the period. `in_base` tells whether there
    is at least one mark, «н/а» or «незач»: the rest have nothing to be judged by. A failed course
    («незач») is a debt as «2» and «н/а» are; a passed one («зач») is none.
    """

    _name = "vsoko.fact.student_term"
    _inherit = ["vsoko.fact", "vsoko.own.mixin"]
    _auto = False
    _log_access = False
    _description = "Results of pupils over all subjects"
    _order = "class_id, student_id"
    _rec_name = "student_id"
    _totals_person = "student_id"
    _fact_dimensions = ("level", "grade", "class_id", "student_id")
    _fact_key = ("student_id",)
    _fact_rests_on_marks = True
    _fact_universe = "pupils"
    _depends = {
        "vsoko.mark": ["student_id", "period_id", "value", "status"],
        "vsoko.enrolment": ["student_id", "class_id", "date_from", "date_to"],
        "vsoko.class": ["grade", "level"],
        "vsoko.period": ["date_end", "company_id", "year_id"],
    }

    _totals_ratios = {"average": ("mark_points", "mark_count", 1)}

    in_base = fields.Boolean(string="Has results", readonly=True)
    mark_count = fields.Integer(string="Marks", readonly=True)
    fives = fields.Integer(string="Fives", readonly=True)
    fours = fields.Integer(string="Fours", readonly=True)
    threes = fields.Integer(string="Threes", readonly=True)
    twos = fields.Integer(string="Twos", readonly=True)
    not_attested = fields.Integer(string="Not attested", readonly=True)
    failed = fields.Integer(string="Failed courses", readonly=True)
    mark_points = fields.Integer(string="Sum of marks", readonly=True, aggregator=None)
    average = fields.Float(string="Average mark", readonly=True, aggregator="avg", digits=(3, 2))
    is_failing = fields.Boolean(
        string="Failing",
        readonly=True,
        help="Has at least one «2», a failed course or is not attested",
    )
    is_good = fields.Boolean(
        string="On «4» and «5»", readonly=True, help="Only «4» and «5», at least one «4»"
    )

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT %(id)s AS id,
                   term.*,
                   term.mark_count + term.not_attested + term.failed > 0 AS in_base,
                   term.twos + term.not_attested + term.failed > 0 AS is_failing,
                   term.fours > 0
                       AND term.threes + term.twos + term.not_attested + term.failed = 0
                       AS is_good
              FROM (
                SELECT enrolment.id AS enrolment_id,
                       period.company_id,
                       period.id AS period_id,
                       class.level,
                       class.grade,
                       enrolment.class_id,
                       %(blank)s,
                       enrolment.student_id,
                       count(mark.id) FILTER (WHERE mark.status = 'graded') AS mark_count,
                       count(mark.id) FILTER (WHERE mark.value = 5) AS fives,
                       count(mark.id) FILTER (WHERE mark.value = 4) AS fours,
                       count(mark.id) FILTER (WHERE mark.value = 3) AS threes,
                       count(mark.id) FILTER (WHERE mark.value IN (1, 2)) AS twos,
                       count(mark.id) FILTER (WHERE mark.status = 'not_attested')
                           AS not_attested,
                       count(mark.id) FILTER (WHERE mark.status = 'failed') AS failed,
                       sum(mark.value) FILTER (WHERE mark.status = 'graded') AS mark_points,
                       avg(NULLIF(mark.value, 0))::float8 AS average
                  FROM vsoko_period period
                  JOIN vsoko_enrolment enrolment
                    ON enrolment.year_id = period.year_id
                   AND enrolment.date_from <= period.date_end
                   AND (enrolment.date_to IS NULL OR enrolment.date_to > period.date_end)
                  JOIN vsoko_class class ON class.id = enrolment.class_id
                  LEFT JOIN vsoko_mark mark
                    ON mark.student_id = enrolment.student_id AND mark.period_id = period.id
                   AND %(marks)s
                 WHERE %(periods)s AND %(stays)s
                 GROUP BY enrolment.id, period.id, class.id
              ) term
            """,
            blank=self._get_blank_sql("subject_id", "teacher_id"),
            id=row_id(SQL("term.enrolment_id"), SQL("term.period_id")),
            periods=narrowing.of("period.company_id", "period.id", "period.year_id"),
            stays=narrowing.of(company="enrolment.company_id", year="enrolment.year_id"),
            marks=narrowing.of(company="mark.company_id", period="mark.period_id"),
        )

    def _get_own_condition(self, alias):
        return SQL("%s IN (%s)", SQL.identifier(alias, "class_id"), self._get_homeroom_sql())
