from odoo import fields, models
from odoo.tools import SQL

from ...mixins.row_ids import row_id


class VsokoFactExpectedMark(models.Model):
    """One row per mark that a period should have: a pupil and a subject of the pupil's lessons.

    Pupils are those of the last day, lessons those of the teaching load on that day; a lesson
    with a list of pupils is expected for them alone. A class without a load is expected to have
    the subjects it has marks in, or, without any, those of the school: a class whose ledger is
    missing must not vanish from the count. The first grade has no marks, a class has none in
    terms of another kind than its own, a subject may go without marks; where there are some
    nevertheless, they are expected.
    """

    _name = "vsoko.fact.expected_mark"
    _inherit = ["vsoko.fact", "vsoko.own.mixin", "vsoko.led.mixin"]
    _auto = False
    _log_access = False
    _description = "Completeness of marks"
    _order = "class_id, subject_id, student_id"
    _rec_name = "student_id"
    _depends = {
        "vsoko.mark": ["student_id", "class_id", "subject_id", "period_id", "status"],
        "vsoko.enrolment": ["student_id", "class_id", "date_from", "date_to", "year_id"],
        "vsoko.teaching": [
            "class_id",
            "subject_id",
            "teacher_id",
            "date_from",
            "date_to",
            "student_ids",
            "year_id",
        ],
        "vsoko.class": ["grade", "level", "term_kind"],
        "vsoko.subject": ["without_marks"],
        "vsoko.period": ["kind", "date_end", "company_id", "year_id"],
    }

    has_mark = fields.Boolean(
        string="Is there", readonly=True, help="A mark, «н/а», «осв.», «зач.» or «незач.»"
    )

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            _EXPECTED,
            id=row_id(SQL("expected.id"), SQL("expected.subject_id"), SQL("expected.period_id")),
            periods=narrowing.of("period.company_id", "period.id", "period.year_id"),
            stays=narrowing.of(company="stay.company_id", year="stay.year_id"),
            lessons=narrowing.of(company="lesson.company_id", year="lesson.year_id"),
            marks=narrowing.of(company="mark.company_id", period="mark.period_id"),
        )

    def _get_own_condition(self, alias):
        return self.env["vsoko.mark"]._get_own_condition(alias)


_EXPECTED = """
    WITH marks AS MATERIALIZED (
        SELECT mark.id, mark.student_id, mark.class_id, mark.subject_id, mark.period_id
          FROM vsoko_mark mark WHERE mark.status <> 'no_mark' AND %(marks)s
    ), marked AS (
        SELECT DISTINCT period_id, class_id, subject_id FROM marks
    ), stays AS (
        SELECT stay.id, stay.student_id, stay.class_id, class.grade, class.level,
               period.id AS period_id, period.company_id
          FROM vsoko_period period
          JOIN vsoko_enrolment stay
            ON stay.year_id = period.year_id
           AND stay.date_from <= period.date_end
           AND (stay.date_to IS NULL OR stay.date_to > period.date_end)
          JOIN vsoko_class class ON class.id = stay.class_id
         WHERE %(periods)s AND %(stays)s
           AND (class.grade > 1 AND period.kind IN ('year', class.term_kind)
                OR (period.id, class.id) IN (SELECT period_id, class_id FROM marked))
    ), lessons AS (
        SELECT period.id AS period_id, lesson.class_id, lesson.subject_id, lesson.teacher_id,
               listed.vsoko_student_id AS student_id
          FROM vsoko_teaching lesson
          JOIN vsoko_period period
            ON period.year_id = lesson.year_id
           AND lesson.date_from <= period.date_end
           AND (lesson.date_to IS NULL OR lesson.date_to >= period.date_end)
          LEFT JOIN (
            SELECT * FROM vsoko_student_vsoko_teaching_rel
             WHERE vsoko_teaching_id = ANY(ARRAY(
                   SELECT lesson.id FROM vsoko_teaching lesson WHERE %(lessons)s))) listed
            ON listed.vsoko_teaching_id = lesson.id
         WHERE %(periods)s AND %(lessons)s
    ), pairs AS (
        SELECT stays.*, lessons.subject_id, lessons.teacher_id,
               lessons.student_id IS NOT NULL AS is_listed
          FROM stays
          JOIN lessons
            ON lessons.period_id = stays.period_id AND lessons.class_id = stays.class_id
           AND COALESCE(lessons.student_id, stays.student_id) = stays.student_id
         UNION ALL
        SELECT stays.*, marked.subject_id, NULL, FALSE
          FROM stays
          JOIN marked ON marked.period_id = stays.period_id AND marked.class_id = stays.class_id
         WHERE (stays.period_id, stays.class_id) NOT IN (SELECT period_id, class_id FROM lessons)
         UNION ALL
        SELECT stays.*, school.subject_id, NULL, FALSE
          FROM stays
          JOIN (SELECT DISTINCT period_id, subject_id FROM marked) school
            ON school.period_id = stays.period_id
         WHERE (stays.period_id, stays.class_id) NOT IN (SELECT period_id, class_id FROM lessons)
           AND (stays.period_id, stays.class_id) NOT IN (SELECT period_id, class_id FROM marked)
    ), expected AS (
        -- a list with the pupil comes before the whole class; two teachers are no certain one;
        -- the stay is carried along: joined again, each row would look through all stays
        SELECT id, student_id, class_id, grade, level, period_id, company_id, subject_id,
               CASE WHEN bool_or(is_listed) THEN
                    CASE WHEN min(teacher_id) FILTER (WHERE is_listed)
                            = max(teacher_id) FILTER (WHERE is_listed)
                         THEN min(teacher_id) FILTER (WHERE is_listed) END
                    WHEN min(teacher_id) = max(teacher_id) THEN min(teacher_id) END AS teacher_id
          FROM pairs
         GROUP BY id, student_id, class_id, grade, level, period_id, company_id, subject_id
    )
    SELECT %(id)s AS id,
           expected.company_id, expected.period_id, expected.level, expected.grade,
           expected.class_id, expected.subject_id, expected.teacher_id, expected.student_id,
           mark.id IS NOT NULL AS has_mark
      FROM expected
     -- one row, which the planner takes for a thousand: it expects a hundred rows of the groups
     -- above, and would look through all pupils, classes and subjects for each of the 75 000
     CROSS JOIN generate_series(1, (SELECT 1)) AS many
      JOIN vsoko_subject subject ON subject.id = expected.subject_id
      LEFT JOIN marks mark
        ON mark.student_id = expected.student_id AND mark.subject_id = expected.subject_id
       AND mark.period_id = expected.period_id
     WHERE mark.id IS NOT NULL OR NOT COALESCE(subject.without_marks, FALSE)
    -- a fence: with the condition of a record rule inside, nested loops over all lessons are chosen
    OFFSET 0
"""
