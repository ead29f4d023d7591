"""Set-based statements of the load of marks: a constant number of them for any file.

The staging table lives until the end of the transaction and holds resolved ids only.
"""

import io

from odoo.tools import SQL

from . import marks_journal

SAME_PLACE = SQL(
    "mark.student_id = stage.student_id AND mark.subject_id = stage.subject_id"
    " AND mark.period_id = stage.period_id"
)
# what a ledger says of a place: the mark, that of the exam, the final one, each with its kind
STATE = SQL(
    "COALESCE(mark.value, 0), mark.status, COALESCE(mark.exam_value, 0), mark.exam_status,"
    " COALESCE(mark.final_value, 0), mark.final_status"
)


def _merged(given):
    """Return what the STATE of a stored `mark` becomes; what a file does not give it does not
    take away.

    :param given: "stage" or "excluded"
    """
    return SQL(
        """
        CASE WHEN %(new)s.status = 'no_mark' THEN COALESCE(mark.value, 0) ELSE %(new)s.value END,
        CASE WHEN %(new)s.status = 'no_mark' THEN mark.status ELSE %(new)s.status END,
        CASE WHEN %(new)s.exam_status IS NULL THEN COALESCE(mark.exam_value, 0)
             ELSE %(new)s.exam_value END,
        COALESCE(%(new)s.exam_status, mark.exam_status),
        CASE WHEN %(new)s.final_status IS NULL THEN COALESCE(mark.final_value, 0)
             ELSE %(new)s.final_value END,
        COALESCE(%(new)s.final_status, mark.final_status)
        """,
        new=SQL.identifier(given),
    )


def _differs(given):
    return SQL(
        "(%(stored)s, mark.class_id) IS DISTINCT FROM (%(merged)s, %(new)s.class_id)",
        stored=STATE,
        merged=_merged(given),
        new=SQL.identifier(given),
    )


DIFFERS = _differs("stage")


def stage(env, facts):
    """Fill the staging table.

    :param facts: ``(student, subject, period, class, row, value, status, exam value, exam status,
        final value, final status)``; the status is "no_mark" where the file has no mark of the
        period, that of the exam or of the final mark None where it has none; values are then 0
    """
    env.flush_all()
    env.cr.execute(
        SQL(
            """
            CREATE TEMP TABLE IF NOT EXISTS vsoko_mark_stage (
                student_id integer, subject_id integer, period_id integer, class_id integer,
                source_row integer, value integer, status varchar,
                exam_value integer, exam_status varchar, final_value integer, final_status varchar
            ) ON COMMIT DROP;
            TRUNCATE vsoko_mark_stage
            """
        )
    )
    lines = "".join(
        "\t".join("\\N" if value is None else str(value) for value in fact) + "\n" for fact in facts
    )
    env.cr.copy_expert("COPY vsoko_mark_stage FROM STDIN", io.StringIO(lines))
    env.cr.execute(SQL("ANALYZE vsoko_mark_stage"))
    _find_classes(env)


def _find_classes(env):
    """Replace the class that the file names by that of the last day of each period.

    A ledger of the new class brings marks of the past, too; they stay where they were given.
    """
    env.cr.execute(
        SQL(
            """
            UPDATE vsoko_mark_stage stage
               SET class_id = found.class_id
              FROM (
                SELECT place.student_id, place.period_id, (%s) AS class_id
                  FROM (SELECT DISTINCT student_id, period_id FROM vsoko_mark_stage) place
                  JOIN vsoko_period period ON period.id = place.period_id
              ) found
             WHERE found.student_id = stage.student_id AND found.period_id = stage.period_id
               AND found.class_id <> stage.class_id
            """,
            env["vsoko.mark"]._get_class_sql(
                SQL("place.student_id"), SQL("period.year_id"), SQL("period.date_end")
            ),
        )
    )


def drop_approved(env):
    """Leave out marks that would change an approved period; ``[(period id, number)]`` of them.

    The periods are locked against being approved until the end of the transaction.
    """
    return env.execute_query(
        SQL(
            """
            WITH period AS (
                SELECT id, state FROM vsoko_period
                 WHERE id IN (SELECT period_id FROM vsoko_mark_stage)
                 ORDER BY id FOR SHARE
            ), refused AS (
                DELETE FROM vsoko_mark_stage stage USING period
                 WHERE period.id = stage.period_id AND period.state = 'approved'
                   AND NOT EXISTS (SELECT 1 FROM vsoko_mark mark
                                    WHERE %s AND NOT %s)
                RETURNING stage.period_id
            )
            SELECT period_id, count(*) FROM refused GROUP BY period_id ORDER BY period_id
            """,
            SAME_PLACE,
            DIFFERS,
        )
    )


def counts(env):
    """Numbers of staged marks that are new, that change a mark, that are there already."""
    return env.execute_query(
        SQL(
            """
            SELECT count(*) FILTER (WHERE mark.id IS NULL),
                   count(*) FILTER (WHERE mark.id IS NOT NULL AND %(differs)s),
                   count(*) FILTER (WHERE mark.id IS NOT NULL AND NOT %(differs)s)
              FROM vsoko_mark_stage stage LEFT JOIN vsoko_mark mark ON %(place)s
            """,
            differs=DIFFERS,
            place=SAME_PLACE,
        )
    )[0]


def changes(env, limit):
    """``[(row, pupil, subject, period, old, new)]``; old and new are STATE and the names of the
    class and the teacher; a missing teacher is None."""
    rows = env.execute_query(
        SQL(
            """
            SELECT stage.source_row, student.name, subject.name, period.name,
                   %(stored)s, old_class.name, old_teacher.name,
                   %(merged)s, new_class.name, new_teacher.name
              FROM vsoko_mark_stage stage
              JOIN vsoko_mark mark ON %(place)s
              JOIN vsoko_student student ON student.id = mark.student_id
              JOIN vsoko_subject subject ON subject.id = mark.subject_id
              JOIN vsoko_period period ON period.id = mark.period_id
              JOIN vsoko_class old_class ON old_class.id = mark.class_id
              JOIN vsoko_class new_class ON new_class.id = stage.class_id
              LEFT JOIN LATERAL (%(leader)s) leader ON TRUE
              LEFT JOIN vsoko_teacher old_teacher ON old_teacher.id = mark.teacher_id
              LEFT JOIN vsoko_teacher new_teacher ON new_teacher.id = leader.teacher_id
             WHERE %(differs)s
             ORDER BY stage.source_row, subject.name
             LIMIT %(limit)s
            """,
            stored=STATE,
            merged=_merged("stage"),
            place=SAME_PLACE,
            differs=DIFFERS,
            limit=limit,
            leader=env["vsoko.mark"]._get_leading_teacher_sql(
                SQL("stage.class_id"),
                SQL("stage.subject_id"),
                SQL("stage.student_id"),
                SQL("period.date_end"),
            ),
        )
    )
    return [(*row[:4], row[4:12], row[12:]) for row in rows]


def kept(env):
    """Number of stored marks of the file's pupils, subjects and periods that it does not give;
    where it has exams or final marks alone, it does not say anything about the others."""
    return env.execute_query(
        SQL(
            """
            SELECT count(*) FROM vsoko_mark mark
             WHERE mark.status <> 'no_mark'
               AND (mark.class_id, mark.period_id, mark.subject_id) IN (
                        SELECT class_id, period_id, subject_id FROM vsoko_mark_stage
                         WHERE status <> 'no_mark')
               AND mark.student_id IN (SELECT student_id FROM vsoko_mark_stage)
               AND NOT EXISTS (SELECT 1 FROM vsoko_mark_stage stage
                                WHERE %s AND stage.status <> 'no_mark')
            """,
            SAME_PLACE,
        )
    )[0][0]


def upsert(env, import_id):
    """Store the staged marks, their teachers and the journal of what was created and changed."""
    marks_journal.keep_changed(env, import_id, SAME_PLACE, DIFFERS)
    env.cr.execute(
        SQL(
            """
            WITH staged AS (
                SELECT stage.*, period.date_end AS day, period.company_id
                  FROM vsoko_mark_stage stage JOIN vsoko_period period ON period.id = period_id
            ), led AS (%(led)s), stored AS (
                INSERT INTO vsoko_mark AS mark (
                    student_id, subject_id, period_id, class_id, value, status,
                    exam_value, exam_status, final_value, final_status,
                    teacher_id, company_id, import_id, source_row,
                    create_uid, create_date, write_uid, write_date)
                SELECT led.student_id, led.subject_id, led.period_id, led.class_id,
                       led.value, led.status, led.exam_value, led.exam_status,
                       led.final_value, led.final_status, led.teacher_id, led.company_id,
                       %(import_id)s, led.source_row,
                       %(uid)s, %(now)s, %(uid)s, %(now)s
                  FROM led
                ON CONFLICT (student_id, subject_id, period_id) DO UPDATE
                   SET (value, status, exam_value, exam_status, final_value, final_status)
                       = ROW(%(merged)s),
                       class_id = excluded.class_id, teacher_id = excluded.teacher_id,
                       import_id = excluded.import_id, source_row = excluded.source_row,
                       write_uid = excluded.write_uid, write_date = excluded.write_date
                 WHERE %(differs)s
                RETURNING mark.id, mark.xmax = 0 AS created
            )
            INSERT INTO vsoko_import_change (import_id, res_model, kind, res_ids)
            SELECT %(import_id)s, 'vsoko.mark', 'created', jsonb_agg(id)
              FROM stored WHERE created HAVING count(*) > 0
            """,
            led=env["vsoko.mark"]._get_led_sql(SQL.identifier("staged")),
            merged=_merged("excluded"),
            differs=_differs("excluded"),
            import_id=import_id,
            uid=env.uid,
            now=env.cr.now(),
        )
    )
    env["vsoko.mark"].invalidate_model()
