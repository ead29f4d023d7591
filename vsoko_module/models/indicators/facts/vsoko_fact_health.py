from odoo import fields, models
from odoo.tools import SQL

from ...evidence.pupils import vsoko_health as health
from ...mixins.row_ids import row_id
from . import register_spans
from .vsoko_fact_injury import DEPENDS_ON_STAYS

LEAST = 5


class VsokoFactHealth(models.Model):
    """One row per pupil of the last day of a period who was examined in the year up to it.

    The medic alone reads the rows; everybody else gets figures, and none of them is of fewer than
    five examined pupils. So a row names its class only when the class has as many, and when those
    of the grade that are not named are as many together, or none: what is left cannot be found by
    subtraction. The same holds for grades in a level and levels in the school.
    """

    _name = "vsoko.fact.health"
    _inherit = ["vsoko.fact"]
    _auto = False
    _log_access = False
    _description = "Health of pupils"
    _order = "period_id, level, grade, class_id, id"
    _rec_name = "student_id"
    _totals_person = "student_id"
    _fact_dimensions = ("level", "grade", "class_id")
    _fact_unnamed_person = "student_id"
    _depends = {
        "vsoko.health": [
            "company_id",
            "date",
            "student_id",
            "is_examined",
            "health_group",
            "pe_group",
            "has_vision",
            "has_posture",
            "is_often_ill",
        ],
        **DEPENDS_ON_STAYS,
    }

    health_group = fields.Selection(health.HEALTH_GROUPS, string="Group of health", readonly=True)
    pe_group = fields.Selection(health.PE_GROUPS, string="Group of physical culture", readonly=True)
    has_vision = fields.Boolean(string="Eyesight impaired", readonly=True)
    has_posture = fields.Boolean(string="Posture impaired", readonly=True)
    is_often_ill = fields.Boolean(string="Often ill", readonly=True)
    was_often_ill = fields.Boolean(
        string="Often ill a year ago",
        readonly=True,
        help="Known when five and more pupils of the school were",
    )

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT %(id)s AS id,
                   named.company_id,
                   named.period_id,
                   CASE WHEN named.has_level THEN named.level END AS level,
                   CASE WHEN named.has_grade THEN named.grade END AS grade,
                   CASE WHEN named.has_grade AND named.of_class >= %(least)s
                             AND (named.unnamed = 0 OR named.unnamed >= %(least)s)
                        THEN named.class_id END AS class_id,
                   %(blank)s,
                   named.student_id,
                   named.health_group,
                   named.pe_group,
                   named.has_vision,
                   named.has_posture,
                   named.is_often_ill,
                   named.was_often_ill AND named.were_often_ill >= %(least)s AS was_often_ill
              FROM (
                SELECT graded.*,
                       graded.has_level AND graded.of_grade >= %(least)s
                           AND (graded.unnamed_grades = 0 OR graded.unnamed_grades >= %(least)s)
                           AS has_grade,
                       count(*) FILTER (WHERE graded.of_class < %(least)s)
                           OVER (PARTITION BY graded.period_id, graded.grade) AS unnamed
                  FROM (
                    SELECT levelled.*,
                           levelled.of_level >= %(least)s
                               AND (levelled.unnamed_levels = 0
                                    OR levelled.unnamed_levels >= %(least)s) AS has_level
                      FROM (%(counted)s) levelled
                  ) graded
              ) named
             WHERE named.of_school >= %(least)s
            """,
            blank=self._get_blank_sql("subject_id", "teacher_id"),
            id=row_id(SQL("named.stay_id"), SQL("named.period_id")),
            least=LEAST,
            counted=self._get_counted_sql(narrowing),
        )

    def _get_counted_sql(self, narrowing):
        """Return the SELECT of the examined with how many there are of each part of the school,
        and in how small parts."""
        return SQL(
            """
            SELECT sized.*,
                   count(*) FILTER (WHERE sized.of_level < %(least)s)
                       OVER (PARTITION BY sized.period_id) AS unnamed_levels,
                   count(*) FILTER (WHERE sized.of_grade < %(least)s)
                       OVER (PARTITION BY sized.period_id, sized.level) AS unnamed_grades
              FROM (
                SELECT examined.*,
                       count(*) OVER (PARTITION BY period_id) AS of_school,
                       count(*) OVER (PARTITION BY period_id, level) AS of_level,
                       count(*) OVER (PARTITION BY period_id, grade) AS of_grade,
                       count(*) OVER (PARTITION BY period_id, class_id) AS of_class,
                       count(*) FILTER (WHERE was_often_ill)
                           OVER (PARTITION BY period_id) AS were_often_ill
                  FROM (%(examined)s) examined
              ) sized
            """,
            least=LEAST,
            examined=self._get_examined_sql(narrowing),
        )

    def _get_examined_sql(self, narrowing):
        return SQL(
            """
            SELECT stay.id AS stay_id, period.company_id, period.id AS period_id,
                   class.level, class.grade, stay.class_id, stay.student_id,
                   now.health_group, now.pe_group,
                   COALESCE(now.has_vision, FALSE) AS has_vision,
                   COALESCE(now.has_posture, FALSE) AS has_posture,
                   COALESCE(now.is_often_ill, FALSE) AS is_often_ill,
                   COALESCE(before.is_often_ill, FALSE) AS was_often_ill
              FROM vsoko_period period
              JOIN vsoko_enrolment stay
                ON stay.company_id = period.company_id AND stay.date_from <= period.date_end
               AND (stay.date_to IS NULL OR stay.date_to > period.date_end) AND %(stays)s
              JOIN vsoko_class class ON class.id = stay.class_id
              JOIN (%(now)s) now
                ON now.period_id = period.id AND now.student_id = stay.student_id
               AND now.is_examined
              LEFT JOIN (%(before)s) before
                ON before.period_id = period.id AND before.student_id = stay.student_id
             WHERE %(periods)s
            """,
            stays=narrowing.near("stay.year_id"),
            now=self._get_latest_sql(narrowing, 0),
            before=self._get_latest_sql(narrowing, 1),
            periods=narrowing.of("period.company_id", "period.id", "period.year_id"),
        )

    def _get_latest_sql(self, narrowing, years):
        """Return the SELECT of the last findings of each pupil in the year that ended so many
        years before the last day of a period."""
        return SQL(
            """
            SELECT DISTINCT ON (period.id, line.student_id)
                   period.id AS period_id, line.student_id, line.is_examined, line.health_group,
                   line.pe_group, line.has_vision, line.has_posture, line.is_often_ill
              FROM vsoko_period period
              JOIN vsoko_health line
                ON line.company_id = period.company_id
               AND line.date <= period.date_end - make_interval(years => %(years)s)
               AND line.date > period.date_end - make_interval(years => %(before)s)
             WHERE %(periods)s AND %(lines)s
             ORDER BY period.id, line.student_id, line.date DESC
            """,
            years=years,
            before=years + 1,
            lines=register_spans.lines_before("line", years + 1, narrowing),
            periods=narrowing.of("period.company_id", "period.id", "period.year_id"),
        )

    def _get_comparable(self):
        """A condition names nobody and no class: figures are of all the examined of a cell."""
        named = {"health_group", "pe_group", "has_vision", "has_posture"}
        named |= {"is_often_ill", "was_often_ill"}
        return {path: kind for path, kind in super()._get_comparable().items() if path in named}
