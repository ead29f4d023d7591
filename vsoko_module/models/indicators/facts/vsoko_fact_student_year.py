from odoo import fields, models
from odoo.tools import SQL

from ...mixins.row_ids import row_id

# the school year that ends within a period
ENDED = SQL(
    "ended.company_id = period.company_id AND ended.kind = 'year'"
    " AND ended.date_end BETWEEN period.date_start AND period.date_end"
)


class VsokoFactStudentYear(models.Model):
    """One row per pupil and period: the marks of the school year that ended in the period.

    It is meant for calendar years. A pupil is there when in a class on the last day of the period;
    level and class are those of that day, the marks those of the class before. Without marks of a
    year that ended (the first grade, newcomers) nothing is said of the result.
    """

    _name = "vsoko.fact.student_year"
    _inherit = ["vsoko.fact", "vsoko.own.mixin"]
    _auto = False
    _log_access = False
    _description = "Results of the school year of pupils of a calendar year"
    _order = "class_id, student_id"
    _rec_name = "student_id"
    _totals_person = "student_id"
    _fact_dimensions = ("level", "grade", "class_id", "student_id")
    _fact_key = ("student_id",)
    _fact_universe = "pupils"
    _depends = {
        "vsoko.mark": ["student_id", "period_id", "value", "status"],
        "vsoko.enrolment": ["student_id", "class_id", "date_from", "date_to", "year_id"],
        "vsoko.class": ["grade", "level"],
        "vsoko.period": ["date_start", "date_end", "kind", "company_id", "year_id"],
    }

    has_results = fields.Boolean(
        string="Has results", readonly=True, help="At least one mark of the year, «н/а» or «незач»"
    )
    is_successful = fields.Boolean(
        string="On «4» and «5»", readonly=True, help="Only «4» and «5» in the school year"
    )

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT %(id)s AS id,
                   result.*,
                   result.judged > 0 AS has_results,
                   result.judged > 0 AND result.judged = result.good AS is_successful
              FROM (
                SELECT enrolment.id AS enrolment_id,
                       period.company_id,
                       period.id AS period_id,
                       class.level,
                       class.grade,
                       enrolment.class_id,
                       %(blank)s,
                       enrolment.student_id,
                       count(mark.id) FILTER (
                           WHERE mark.status IN ('graded', 'not_attested', 'failed')) AS judged,
                       count(mark.id) FILTER (WHERE mark.value >= 4) AS good
                  FROM vsoko_period period
                  JOIN vsoko_enrolment enrolment
                    ON enrolment.company_id = period.company_id
                   AND enrolment.date_from <= period.date_end
                   AND (enrolment.date_to IS NULL OR enrolment.date_to > period.date_end)
                  JOIN vsoko_year present
                    ON present.id = enrolment.year_id
                   AND period.date_end BETWEEN present.date_start AND present.date_end
                  JOIN vsoko_class class ON class.id = enrolment.class_id
                  LEFT JOIN vsoko_period ended ON %(ended)s
                  LEFT JOIN vsoko_mark mark
                    ON mark.student_id = enrolment.student_id AND mark.period_id = ended.id
                   AND %(marks)s
                 WHERE %(periods)s AND %(stays)s
                 GROUP BY enrolment.id, period.id, class.id
              ) result
            """,
            blank=self._get_blank_sql("subject_id", "teacher_id"),
            id=row_id(SQL("result.enrolment_id"), SQL("result.period_id")),
            ended=ENDED,
            periods=narrowing.of("period.company_id", "period.id", "period.year_id"),
            stays=narrowing.near("enrolment.year_id"),
            marks=_marks_of(narrowing.periods),
        )

    def _get_own_condition(self, alias):
        return SQL("%s IN (%s)", SQL.identifier(alias, "class_id"), self._get_homeroom_sql())


def _marks_of(periods):
    """Return the condition that a mark is of a year that ended in one of the periods."""
    if periods is None:
        return SQL("TRUE")
    return SQL(
        """mark.period_id = ANY(ARRAY(
            SELECT ended.id FROM vsoko_period period JOIN vsoko_period ended ON %s
             WHERE period.id = ANY(%s)))""",
        ENDED,
        list(periods),
    )
