from odoo import fields, models
from odoo.tools import SQL

from ...mixins.row_ids import row_id
from . import register_spans
from .vsoko_fact_injury import DEPENDS_ON_STAYS


class VsokoFactMentor(models.Model):
    """One row per teacher of the last day of a period: whether pupils of his or hers won.

    Prizes of the three years up to that day count, as for other results of staff.
    """

    _name = "vsoko.fact.mentor"
    _inherit = ["vsoko.fact", "vsoko.own.mixin"]
    _auto = False
    _log_access = False
    _description = "Teachers whose pupils win"
    _order = "teacher_id"
    _rec_name = "teacher_id"
    _totals_person = "teacher_id"
    _fact_dimensions = ("teacher_id",)
    _depends = {
        "vsoko.teacher": ["company_id", "date_hired", "date_left", "is_pedagogic", "active"],
        "vsoko.achievement": ["company_id", "date", "result", "mentor_ids"],
        "vsoko.period": DEPENDS_ON_STAYS["vsoko.period"],
    }

    achievements_kept = fields.Boolean(string="Achievements are kept", readonly=True)
    has_won = fields.Boolean(string="Prepared who won or took a prize", readonly=True)

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
                   period.achievements_kept,
                   won.teacher_id IS NOT NULL AS has_won
              FROM (
                SELECT period.*, (
                       SELECT TRUE FROM vsoko_achievement line
                        WHERE line.company_id = period.company_id AND line.date <= period.date_end
                        LIMIT 1) IS TRUE AS achievements_kept
                  FROM vsoko_period period
                 WHERE %(periods)s
              ) period
              JOIN vsoko_teacher teacher
                ON teacher.company_id = period.company_id
               AND (teacher.date_hired IS NULL OR teacher.date_hired <= period.date_end)
               AND (teacher.date_left IS NULL OR teacher.date_left > period.date_end)
              LEFT JOIN (
                SELECT DISTINCT period.id AS period_id, rel.vsoko_teacher_id AS teacher_id
                  FROM vsoko_period period
                  JOIN vsoko_achievement achievement
                    ON achievement.company_id = period.company_id
                   AND achievement.date <= period.date_end
                   AND achievement.date > period.date_end - interval '3 years'
                   AND achievement.result IN ('prize', 'winner') AND %(lines)s
                  JOIN vsoko_achievement_vsoko_teacher_rel rel
                    ON rel.vsoko_achievement_id = achievement.id
                   AND rel.vsoko_achievement_id = ANY(ARRAY(
                       SELECT achievement.id FROM vsoko_achievement achievement WHERE %(lines)s))
                 WHERE %(periods)s
              ) won ON won.period_id = period.id AND won.teacher_id = teacher.id
             WHERE teacher.active AND teacher.is_pedagogic
            """,
            blank=self._get_blank_sql("level", "grade", "class_id", "subject_id", "student_id"),
            id=row_id(SQL("teacher.id"), SQL("period.id")),
            periods=narrowing.of("period.company_id", "period.id", "period.year_id"),
            lines=register_spans.lines_before("achievement", 3, narrowing),
        )

    def _get_own_condition(self, alias):
        return SQL("%s IN (%s)", SQL.identifier(alias, "teacher_id"), self._get_own_teachers_sql())
