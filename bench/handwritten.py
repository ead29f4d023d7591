"""The yardstick: what a good SQL programmer would write for this one set of indicators."""

from odoo.tools import SQL


def calculate(env, period, framework, run):
    """Store the same rows as the engine does, without looking at what is stored already."""
    ids = {indicator.code: indicator.id for indicator in framework.indicator_ids}
    weight = period.company_id.vsoko_not_attested_weight
    env.cr.execute(_completeness(period))
    env.cr.execute(_marks(period, run, ids, weight))
    env.cr.execute(_terms(period, run, ids))
    env.cr.execute(_contingent(period, run, ids))


def _completeness(period):
    """Each pupil of the last day in each subject of the load; the bench has no lists of groups."""
    return SQL(
        """
        INSERT INTO vsoko_completeness
               (period_id, company_id, scope, cell, level, grade, class_id, subject_id, teacher_id,
                student_id, expected, known, share)
        SELECT %(period)s, %(company)s, scope,
               concat_ws(':', scope, level, grade, class_id, subject_id, teacher_id, student_id),
               level, grade, class_id, subject_id, teacher_id, student_id, expected, known,
               100.0 * known / expected
          FROM (
            SELECT CASE GROUPING(class.level, class.grade, enrolment.class_id, lesson.subject_id,
                                 lesson.teacher_id, enrolment.student_id)
                        WHEN 63 THEN 'school' WHEN 31 THEN 'level' WHEN 47 THEN 'grade'
                        WHEN 55 THEN 'class' WHEN 59 THEN 'subject' WHEN 61 THEN 'teacher'
                        WHEN 62 THEN 'student' WHEN 51 THEN 'class_subject'
                        WHEN 57 THEN 'teacher_subject' END AS scope,
                   class.level, class.grade, enrolment.class_id, lesson.subject_id,
                   lesson.teacher_id, enrolment.student_id,
                   count(*) AS expected, count(mark.id) AS known
              FROM vsoko_enrolment enrolment
              JOIN vsoko_class class ON class.id = enrolment.class_id
              JOIN vsoko_teaching lesson
                ON lesson.class_id = class.id AND lesson.date_from <= %(end)s
               AND (lesson.date_to IS NULL OR lesson.date_to >= %(end)s)
              LEFT JOIN vsoko_mark mark
                ON mark.period_id = %(period)s AND mark.student_id = enrolment.student_id
               AND mark.subject_id = lesson.subject_id
             WHERE enrolment.year_id = %(year)s
               AND enrolment.date_from <= %(end)s
               AND (enrolment.date_to IS NULL OR enrolment.date_to > %(end)s)
             GROUP BY GROUPING SETS ((), (level), (grade), (enrolment.class_id),
                   (lesson.subject_id), (lesson.teacher_id), (enrolment.student_id),
                   (enrolment.class_id, lesson.subject_id),
                   (lesson.teacher_id, lesson.subject_id))) cells
        """,
        period=period.id,
        company=period.company_id.id,
        year=period.year_id.id,
        end=period.date_end,
    )


def _insert(period, run, body, rests_on_marks=True):
    return SQL(
        """
        INSERT INTO vsoko_indicator_value
               (period_id, company_id, run_id, indicator_id, scope, cell, level, grade, class_id,
                subject_id, teacher_id, student_id, numerator, denominator, value, n, people,
                missing_reason, completeness, status, grey_reason, previous_value, delta,
                rating_allowed, rule)
        SELECT %(period)s, %(company)s, %(run)s, found.id, found.scope, found.cell, level, grade,
               class_id, subject_id, teacher_id, student_id, numerator, denominator,
               found.value, n, people,
               CASE WHEN found.value IS NULL THEN 'empty_base' END, share,
               CASE WHEN NOT judged OR found.value IS NULL THEN NULL
                    WHEN share < 80 OR people < 5 THEN 'grey'
                    WHEN shown.value >= 50 THEN 'optimal'
                    WHEN shown.value >= 35 THEN 'acceptable' ELSE 'critical' END,
               CASE WHEN NOT judged OR found.value IS NULL THEN NULL
                    WHEN share < 80 THEN 'incomplete' WHEN people < 5 THEN 'few' END,
               previous.value,
               (shown.value - round(previous.value::numeric, indicator.digits))::float8,
               indicator.rating_allowed, indicator.rule
          FROM (
            SELECT figure.*, cells.scope, level, grade, class_id, subject_id, teacher_id,
                   student_id,
                   concat_ws(':', cells.scope, level, grade, class_id, subject_id, teacher_id,
                             student_id) AS cell
              FROM (%(body)s
          ) found
          JOIN vsoko_indicator indicator ON indicator.id = found.id
         CROSS JOIN LATERAL (
            SELECT round(found.value::numeric, indicator.digits) AS value) shown
          LEFT JOIN (SELECT cell, share FROM vsoko_completeness
                      WHERE period_id = %(period)s AND %(rests_on_marks)s) part
            ON part.cell = found.cell
          LEFT JOIN (SELECT indicator_id, cell, value FROM vsoko_indicator_value
                      WHERE period_id = %(previous)s) previous
            ON previous.indicator_id = found.id AND previous.cell = found.cell
        """,
        previous=period._get_previous().id or None,
        run=run.id,
        period=period.id,
        company=period.company_id.id,
        body=body,
        rests_on_marks=rests_on_marks,
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
                            WHEN value = 3 THEN 36 WHEN value = 2 THEN 16
                            WHEN value = 1 THEN 4 END) AS points
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
              LEFT JOIN (
                SELECT CASE GROUPING(class.level, class.grade, enrolment.class_id, mark.teacher_id)
                            WHEN 15 THEN 'school' WHEN 7 THEN 'level' WHEN 11 THEN 'grade'
                            WHEN 13 THEN 'class' WHEN 14 THEN 'teacher' END AS scope,
                       concat_ws(':', class.level, class.grade, enrolment.class_id,
                                 mark.teacher_id) AS key,
                       count(DISTINCT mark.student_id)
                           FILTER (WHERE status IN ('graded', 'not_attested')) AS base,
                       count(DISTINCT mark.student_id) FILTER (WHERE status = 'graded') AS graded
                  FROM vsoko_mark mark
                  JOIN vsoko_enrolment enrolment
                    ON enrolment.student_id = mark.student_id
                   AND enrolment.date_from <= %(end)s
                   AND (enrolment.date_to IS NULL OR enrolment.date_to > %(end)s)
                  JOIN vsoko_class class ON class.id = enrolment.class_id
                 WHERE mark.period_id = %(period)s
                 GROUP BY GROUPING SETS ((), (level), (grade), (enrolment.class_id), (teacher_id))
              ) people ON people.scope = cells.scope
                  AND people.key = concat_ws(':', level, grade, class_id, teacher_id)
             CROSS JOIN LATERAL (
                SELECT CASE cells.scope WHEN 'student' THEN LEAST(cells.base, 1)
                            ELSE COALESCE(people.base, cells.base) END AS all_people,
                       CASE cells.scope WHEN 'student' THEN LEAST(cells.graded, 1)
                            ELSE COALESCE(people.graded, cells.graded) END AS with_mark) who
             CROSS JOIN LATERAL (VALUES
                (%(quality)s, high::float8, cells.base::float8,
                 100.0 * high / NULLIF(cells.base, 0), cells.base, all_people, TRUE),
                (%(success)s, passed, cells.base, 100.0 * passed / NULLIF(cells.base, 0),
                 cells.base, all_people, TRUE),
                (%(sou)s, points, cells.base, points / NULLIF(cells.base, 0), cells.base,
                 all_people, TRUE),
                (%(average_mark)s, total, cells.graded,
                 total::float8 / NULLIF(cells.graded, 0), cells.graded, with_mark, TRUE),
                (%(failing_share)s, low, cells.base, 100.0 * low / NULLIF(cells.base, 0),
                 cells.base, all_people, TRUE),
                (%(not_attested)s, na, cells.base, 100.0 * na / NULLIF(cells.base, 0),
                 cells.base, all_people, TRUE)
             ) figure (id, numerator, denominator, value, n, people, judged)
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
                 100.0 * excellent / NULLIF(base, 0), base, base, FALSE),
                (%(pupils_good)s, good, base, 100.0 * good / NULLIF(base, 0), base, base, FALSE),
                (%(pupils_failing)s, failing, base, 100.0 * failing / NULLIF(base, 0), base,
                 base, FALSE)
             ) figure (id, numerator, denominator, value, n, people, judged)
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
                   count(*) FILTER (WHERE date_to <= %(end)s) AS departed,
                   count(DISTINCT student_id)
                       FILTER (WHERE date_to IS NULL OR date_to > %(end)s) AS present_people,
                   count(DISTINCT student_id)
                       FILTER (WHERE date_from > %(year_start)s) AS arrived_people,
                   count(DISTINCT student_id)
                       FILTER (WHERE date_to <= %(end)s) AS departed_people
              FROM vsoko_enrolment enrolment
              JOIN vsoko_class class ON class.id = enrolment.class_id
             WHERE enrolment.company_id = %(company)s
               AND date_from <= %(end)s AND (date_to IS NULL OR date_to >= %(start)s)
             GROUP BY GROUPING SETS ((), (level), (grade), (class_id))) cells
             CROSS JOIN LATERAL (VALUES
                (%(contingent)s, present::float8, NULL::float8, present::float8, present,
                 present_people, FALSE),
                (%(arrived)s, arrived, NULL, arrived, arrived, arrived_people, FALSE),
                (%(departed)s, departed, NULL, departed, departed, departed_people, FALSE)
             ) figure (id, numerator, denominator, value, n, people, judged)
            """,
            company=period.company_id.id,
            start=period.date_start,
            end=period.date_end,
            year_start=period.year_id.date_start,
            **{code: ids[code] for code in ids},
        ),
        rests_on_marks=False,
    )
