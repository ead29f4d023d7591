from odoo import models
from odoo.tools import SQL

from ...evidence.mastery.element_points import by_year, judged


class VsokoRiskRule(models.Model):
    """Rules over what happens on days: absences, works by element, trial works."""

    _inherit = "vsoko.risk.rule"

    def _get_absence_sql(self, span):
        """Pupils who missed the threshold and more of the school days, for whatever reason."""
        return SQL(
            """
            SELECT student_id, NULL::integer AS subject_id, NULL::integer AS content_id,
                   days::float8 AS value, %(school_days)s::float8 AS compared
              FROM (
                SELECT student_id, sum(days) AS days FROM vsoko_absence absence
                 WHERE student_id IS NOT NULL AND %(time)s GROUP BY student_id
              ) missed
             WHERE %(school_days)s > 0 AND days * 100.0 >= %(school_days)s * %(threshold)s
            """,
            school_days=span.count_school_days(),
            threshold=self.threshold,
            time=_get_days(span),
        )

    def _get_absence_judged_sql(self, span):
        """Pupils of the classes whose absences are entered by name: where nobody is named the
        register may not be kept."""
        return SQL(
            """
            SELECT stay.student_id FROM vsoko_enrolment stay
             WHERE stay.class_id IN (
                   SELECT place.class_id FROM vsoko_absence absence
                     JOIN vsoko_enrolment place
                       ON place.student_id = absence.student_id
                      AND place.date_from <= absence.date
                      AND (place.date_to IS NULL OR place.date_to > absence.date)
                    WHERE %s)
            """,
            _get_days(span),
        )

    def _get_elements_sql(self, span):
        """Elements that are not mastered while the class has not yet come to the next one in the
        order of the codifier."""
        return SQL(
            """
            SELECT student_id, subject_id, element_id AS content_id, percent AS value,
                   NULL::float8 AS compared
              FROM (
                SELECT total.*, count(*) OVER (PARTITION BY total.student_id, total.subject_id)
                       AS places
                  FROM (%(totals)s) total
                  JOIN (%(order)s) following ON following.id = total.element_id
                 WHERE total.state = 'not_reached' AND following.next_id IS NOT NULL
                   AND (total.class_id, following.next_id) NOT IN (%(checked)s)
              ) place
             WHERE place.places >= %(least)s AND (%(most)s = 0 OR place.places <= %(most)s)
            """,
            totals=self._get_totals_sql(span),
            order=_FOLLOWING,
            checked=self._get_checked_sql(span),
            least=self.least,
            most=self.most,
        )

    def _get_elements_judged_sql(self, span):
        return SQL(
            "SELECT student_id FROM (%s) total WHERE state IN ('reached', 'not_reached')",
            self._get_totals_sql(span),
        )

    def _get_totals_sql(self, span):
        """Return the SELECT of the points of pupils by element of content until the last day;
        the kept sums of the year would know works that were written later."""
        points = by_year(self._get_works(span))
        return SQL("SELECT * FROM (%s) total WHERE kind = 0", judged(self.env, points))

    def _get_checked_sql(self, span):
        """Return the SELECT of the classes and elements that works have checked by then."""
        return SQL(
            """
            SELECT result.class_id, named.vsoko_content_element_id
              FROM vsoko_result result
              JOIN vsoko_assessment work ON work.id = result.assessment_id
              JOIN vsoko_test_task task ON task.test_id = work.test_id
              JOIN vsoko_content_element_vsoko_test_task_rel named
                ON named.vsoko_test_task_id = task.id
             WHERE %s
            """,
            self._get_works(span),
        )

    def _get_works(self, span):
        """Return the condition over ``work``: of the year, until the last day, no diagnostics."""
        return SQL(
            """work.company_id = %s AND work.year_id = %s AND work.date BETWEEN %s AND %s
               AND work.type_id IN (
                   SELECT id FROM vsoko_assessment_type WHERE rating_allowed)""",
            span.period.company_id.id,
            span.period.year_id.id,
            span.first,
            span.last,
        )

    def _get_border_sql(self, span):
        """The last trial work in a subject: below the least points, or so few points above."""
        return SQL(
            """
            SELECT student_id, subject_id, NULL::integer AS content_id, value, compared
              FROM (%(trials)s) trial
             WHERE CASE WHEN %(threshold)s = 0 THEN value < compared
                        ELSE value >= compared AND value < compared + %(threshold)s END
            """,
            trials=self._get_trials_sql(span),
            threshold=self.threshold,
        )

    def _get_border_judged_sql(self, span):
        return SQL("SELECT student_id FROM (%s) trial", self._get_trials_sql(span))

    def _get_trials_sql(self, span):
        """Return the SELECT of the last trial of each pupil in a subject with its least points:
        those of the 100-point scale, else the first ones of a «3»."""
        return SQL(
            """
            SELECT DISTINCT ON (fact.student_id, fact.subject_id)
                   fact.student_id, fact.subject_id, points.value, points.compared
              FROM (%(facts)s) fact
              JOIN vsoko_assessment work ON work.id = fact.assessment_id
             CROSS JOIN LATERAL (
               SELECT fact.test_score::float8 AS value,
                      work.minimum_test_score::float8 AS compared
                WHERE work.minimum_test_score > 0 AND fact.test_score IS NOT NULL
                UNION ALL
               SELECT fact.score::float8, band.min_score::float8
                 FROM vsoko_test_band band
                WHERE band.test_id = work.test_id AND band.mark = 3
                  AND COALESCE(work.minimum_test_score, 0) = 0 AND fact.score IS NOT NULL
             ) points
             WHERE work.date BETWEEN %(first)s AND %(last)s
             ORDER BY fact.student_id, fact.subject_id, work.date DESC, work.id DESC
            """,
            facts=self._select_facts(
                "result",
                self._get_condition() & self._get_time(span),
                "student_id",
                "subject_id",
                "assessment_id",
                "score",
                "test_score",
            ),
            first=span.first,
            last=span.last,
        )


def _get_days(span):
    """Return the condition over ``absence``: lines of the school that begin within the time."""
    return SQL(
        "absence.company_id = %s AND absence.date BETWEEN %s AND %s",
        span.period.company_id.id,
        span.first,
        span.last,
    )


# the element after each in the order of its codifier: «2.10» comes after «2.9», parts of a
# section follow one another
_FOLLOWING = SQL(
    """
    SELECT id, lead(id) OVER (
               PARTITION BY subject_id, company_id, grade_from, grade_to ORDER BY place) AS next_id
      FROM (
        SELECT element.*, ARRAY(
                   SELECT lpad(part, 8, '0')
                     FROM unnest(string_to_array(element.code, '.')) WITH ORDINALITY
                          AS split(part, number)
                    ORDER BY number) AS place
          FROM vsoko_content_element element
         WHERE element.active AND NOT EXISTS (
               SELECT 1 FROM vsoko_content_element part WHERE part.parent_id = element.id)
      ) leaf
    """
)
