from odoo import fields, models
from odoo.tools import SQL

from ...mixins.row_ids import row_id
from . import register_spans
from .vsoko_fact_injury import DEPENDS_ON_STAYS

# kinds and marks of programmes → what a pupil of such a programme is said to be in
ATTENDED = {
    "in_extra": SQL("programme.kind = 'extra'"),
    "in_extracurricular": SQL("programme.kind = 'extracurricular'"),
    "by_interest": SQL("programme.by_interest"),
    "in_advanced": SQL("programme.is_advanced"),
    "in_profile": SQL("programme.is_profile"),
    "in_distance": SQL("programme.is_distance"),
    "in_network": SQL("programme.is_network"),
}
_WON = "achievement.result IN ('prize', 'winner')"
ACHIEVED = {
    "took_part": SQL("TRUE"),
    "has_won": SQL("achievement.result IN ('prize', 'winner')"),
    "won_school": SQL(f"{_WON} AND achievement.level = 'school'"),
    "won_municipal": SQL(f"{_WON} AND achievement.level = 'municipal'"),
    "won_regional": SQL(f"{_WON} AND achievement.level = 'regional'"),
    "won_federal": SQL(f"{_WON} AND achievement.level = 'federal'"),
    "won_international": SQL(f"{_WON} AND achievement.level = 'international'"),
}


class VsokoFactPupilActivity(models.Model):
    """One row per pupil of the last day of a period: what the pupil took part in during it.

    A pupil with five prizes is one row, so one pupil in all and one of each level.
    """

    _name = "vsoko.fact.pupil_activity"
    _inherit = ["vsoko.fact", "vsoko.own.mixin"]
    _auto = False
    _log_access = False
    _description = "Pupils in events and programmes"
    _order = "class_id, student_id"
    _rec_name = "student_id"
    _totals_person = "student_id"
    _fact_dimensions = ("level", "grade", "class_id", "student_id")
    _fact_universe = "pupils"
    _fact_key = ("student_id",)
    _fact_aspects = (
        (
            "achievements_kept",
            "took_part",
            "has_won",
            "won_school",
            "won_municipal",
            "won_regional",
            "won_federal",
            "won_international",
        ),
        (
            "programmes_kept",
            "in_extra",
            "in_extracurricular",
            "by_interest",
            "in_advanced",
            "in_profile",
            "in_distance",
            "in_network",
        ),
    )
    _depends = {
        "vsoko.achievement": ["company_id", "year_id", "date", "level", "result", "student_ids"],
        "vsoko.programme": [
            "company_id",
            "kind",
            "by_interest",
            "is_advanced",
            "is_profile",
            "is_distance",
            "is_network",
            "date_from",
            "date_to",
        ],
        "vsoko.programme.enrolment": ["programme_id", "student_id", "date_from", "date_to"],
        "vsoko.student": ["gender"],
        **DEPENDS_ON_STAYS,
    }

    gender = fields.Selection([("male", "Male"), ("female", "Female")], readonly=True)
    achievements_kept = fields.Boolean(
        string="Achievements are kept",
        readonly=True,
        help="The school has begun its register; before that nothing is known",
    )
    programmes_kept = fields.Boolean(string="Programmes are kept", readonly=True)
    took_part = fields.Boolean(string="Took part in an event", readonly=True)
    has_won = fields.Boolean(string="Won or took a prize", readonly=True)
    won_school = fields.Boolean(string="Prize of the school", readonly=True)
    won_municipal = fields.Boolean(string="Prize of the municipality", readonly=True)
    won_regional = fields.Boolean(string="Prize of the region", readonly=True)
    won_federal = fields.Boolean(string="Prize of the country", readonly=True)
    won_international = fields.Boolean(string="International prize", readonly=True)
    in_extra = fields.Boolean(string="In additional education", readonly=True)
    in_extracurricular = fields.Boolean(string="In extracurricular activity", readonly=True)
    by_interest = fields.Boolean(string="In a programme by interests", readonly=True)
    in_advanced = fields.Boolean(string="Studies subjects in depth", readonly=True)
    in_profile = fields.Boolean(string="In profile education", readonly=True)
    in_distance = fields.Boolean(string="Learns by distance technologies", readonly=True)
    in_network = fields.Boolean(string="Learns in the network form", readonly=True)

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        registers = {
            "achievements_kept": "vsoko_achievement",
            "programmes_kept": "vsoko_programme",
        }
        return SQL(
            """
            WITH span AS MATERIALIZED (%(spans)s),
                 achieved AS MATERIALIZED (%(achieved)s),
                 attended AS MATERIALIZED (%(attended)s)
            SELECT %(id)s AS id,
                   span.company_id,
                   span.period_id,
                   class.level,
                   class.grade,
                   stay.class_id,
                   %(blank)s,
                   stay.student_id,
                   student.gender,
                   span.achievements_kept,
                   span.programmes_kept,
                   %(columns)s
              FROM span
              JOIN vsoko_enrolment stay
                ON stay.company_id = span.company_id AND stay.date_from <= span.last
               AND (stay.date_to IS NULL OR stay.date_to > span.last) AND %(stays)s
              JOIN vsoko_class class ON class.id = stay.class_id
              JOIN vsoko_student student ON student.id = stay.student_id
              LEFT JOIN achieved ON achieved.period_id = span.period_id
                                AND achieved.student_id = stay.student_id
              LEFT JOIN attended ON attended.period_id = span.period_id
                                AND attended.student_id = stay.student_id
            """,
            blank=self._get_blank_sql("subject_id", "teacher_id"),
            id=row_id(SQL("stay.id"), SQL("span.period_id")),
            spans=register_spans.spans(narrowing, registers),
            achieved=self._get_achieved_sql(narrowing),
            attended=self._get_attended_sql(narrowing),
            columns=SQL(", ").join(
                SQL("COALESCE(%s, FALSE) AS %s", SQL.identifier(table, name), SQL.identifier(name))
                for table, names in (("achieved", ACHIEVED), ("attended", ATTENDED))
                for name in names
            ),
            stays=narrowing.near("stay.year_id"),
        )

    def _get_achieved_sql(self, narrowing):
        """Return the SELECT of each period and pupil with an achievement on one of its days."""
        return SQL(
            """
            SELECT span.period_id, rel.vsoko_student_id AS student_id, %(flags)s
              FROM span
              JOIN vsoko_achievement achievement
                ON achievement.company_id = span.company_id
               AND achievement.date BETWEEN span.first_day AND span.last_day AND %(near)s
              JOIN vsoko_achievement_vsoko_student_rel rel
                ON rel.vsoko_achievement_id = achievement.id AND %(lines)s
             GROUP BY span.period_id, rel.vsoko_student_id
            """,
            flags=_flags(ACHIEVED),
            near=narrowing.near("achievement.year_id"),
            lines=register_spans.of_lines_near(
                "rel.vsoko_achievement_id", "vsoko_achievement", narrowing
            ),
        )

    def _get_attended_sql(self, narrowing):
        """Return the SELECT of each period and pupil of a programme on one of its days."""
        return SQL(
            """
            SELECT span.period_id, enrolled.student_id, %(flags)s
              FROM span
              JOIN vsoko_programme programme
                ON programme.company_id = span.company_id
               AND programme.date_from <= span.last_day
               AND (programme.date_to IS NULL OR programme.date_to >= span.first_day) AND %(near)s
              JOIN vsoko_programme_enrolment enrolled
                ON enrolled.programme_id = programme.id
               AND enrolled.date_from <= span.last_day
               AND (enrolled.date_to IS NULL OR enrolled.date_to >= span.first_day)
               AND %(lines)s
             GROUP BY span.period_id, enrolled.student_id
            """,
            flags=_flags(ATTENDED),
            near=narrowing.near("programme.year_id"),
            lines=register_spans.of_lines_near(
                "enrolled.programme_id", "vsoko_programme", narrowing
            ),
        )

    def _get_own_condition(self, alias):
        return SQL("%s IN (%s)", SQL.identifier(alias, "class_id"), self._get_homeroom_sql())


def _flags(conditions):
    """SQL of what is true of any row of a group."""
    return SQL(", ").join(
        SQL("bool_or(%s) AS %s", condition, SQL.identifier(name))
        for name, condition in conditions.items()
    )
