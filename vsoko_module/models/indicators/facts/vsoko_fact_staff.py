from odoo import fields, models
from odoo.tools import SQL

from ...mixins.row_ids import row_id
from ...school.vsoko_teacher import CATEGORIES, EDUCATION


class VsokoFactStaff(models.Model):
    """One row per period and member of staff who works in the school on its last day.

    Age and experience are those of that day; the years of experience are known for
    `experience_date` and grow from there.
    """

    _name = "vsoko.fact.staff"
    _inherit = ["vsoko.fact", "vsoko.own.mixin"]
    _auto = False
    _log_access = False
    _description = "Staff"
    _order = "teacher_id"
    _rec_name = "teacher_id"
    _totals_person = "teacher_id"
    _fact_dimensions = ("teacher_id",)
    _depends = {
        "vsoko.teacher": [
            "company_id",
            "date_hired",
            "date_left",
            "is_pedagogic",
            "education",
            "education_pedagogic",
            "category",
            "experience_years",
            "experience_date",
            "birthdate",
            "course_date",
            "course_fgos",
            "degree",
            "active",
        ],
        "vsoko.period": ["date_end", "company_id"],
    }

    is_pedagogic = fields.Boolean(string="Pedagogic worker", readonly=True)
    education = fields.Selection(EDUCATION, readonly=True)
    education_pedagogic = fields.Boolean(
        string="Pedagogic direction of the education", readonly=True
    )
    category = fields.Selection(CATEGORIES, string="Qualification category", readonly=True)
    experience_years = fields.Float(
        string="Pedagogic experience, years", readonly=True, aggregator="avg"
    )
    experience_known = fields.Boolean(
        readonly=True, help="An empty experience is unknown, not zero"
    )
    age = fields.Float(string="Age, years", readonly=True, aggregator="avg")
    has_degree = fields.Boolean(string="Academic degree", readonly=True)
    trained_recently = fields.Boolean(
        string="Trained in the last five years",
        readonly=True,
        help="The last course ended in the calendar year of the period or the four before it",
    )
    course_fgos = fields.Boolean(string="Trained for the federal standard (FGOS)", readonly=True)

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT %(id)s AS id,
                   teacher.company_id,
                   period.id AS period_id,
                   NULL::varchar AS level,
                   NULL::int AS grade,
                   NULL::int AS class_id,
                   NULL::int AS subject_id,
                   teacher.id AS teacher_id,
                   NULL::int AS student_id,
                   COALESCE(teacher.is_pedagogic, FALSE) AS is_pedagogic,
                   teacher.education,
                   COALESCE(teacher.education_pedagogic, FALSE) AS education_pedagogic,
                   teacher.category,
                   CASE WHEN teacher.experience_date IS NOT NULL
                             OR teacher.experience_years > 0
                        THEN COALESCE(teacher.experience_years, 0) + COALESCE(extract(
                             year FROM age(period.date_end, teacher.experience_date))::int, 0)
                   END AS experience_years,
                   teacher.experience_date IS NOT NULL OR teacher.experience_years > 0
                       AS experience_known,
                   extract(year FROM age(period.date_end, teacher.birthdate))::int AS age,
                   COALESCE(teacher.degree, '') <> '' AS has_degree,
                   COALESCE(extract(year FROM teacher.course_date)
                       > extract(year FROM period.date_end) - 5, FALSE) AS trained_recently,
                   COALESCE(teacher.course_fgos, FALSE) AS course_fgos
              FROM vsoko_teacher teacher
              JOIN vsoko_period period
                ON period.company_id = teacher.company_id
               AND (teacher.date_hired IS NULL OR teacher.date_hired <= period.date_end)
               AND (teacher.date_left IS NULL OR teacher.date_left > period.date_end)
             WHERE teacher.active AND %(teachers)s AND %(periods)s
            """,
            id=row_id(SQL("teacher.id"), SQL("period.id")),
            teachers=narrowing.of(company="teacher.company_id"),
            periods=narrowing.of("period.company_id", "period.id", "period.year_id"),
        )

    def _get_own_condition(self, alias):
        return SQL("%s IN (%s)", SQL.identifier(alias, "teacher_id"), self._get_own_teachers_sql())
