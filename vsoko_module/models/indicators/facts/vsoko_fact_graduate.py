from odoo import fields, models
from odoo.tools import SQL

from ...evidence.pupils import vsoko_graduate as graduate
from ...mixins.row_ids import row_id
from . import register_spans
from .vsoko_fact_injury import DEPENDS_ON_STAYS


class VsokoFactGraduate(models.Model):
    """One row per graduate and period that holds the day of the certificate: a school year and a
    calendar one, for terms end before it.

    The class is the one from which the pupil went.
    """

    _name = "vsoko.fact.graduate"
    _inherit = ["vsoko.fact", "vsoko.own.mixin"]
    _auto = False
    _log_access = False
    _description = "Graduates"
    _order = "class_id, student_id"
    _rec_name = "student_id"
    _totals_person = "student_id"
    _fact_dimensions = ("level", "grade", "class_id")
    _fact_unnamed_person = "student_id"
    _depends = {
        "vsoko.graduate": [
            "company_id",
            "year_id",
            "student_id",
            "date",
            "grade",
            "certificate",
            "gia_mode",
            "destination",
            "by_profile",
        ],
        **DEPENDS_ON_STAYS,
    }

    finished_grade = fields.Selection(graduate.GRADES, readonly=True)
    certificate = fields.Selection(graduate.CERTIFICATES, readonly=True)
    gia_mode = fields.Selection(graduate.MODES, string="Final exams", readonly=True)
    destination = fields.Selection(graduate.DESTINATIONS, readonly=True)
    by_profile = fields.Boolean(string="By the profile of the class", readonly=True)
    # numbers to add up: of no graduate at all there is no sum, where a count would be zero
    graduates = fields.Integer(readonly=True, aggregator=None, help="1 in each row")
    without_certificate = fields.Integer(readonly=True, aggregator=None, help="1 or 0")
    with_honours = fields.Integer(readonly=True, aggregator=None, help="1 or 0")

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT %(id)s AS id,
                   span.company_id,
                   span.period_id,
                   class.level,
                   class.grade,
                   class.id AS class_id,
                   %(blank)s,
                   graduate.student_id,
                   graduate.grade AS finished_grade,
                   graduate.certificate,
                   graduate.gia_mode,
                   graduate.destination,
                   COALESCE(graduate.by_profile, FALSE) AS by_profile,
                   1 AS graduates,
                   (graduate.certificate = 'none')::int AS without_certificate,
                   (graduate.certificate = 'honours')::int AS with_honours
              FROM (%(spans)s) span
              JOIN vsoko_graduate graduate
                ON graduate.company_id = span.company_id
               AND graduate.date BETWEEN span.first_day AND span.last_day AND %(near)s
              LEFT JOIN (
                SELECT stay.student_id, stay.year_id, max(stay.class_id) AS class_id, class.grade
                  FROM vsoko_enrolment stay
                  JOIN vsoko_class class ON class.id = stay.class_id
                 WHERE class.grade IN (9, 11) AND %(stays)s
                   AND (stay.reason IS NULL OR stay.reason <> 'transfer')
                 GROUP BY stay.student_id, stay.year_id, class.grade
              ) place ON place.student_id = graduate.student_id
                     AND place.year_id = graduate.year_id
                     AND place.grade::varchar = graduate.grade
              LEFT JOIN vsoko_class class ON class.id = place.class_id
            """,
            blank=self._get_blank_sql("subject_id", "teacher_id"),
            id=row_id(SQL("graduate.id"), SQL("span.period_id")),
            spans=register_spans.spans(narrowing),
            near=narrowing.near("graduate.year_id"),
            stays=narrowing.near("stay.year_id"),
        )

    def _get_own_condition(self, alias):
        return SQL("%s IN (%s)", SQL.identifier(alias, "class_id"), self._get_homeroom_sql())
