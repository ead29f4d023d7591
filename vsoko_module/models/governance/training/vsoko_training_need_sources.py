from odoo import api, models
from odoo.tools import SQL

from ....tools.staff import TRAINING_YEARS
from ....tools.training.below import Taught, compare_with_the_rest
from ...evidence.mastery.element_points import by_year, judged
from ...evidence.staff.vsoko_staff_course import TRAINING
from ...evidence.staff.vsoko_staff_mixin import REMINDER_DAYS

# a criterion seen so often with no more than so many points is a direction
LOW_POINTS, LOW_VISITS = 1, 2


class VsokoTrainingNeed(models.Model):
    """Where needs are found: one query a source, each giving rows of fields of the need."""

    _inherit = "vsoko.training.need"

    @api.model
    def _find_needs(self, year, today):
        """Return the needs that there are in the school of a year on a day, as lists of values;
        what does not stand (``stands``) is told for the needs of which it was a ground before."""
        self.env.flush_all()
        return [
            *self._find_elements(year),
            *self._query(self._get_criteria_sql(year.company_id)),
            *self._query(self._get_courses_sql(year.company_id, today)),
            *self._query(self._get_categories_sql(year.company_id, today)),
        ]

    @api.model
    def _query(self, statement):
        return self.env.execute_query_dict(statement)

    @api.model
    def _find_elements(self, year):
        rows = self._query(self._get_elements_sql(year))
        known = {}
        for row in rows:
            group = (row["subject_id"], row["grade"], row["content_id"], row["skill_id"])
            counts = (row.pop("judged"), row.pop("reached"), row["occasions"])
            known[Taught(row["teacher_id"], group, *counts)] = row
        return [
            {
                **known[found.row],
                "value": found.own,
                "compared": found.rest,
                "people": found.people,
                "others": found.others,
                "stands": found.is_below,
            }
            for found in compare_with_the_rest(known)
        ]

    @api.model
    def _get_elements_sql(self, year):
        """Return the SELECT of how many pupils of each teacher and parallel were judged by an
        element and have reached it, in works of the school: external diagnostics are left out."""
        works = SQL(
            """work.company_id = %s AND work.year_id = %s AND work.state IN ('closed', 'analysed')
               AND work.type_id IN (SELECT id FROM vsoko_assessment_type WHERE rating_allowed)""",
            year.company_id.id,
            year.id,
        )
        return SQL(
            """
            SELECT 'element' AS kind, total.teacher_id, total.subject_id, class.grade,
                   content.id AS content_id, skill.id AS skill_id,
                   concat_ws(' ', COALESCE(content.code, skill.code),
                             COALESCE(content.name, skill.name)) AS theme,
                   count(*)::integer AS judged,
                   (count(*) FILTER (WHERE total.state = 'reached'))::integer AS reached,
                   max(total.works) AS occasions
              FROM (%s) total
              JOIN vsoko_class class ON class.id = total.class_id
              LEFT JOIN vsoko_content_element content
                ON total.kind = 0 AND content.id = total.element_id
              LEFT JOIN vsoko_skill skill ON total.kind = 1 AND skill.id = total.element_id
             WHERE total.state IN ('reached', 'not_reached') AND total.teacher_id IS NOT NULL
             GROUP BY total.teacher_id, total.subject_id, class.grade, content.id, skill.id
             ORDER BY total.teacher_id, total.subject_id, class.grade, content.id, skill.id
            """,
            judged(self.env, by_year(works)),
        )

    @api.model
    def _get_criteria_sql(self, company):
        """Return the SELECT of the criteria that several visited lessons have seen low; a doubled
        visit is one lesson, and low is what one of its sheets says; ``value`` is the share of
        low lessons."""
        return SQL(
            """
            SELECT lesson.*, lesson.occasions * 100.0::float8 / lesson.people AS value,
                   lesson.occasions >= %(visits)s AS stands
              FROM (
                SELECT 'criterion' AS kind, mark.teacher_id, mark.subject_id, mark.criterion_id,
                       max(criterion.name) AS theme,
                       count(DISTINCT (mark.date, mark.class_id))::integer AS people,
                       (count(DISTINCT (mark.date, mark.class_id))
                           FILTER (WHERE mark.points <= %(points)s))::integer AS occasions
                  FROM (%(recent)s) mark
                  JOIN vsoko_rubric_criterion criterion ON criterion.id = mark.criterion_id
                 WHERE mark.company_id = %(company)s AND mark.max_points > %(points)s
                 GROUP BY mark.teacher_id, mark.subject_id, mark.criterion_id
              ) lesson
            """,
            recent=self.env["vsoko.visit.profile"]._get_recent_sql(),
            company=company.id,
            points=LOW_POINTS,
            visits=LOW_VISITS,
        )

    @api.model
    def _get_courses_sql(self, company, today):
        """Return the SELECT of pedagogues at work whose last course is three years old by the law,
        or soon will be; what the list of staff says counts where the register has no line."""
        return SQL(
            """
            SELECT 'course' AS kind, teacher.id AS teacher_id, last.day
              FROM vsoko_teacher teacher
             CROSS JOIN LATERAL (
               SELECT COALESCE(
                   (SELECT max(course.date_end) FROM vsoko_staff_course course
                     WHERE course.teacher_id = teacher.id AND course.kind = ANY(%(kinds)s)),
                   teacher.stated_course_date) AS day
             ) last
             WHERE teacher.company_id = %(company)s AND teacher.active AND teacher.is_pedagogic
               AND (teacher.date_left IS NULL OR teacher.date_left > %(today)s)
               AND (last.day IS NULL
                    OR last.day + make_interval(years => %(years)s) <= %(today)s + %(soon)s)
            """,
            kinds=list(TRAINING),
            company=company.id,
            today=today,
            years=TRAINING_YEARS,
            soon=REMINDER_DAYS,
        )

    @api.model
    def _get_categories_sql(self, company, today):
        """Return the SELECT of pedagogues at work whose last result of the attestation ends soon
        or has ended."""
        return SQL(
            """
            SELECT 'category' AS kind, teacher.id AS teacher_id, last.date_end AS day
              FROM vsoko_teacher teacher
             CROSS JOIN LATERAL (
               SELECT line.date_end FROM vsoko_staff_attestation line
                WHERE line.teacher_id = teacher.id
                ORDER BY line.date DESC, line.id DESC LIMIT 1
             ) last
             WHERE teacher.company_id = %(company)s AND teacher.active AND teacher.is_pedagogic
               AND (teacher.date_left IS NULL OR teacher.date_left > %(today)s)
               AND last.date_end <= %(today)s + %(soon)s
            """,
            company=company.id,
            today=today,
            soon=REMINDER_DAYS,
        )
