from odoo import fields, models
from odoo.tools import SQL

from ...mixins.row_ids import row_id
from ...school.vsoko_teacher import CATEGORIES, EDUCATION
from . import staff_registers


class VsokoFactStaff(models.Model):
    """One row per period and member of staff who works in the school on its last day.

    Age, education, category, courses and experience are those of that day: as the registers say,
    and where these have no line of the person, as the list of staff states. The years of the list
    are known for a day and grow from there.
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
    _fact_aspects = (("has_degree",),)
    _depends = {
        "vsoko.teacher": [
            "company_id",
            "date_hired",
            "date_left",
            "is_pedagogic",
            "birthdate",
            "degree",
            "active",
            "stated_education",
            "stated_education_pedagogic",
            "stated_category",
            "stated_experience_years",
            "stated_experience_date",
            "stated_course_date",
            "stated_course_fgos",
        ],
        "vsoko.period": ["date_end", "company_id"],
        **staff_registers.DEPENDS,
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
    trained_in_three_years = fields.Boolean(
        string="Trained in three years",
        readonly=True,
        help="The last course ended within three years up to the last day",
    )
    course_fgos = fields.Boolean(string="Trained for the federal standard (FGOS)", readonly=True)
    is_methodist = fields.Boolean(string="Teacher-methodologist", readonly=True)
    is_mentor = fields.Boolean(string="Teacher-mentor", readonly=True)
    diploma_judged = fields.Boolean(
        string="Diploma is compared",
        readonly=True,
        help="There are lessons on the last day, and a diploma says what it allows to teach",
    )
    diploma_matches = fields.Boolean(
        string="Diploma matches the lessons",
        readonly=True,
        help="All subjects that are taught on the last day are among those of the diplomas",
    )
    has_contest = fields.Boolean(string="Professional contest in three years", readonly=True)
    has_contest_above = fields.Boolean(
        string="Contest above the school in three years", readonly=True
    )
    has_innovation = fields.Boolean(string="Innovative work in three years", readonly=True)
    has_expert = fields.Boolean(string="Expert or jury in three years", readonly=True)
    has_technology = fields.Boolean(string="Technology in use in three years", readonly=True)
    has_methods = fields.Boolean(
        string="Shows methods in three years",
        readonly=True,
        help="A technology in use, an open lesson, a speech or a publication",
    )

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT %(id)s AS id,
                   teacher.company_id,
                   period.id AS period_id,
                   %(blank)s,
                   teacher.id AS teacher_id,
                   COALESCE(teacher.is_pedagogic, FALSE) AS is_pedagogic,
                   COALESCE(diploma.education, teacher.stated_education) AS education,
                   COALESCE(diploma.pedagogic, teacher.stated_education_pedagogic, FALSE)
                       AS education_pedagogic,
                   CASE WHEN attested.known THEN COALESCE(attested.category, 'none')
                        ELSE teacher.stated_category END AS category,
                   COALESCE(attested.is_methodist, FALSE) AS is_methodist,
                   COALESCE(attested.is_mentor, FALSE) AS is_mentor,
                   %(experience)s AS experience_years,
                   %(experience)s IS NOT NULL AS experience_known,
                   extract(year FROM age(period.date_end, teacher.birthdate))::int AS age,
                   COALESCE(teacher.degree, '') <> '' AS has_degree,
                   COALESCE(extract(year FROM COALESCE(trained.last, teacher.stated_course_date))
                       > extract(year FROM period.date_end) - 5, FALSE) AS trained_recently,
                   COALESCE(COALESCE(trained.last, teacher.stated_course_date)
                       > period.date_end - INTERVAL '3 years', FALSE) AS trained_in_three_years,
                   COALESCE(trained.fgos, teacher.stated_course_fgos, FALSE) AS course_fgos,
                   lessons.match IS NOT NULL AS diploma_judged,
                   COALESCE(lessons.match, FALSE) AS diploma_matches,
                   COALESCE(events.contest, FALSE) AS has_contest,
                   COALESCE(events.contest_above, FALSE) AS has_contest_above,
                   COALESCE(events.innovation, FALSE) AS has_innovation,
                   COALESCE(events.expert, FALSE) AS has_expert,
                   COALESCE(events.technology, FALSE) AS has_technology,
                   COALESCE(events.methods, FALSE) AS has_methods
              FROM vsoko_teacher teacher
              JOIN vsoko_period period
                ON period.company_id = teacher.company_id
               AND (teacher.date_hired IS NULL OR teacher.date_hired <= period.date_end)
               AND (teacher.date_left IS NULL OR teacher.date_left > period.date_end)
              %(registers)s
             WHERE teacher.active AND %(teachers)s AND %(periods)s
            """,
            blank=self._get_blank_sql("level", "grade", "class_id", "subject_id", "student_id"),
            id=row_id(SQL("teacher.id"), SQL("period.id")),
            experience=staff_registers.EXPERIENCE_YEARS,
            registers=staff_registers.joins(narrowing),
            teachers=narrowing.of(company="teacher.company_id"),
            periods=narrowing.of("period.company_id", "period.id", "period.year_id"),
        )

    def _get_own_condition(self, alias):
        return SQL("%s IN (%s)", SQL.identifier(alias, "teacher_id"), self._get_own_teachers_sql())
