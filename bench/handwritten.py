"""The yardstick: what a good SQL programmer would write for this one set of indicators."""

from odoo.tools import SQL


def calculate(env, period, framework, run):
    """Store the same rows as the engine does, without looking at what is stored already."""
    ids = {indicator.code: indicator.id for indicator in framework.indicator_ids}
    weight = period.company_id.vsoko_not_attested_weight
    env.cr.execute(_marks(period, run, ids, weight))
    env.cr.execute(_terms(period, run, ids))
    env.cr.execute(_contingent(period, run, ids))


def _insert(period, run, body):
    return SQL(
        """
        INSERT INTO vsoko_indicator_value
               (period_id, company_id, run_id, indicator_id, scope, cell, level, grade, class_id,
                subject_id, teacher_id, student_id, numerator, denominator, value, n,
                missing_reason, status, previous_value, delta, has_previous)
        SELECT found.*, previous.value, found.value - previous.value,
               previous.value IS NOT NULL
          FROM (
        SELECT %(period)s, %(company)s, %(run)s, figure.id AS indicator_id, cells.scope,
               concat_ws(':', cells.scope, level, grade, class_id, subject_id, teacher_id,
                         student_id) AS cell,
               level, grade, class_id, subject_id, teacher_id, student_id,
               figure.numerator, figure.denominator, figure.value, figure.n,
               CASE WHEN figure.value IS NULL THEN 'empty_base' END,
               CASE WHEN figure.judged AND figure.n < 5 THEN 'grey'
                    WHEN figure.judged AND figure.value >= 50 THEN 'optimal'
                    WHEN figure.judged AND figure.value >= 35 THEN 'acceptable'
                    WHEN figure.judged AND figure.value >= 0 THEN 'critical' END
          FROM (%(body)s
          ) found
          LEFT JOIN vsoko_indicator_value previous
            ON previous.period_id = %(previous)s
           AND previous.indicator_id = found.indicator_id
           AND previous.cell = found.cell
        """,
        previous=period._get_previous().id or None,
        run=run.id,
        period=period.id,
        company=period.company_id.id,
        body=body,
    )


def _marks(period, run, ids, weight):
    return _insert(
        period,
        run,
        SQL(
            """
            SELECT CASE GROUPING(class.level, class.grade, enrolment.class_id, mark.subject_id,
                                 mark.teacher_id, mark.student_id)
                        WHEN 63 THEN 'school' WHEN 31 THEN 'level' WHEN 47 THEN 'grade'
                        WHEN 55 THEN 'class' WHEN 59 THEN 'subject' WHEN 61 THEN 'teacher'
                        WHEN 62 THEN 'student' WHEN 51 THEN 'class_subject'
                        WHEN 57 THEN 'teacher_subject' END AS scope,
                   class.level, class.grade, enrolment.class_id, mark.subject_id,
                   mark.teacher_id, mark.student_id,
                   count(*) FILTER (WHERE value IN (4, 5)) AS high,
                   count(*) FILTER (WHERE value IN (3, 4, 5)) AS passed,
                   count(*) FILTER (WHERE value IN (1, 2)) AS low,
                   count(*) FILTER (WHERE status = 'not_attested') AS na,
                   count(*) FILTER (WHERE status IN ('graded', 'not_attested')) AS base,
                   count(*) FILTER (WHERE status = 'graded') AS graded,
                   sum(value) AS total,
                   sum(CASE WHEN status = 'not_attested' THEN %(weight)s
                            WHEN value = 5 THEN 100 WHEN value = 4 THEN 64
                            WHEN value = 3 THEN 36 WHEN value > 0 THEN 16 END) AS points
              FROM vsoko_mark mark
              JOIN vsoko_enrolment enrolment
                ON enrolment.student_id = mark.student_id
               AND enrolment.date_from <= %(end)s
               AND (enrolment.date_to IS NULL OR enrolment.date_to > %(end)s)
              JOIN vsoko_class class ON class.id = enrolment.class_id
             WHERE mark.period_id = %(period)s
             GROUP BY GROUPING SETS ((), (level), (grade), (enrolment.class_id), (subject_id),
                   (teacher_id), (mark.student_id), (enrolment.class_id, subject_id),
                   (teacher_id, subject_id))) cells
             CROSS JOIN LATERAL (VALUES
                (%(quality)s, high::float8, base::float8, 100.0 * high / NULLIF(base, 0), base,
                 TRUE),
                (%(success)s, passed, base, 100.0 * passed / NULLIF(base, 0), base, TRUE),
                (%(sou)s, points, base, points / NULLIF(base, 0), base, TRUE),
                (%(average_mark)s, total, graded, total::float8 / NULLIF(graded, 0), graded,
                 TRUE),
                (%(failing_share)s, low, base, 100.0 * low / NULLIF(base, 0), base, TRUE),
                (%(not_attested)s, na, base, 100.0 * na / NULLIF(base, 0), base, TRUE)
             ) figure (id, numerator, denominator, value, n, judged)
            """,
            weight=weight,
            end=period.date_end,
            period=period.id,
            **{code: ids[code] for code in ids},
        ),
    )


def _terms(period, run, ids):
    return _insert(
        period,
        run,
        SQL(
            """
            SELECT CASE GROUPING(level, grade, class_id) WHEN 7 THEN 'school' WHEN 3 THEN 'level'
                        WHEN 5 THEN 'grade' WHEN 6 THEN 'class' END AS scope,
                   level, grade, class_id, NULL::int AS subject_id, NULL::int AS teacher_id,
                   NULL::int AS student_id,
                   count(*) FILTER (WHERE base > 0) AS base,
                   count(*) FILTER (WHERE base > 0 AND low + threes + fours = 0) AS excellent,
                   count(*) FILTER (WHERE low + threes = 0 AND fours > 0) AS good,
                   count(*) FILTER (WHERE low > 0) AS failing
              FROM (
                SELECT class.level, class.grade, enrolment.class_id,
                       count(mark.id) FILTER (WHERE status IN ('graded', 'not_attested')) AS base,
                       count(mark.id) FILTER (WHERE value = 4) AS fours,
                       count(mark.id) FILTER (WHERE value = 3) AS threes,
                       count(mark.id) FILTER (WHERE value IN (1, 2)
                                              OR status = 'not_attested') AS low
                  FROM vsoko_enrolment enrolment
                  JOIN vsoko_class class ON class.id = enrolment.class_id
                  LEFT JOIN vsoko_mark mark
                    ON mark.student_id = enrolment.student_id AND mark.period_id = %(period)s
                 WHERE enrolment.year_id = %(year)s
                   AND enrolment.date_from <= %(end)s
                   AND (enrolment.date_to IS NULL OR enrolment.date_to > %(end)s)
                 GROUP BY class.level, class.grade, enrolment.class_id, enrolment.student_id
              ) pupil
             GROUP BY GROUPING SETS ((), (level), (grade), (class_id))) cells
             CROSS JOIN LATERAL (VALUES
                (%(pupils_excellent)s, excellent::float8, base::float8,
                 100.0 * excellent / NULLIF(base, 0), base, FALSE),
                (%(pupils_good)s, good, base, 100.0 * good / NULLIF(base, 0), base, FALSE),
                (%(pupils_failing)s, failing, base, 100.0 * failing / NULLIF(base, 0), base,
                 FALSE)
             ) figure (id, numerator, denominator, value, n, judged)
            """,
            period=period.id,
            year=period.year_id.id,
            end=period.date_end,
            **{code: ids[code] for code in ids},
        ),
    )


def _contingent(period, run, ids):
    return _insert(
        period,
        run,
        SQL(
            """
            SELECT CASE GROUPING(level, grade, class_id) WHEN 7 THEN 'school' WHEN 3 THEN 'level'
                        WHEN 5 THEN 'grade' WHEN 6 THEN 'class' END AS scope,
                   class.level, class.grade, enrolment.class_id, NULL::int AS subject_id,
                   NULL::int AS teacher_id, NULL::int AS student_id,
                   count(*) FILTER (WHERE date_to IS NULL OR date_to > %(end)s) AS present,
                   count(*) FILTER (WHERE date_from > %(year_start)s) AS arrived,
                   count(*) FILTER (WHERE date_to <= %(end)s) AS departed
              FROM vsoko_enrolment enrolment
              JOIN vsoko_class class ON class.id = enrolment.class_id
             WHERE enrolment.company_id = %(company)s
               AND date_from <= %(end)s AND (date_to IS NULL OR date_to >= %(start)s)
             GROUP BY GROUPING SETS ((), (level), (grade), (class_id))) cells
             CROSS JOIN LATERAL (VALUES
                (%(contingent)s, present::float8, NULL::float8, present::float8, present, FALSE),
                (%(arrived)s, arrived, NULL, arrived, arrived, FALSE),
                (%(departed)s, departed, NULL, departed, departed, FALSE)
             ) figure (id, numerator, denominator, value, n, judged)
            """,
            company=period.company_id.id,
            start=period.date_start,
            end=period.date_end,
            year_start=period.year_id.date_start,
            **{code: ids[code] for code in ids},
        ),
    )
