from odoo import fields, models
from odoo.tools import SQL

from ...evidence.vsoko_mark import STATUSES
from ...school.res_company import WEIGHT_FIELDS
from .learning_points import learning_points_sql


class VsokoFactMark(models.Model):
    """One row per mark of a pupil who is in a class on the last day of the period.

    An exam or a final mark without the mark of the year is no row: there is nothing to count.
    """

    _name = "vsoko.fact.mark"
    _inherit = ["vsoko.fact", "vsoko.own.mixin", "vsoko.led.mixin"]
    _auto = False
    _log_access = False
    _description = "Marks of a period"
    _order = "class_id, student_id, subject_id"
    _rec_name = "student_id"
    _fact_row_has_period = False
    _fact_key = ("subject_id", "student_id")
    _fact_rests_on_marks = True
    _totals_period_bits = 0
    _depends = {
        "vsoko.mark": [
            "student_id",
            "class_id",
            "subject_id",
            "period_id",
            "teacher_id",
            "value",
            "status",
        ],
        "vsoko.enrolment": ["student_id", "class_id", "date_from", "date_to"],
        "vsoko.class": ["grade", "level"],
        "vsoko.period": ["date_end", "company_id", "year_id"],
        "res.company": ["vsoko_not_attested_weight", *WEIGHT_FIELDS.values()],
    }

    value = fields.Float(string="Mark", readonly=True, aggregator="avg")
    status = fields.Selection(STATUSES, readonly=True)
    learning_points = fields.Float(
        readonly=True,
        aggregator="avg",
        help="Points of the degree of learning by the school's settings: 100, 64, 36, 16, 4 and the"
        " coefficient for a pupil who is not attested",
    )

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT mark.id,
                   period.company_id,
                   mark.period_id,
                   class.level,
                   class.grade,
                   enrolment.class_id,
                   mark.subject_id,
                   mark.teacher_id,
                   mark.student_id,
                   NULLIF(mark.value, 0) AS value,
                   mark.status,
                   CASE WHEN mark.status = 'not_attested' THEN company.vsoko_not_attested_weight
                        WHEN mark.status = 'graded' THEN %(points)s
                   END AS learning_points
              FROM vsoko_mark mark
              JOIN vsoko_period period ON period.id = mark.period_id
              JOIN res_company company ON company.id = period.company_id
              JOIN vsoko_enrolment enrolment
                ON enrolment.student_id = mark.student_id
               AND enrolment.year_id = period.year_id
               AND enrolment.date_from <= period.date_end
               AND (enrolment.date_to IS NULL OR enrolment.date_to > period.date_end)
              JOIN vsoko_class class ON class.id = enrolment.class_id
             WHERE mark.status <> 'no_mark' AND %(marks)s AND %(stays)s
            """,
            points=learning_points_sql(SQL("mark.value"), SQL("company")),
            marks=narrowing.of(company="mark.company_id", period="mark.period_id"),
            stays=narrowing.of(company="enrolment.company_id", year="enrolment.year_id"),
        )

    def _get_own_condition(self, alias):
        return self.env["vsoko.mark"]._get_own_condition(alias)
