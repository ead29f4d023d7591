from odoo import api, fields, models
from odoo.tools import SQL

from ..evidence.mastery.element_points import NAMED
from ..evidence.mastery.vsoko_element_total import STATES
from ..evidence.points import Points
from ..mixins.row_ids import row_id
from ..school.vsoko_class import LEVELS

KINDS = [("content", "Element of content"), ("skill", "Skill")]


class VsokoMastery(models.Model):
    """What a pupil has mastered: one row per pupil and planned result over all works of a year.

    A planned result is an element of content or a skill that a work of the pupil's class checks.
    One that no work of the class has checked, though the parallel's have or the codifier gives it
    for the grade, is one row of the class without a pupil. `pupil_count` is 1 or the size of the
    class, so that its sums are right in both cases.
    """

    _name = "vsoko.mastery"
    _inherit = ["vsoko.own.mixin", "vsoko.led.mixin", "vsoko.totals.mixin"]
    _auto = False
    _log_access = False
    _description = "Mastery of planned results"
    _order = "class_id, student_id, subject_id, element"
    _rec_name = "element"
    _depends = {
        "vsoko.element.total": ["tasks", "points", "max_points", "achievement_id", "state"],
        "vsoko.test.task": ["test_id", "content_ids", "skill_ids"],
        "vsoko.assessment": ["test_id", "subject_id", "class_ids", "state"],
        "vsoko.content.element": ["code", "name", "subject_id", "grade_from", "grade_to", "active"],
        "vsoko.skill": ["code", "name"],
        "vsoko.class": ["grade", "level", "year_id"],
        "vsoko.teaching": ["class_id", "subject_id"],
        "vsoko.enrolment": ["class_id", "date_from", "date_to"],
        "vsoko.year": ["date_start", "date_end"],
    }

    company_id = fields.Many2one("res.company", string="School", readonly=True)
    year_id = fields.Many2one("vsoko.year", string="School year", readonly=True)
    level = fields.Selection(LEVELS, readonly=True)
    grade = fields.Integer(readonly=True, aggregator=None)
    class_id = fields.Many2one("vsoko.class", string="Class", readonly=True)
    subject_id = fields.Many2one("vsoko.subject", string="Subject", readonly=True)
    teacher_id = fields.Many2one("vsoko.teacher", string="Teacher", readonly=True)
    student_id = fields.Many2one("vsoko.student", string="Pupil", readonly=True)
    kind = fields.Selection(KINDS, string="Kind of planned result", readonly=True)
    element = fields.Char(string="Planned result", readonly=True)
    content_id = fields.Many2one(
        "vsoko.content.element", string="Element of content", readonly=True
    )
    skill_id = fields.Many2one("vsoko.skill", string="Skill", readonly=True)
    works = fields.Integer(readonly=True, aggregator=None)
    tasks = fields.Integer(readonly=True)
    points = Points(readonly=True)
    max_points = Points(string="Greatest points", readonly=True)
    percent = fields.Float(string="Done, %", readonly=True, aggregator=None, digits=(5, 1))
    last_date = fields.Date(string="Checked last", readonly=True)
    achievement_id = fields.Many2one(
        "vsoko.achievement.level", string="Level of mastery", readonly=True
    )
    state = fields.Selection(
        STATES,
        readonly=True,
        help="By the levels of achievement in the settings, where the origin of each border stands",
    )
    pupil_count = fields.Integer(string="Results of pupils", readonly=True)

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT found.id, found.company_id, found.year_id, class.level, class.grade,
                   found.class_id, found.subject_id, found.teacher_id, found.student_id,
                   CASE found.kind WHEN 0 THEN 'content' ELSE 'skill' END AS kind,
                   COALESCE(content.code || ' ' || content.name,
                            skill.code || ' ' || skill.name) AS element,
                   content.id AS content_id, skill.id AS skill_id,
                   found.works, found.tasks, found.points, found.max_points, found.percent,
                   found.last_date, found.achievement_id, found.state, found.pupil_count
              FROM (%(pupils)s UNION ALL %(classes)s) found
              LEFT JOIN vsoko_class class ON class.id = found.class_id
              LEFT JOIN vsoko_content_element content
                ON found.kind = 0 AND content.id = found.element_id
              LEFT JOIN vsoko_skill skill ON found.kind = 1 AND skill.id = found.element_id
            """,
            pupils=self._get_pupils_sql(),
            classes=self._get_unchecked_sql(),
        )

    def _get_pupils_sql(self):
        """Return the SELECT of the kept sums; the numbers of their rows are even."""
        return SQL(
            """
            SELECT id::bigint * 2 AS id,
                   company_id, year_id, class_id, subject_id, teacher_id, student_id, kind,
                   element_id, works, tasks, points, max_points,
                   points * 100.0::float8 / max_points AS percent, last_date,
                   achievement_id, state, 1 AS pupil_count
              FROM vsoko_element_total
            """
        )

    def _get_unchecked_sql(self):
        """Return the SELECT of planned results that no work of a class has checked."""
        return SQL(
            """
            SELECT (%(element)s << 2) + (kind << 1) + 1 AS id,
                   planned.company_id, planned.year_id, planned.class_id, planned.subject_id,
                   NULL::integer AS teacher_id, NULL::integer AS student_id, kind, element_id,
                   0 AS works, 0 AS tasks, NULL::numeric AS points, NULL::numeric AS max_points,
                   NULL::float8 AS percent, NULL::date AS last_date,
                   NULL::integer AS achievement_id, 'not_checked' AS state,
                   COALESCE(size.pupils, 0) AS pupil_count
              FROM (
                (%(by_codifier)s UNION %(by_parallel)s) EXCEPT %(checked)s
              ) planned
              LEFT JOIN (
                SELECT enrolment.class_id, count(*)::integer AS pupils
                  FROM vsoko_enrolment enrolment
                  JOIN vsoko_class class ON class.id = enrolment.class_id
                  JOIN vsoko_year year ON year.id = class.year_id
                 WHERE GREATEST(year.date_start, LEAST(%(today)s, year.date_end))
                       >= enrolment.date_from
                   AND (enrolment.date_to IS NULL OR enrolment.date_to
                       > GREATEST(year.date_start, LEAST(%(today)s, year.date_end)))
                 GROUP BY enrolment.class_id
              ) size ON size.class_id = planned.class_id
            """,
            element=row_id(SQL("planned.class_id"), SQL("element_id")),
            by_codifier=_BY_CODIFIER,
            by_parallel=_BY_PARALLEL,
            checked=_CHECKED,
            today=fields.Date.context_today(self),
        )

    def _get_own_condition(self, alias):
        return self.env["vsoko.mark"]._get_own_condition(alias)

    @api.model
    def action_open(self):
        """Open the results of the current year, first those of one subject: thousands of planned
        results of all subjects say nothing at a glance."""
        year = self.env["vsoko.year"].search(
            [("state", "=", "current"), ("company_id", "=", self.env.company.id)], limit=1
        )
        works = self.env["vsoko.element.share"]._get_works()
        subjects = works.filtered(lambda work: work.year_id == year).subject_id
        first = subjects.sorted("sequence, name")[:1]
        return self._open_action(
            "vsoko_module.vsoko_mastery_action",
            context={"search_default_year_id": year.id, "search_default_subject_id": first.id},
        )


# elements of the codifier for the grade in the subjects that the class is taught; a line for all
# grades from 1 to 11 is bound to none
_BY_CODIFIER = SQL(
    """
    SELECT DISTINCT class.company_id, class.year_id, class.id AS class_id, content.subject_id,
           0 AS kind, content.id AS element_id
      FROM vsoko_class class
      JOIN vsoko_teaching lesson ON lesson.class_id = class.id
      JOIN vsoko_content_element content
        ON content.subject_id = lesson.subject_id AND content.active
       AND class.grade BETWEEN content.grade_from AND content.grade_to
       AND (content.grade_from > 1 OR content.grade_to < 11)
       AND (content.company_id IS NULL OR content.company_id = class.company_id)
     WHERE NOT EXISTS (
           SELECT 1 FROM vsoko_content_element part WHERE part.parent_id = content.id)
    """
)
_WORKS = SQL(
    """vsoko_assessment work
       JOIN vsoko_assessment_vsoko_class_rel rel ON rel.vsoko_assessment_id = work.id
       JOIN vsoko_class class ON class.id = rel.vsoko_class_id
       JOIN vsoko_test_task task ON task.test_id = work.test_id
       JOIN (%s) named ON named.task_id = task.id AND work.state <> 'planned'""",
    NAMED,
)
_CHECKED = SQL(
    """SELECT class.company_id, class.year_id, class.id, work.subject_id, named.kind,
              named.element_id
         FROM %s""",
    _WORKS,
)
_BY_PARALLEL = SQL(
    """SELECT other.company_id, other.year_id, other.id, work.subject_id, named.kind,
              named.element_id
         FROM %s
         JOIN vsoko_class other ON other.year_id = class.year_id AND other.grade = class.grade""",
    _WORKS,
)
