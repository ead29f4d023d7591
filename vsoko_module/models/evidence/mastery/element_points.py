"""SQL over the points for elements of content and skills, which several read-only models share."""

from odoo.tools import SQL

from ...mixins.shown_figures import shown_sql

# which fields these statements read
DEPENDS = {
    "vsoko.result": ["assessment_id", "student_id", "class_id", "teacher_id", "attendance"],
    "vsoko.task.score": ["result_id", "task_id", "score"],
    "vsoko.test.task": ["test_id", "max_score", "content_ids", "skill_ids"],
    "vsoko.assessment": ["test_id", "subject_id", "date", "year_id", "company_id", "state"],
    "vsoko.achievement.level": ["kind", "min_percent", "is_reached", "company_id"],
    "vsoko.content.element": ["code", "name", "subject_id", "grade_from", "grade_to", "active"],
    "vsoko.skill": ["code", "name", "subject_id", "active"],
    "vsoko.class": ["grade", "level", "year_id"],
    "res.company": ["vsoko_least_element_tasks"],
}

# which elements (kind 0) and skills (kind 1) a task checks
NAMED = SQL(
    """SELECT vsoko_test_task_id AS task_id, 0 AS kind, vsoko_content_element_id AS element_id
         FROM vsoko_content_element_vsoko_test_task_rel
        UNION ALL
       SELECT vsoko_test_task_id, 1, vsoko_skill_id FROM vsoko_skill_vsoko_test_task_rel"""
)

ALL_FACTS = SQL("TRUE")


def by_work(facts=ALL_FACTS):
    """Return the SELECT of one row per result and element.

    A task counts for a pupil who was present and has points or «not reached» for it: without any
    such task ``tasks`` is 0 and the points are empty.

    :param facts: condition over ``result`` and ``work``, the rows of the two tables to read
    """
    return SQL(_BY_WORK, named=NAMED, facts=facts)


def by_year(facts=ALL_FACTS):
    """Return the SELECT of one row per pupil, class, subject and element over all works of a year.

    Who changed the class has a row in each: a work belongs to the class where it was written.
    """
    return SQL(_BY_YEAR, by_work=by_work(facts))


_BY_WORK = """
    SELECT work.company_id, work.year_id, result.class_id, work.subject_id, result.student_id,
           work.id AS assessment_id, work.date, named.kind, named.element_id,
           result.id AS result_id, result.teacher_id,
           count(score.id) AS tasks,
           count(score.id) FILTER (WHERE score.score >= task.max_score) AS full_tasks,
           sum(COALESCE(score.score, 0)) FILTER (WHERE score.id IS NOT NULL) AS points,
           sum(task.max_score) FILTER (WHERE score.id IS NOT NULL) AS max_points
      FROM vsoko_result result
      JOIN vsoko_assessment work ON work.id = result.assessment_id
      JOIN vsoko_test_task task ON task.test_id = work.test_id
      JOIN (%(named)s) named ON named.task_id = task.id
      LEFT JOIN vsoko_task_score score
        ON score.result_id = result.id AND score.task_id = task.id
       AND result.attendance = 'present'
     WHERE %(facts)s
     GROUP BY work.id, result.id, named.kind, named.element_id
"""
_BY_YEAR = """
    SELECT company_id, year_id, class_id, subject_id, student_id, kind, element_id,
           min(result_id) AS result_id,
           max(teacher_id) AS teacher_id,
           sum(tasks)::integer AS tasks,
           (count(*) FILTER (WHERE tasks > 0))::integer AS works,
           sum(points) AS points,
           sum(max_points) AS max_points,
           max(date) FILTER (WHERE tasks > 0) AS last_date
      FROM (%(by_work)s) by_work
     GROUP BY company_id, year_id, class_id, subject_id, student_id, kind, element_id
"""


def judged(env, source):
    """Return the SELECT of `source` with ``percent``, ``achievement_id`` and ``state``.

    :param source: a SELECT of points, as those above
    """
    return SQL(
        """
        SELECT points.*, share.percent AS percent, level.id AS achievement_id,
               CASE WHEN points.tasks = 0 THEN 'not_checked'
                    WHEN points.tasks < company.vsoko_least_element_tasks THEN 'few'
                    WHEN level.is_reached THEN 'reached'
                    ELSE 'not_reached' END AS state
          FROM (%(source)s) points
          JOIN res_company company ON company.id = points.company_id
         -- the level judges the share as it is shown, see tools.numbers
         CROSS JOIN LATERAL (
           SELECT points.points * 100.0::float8 / points.max_points AS percent
          ) share
          LEFT JOIN (%(levels)s) level
            ON level.company_id = points.company_id
           AND %(shown)s >= level.lower AND (level.upper IS NULL OR %(shown)s < level.upper)
        """,
        source=source,
        shown=shown_sql(SQL("share.percent"), 1),
        levels=env["vsoko.achievement.level"]._get_scales_sql("element"),
    )
