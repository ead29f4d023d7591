"""Set-based statements of the load of marks: a constant number of them for any file.

The staging table lives until the end of the transaction and holds resolved ids only.
"""

import io

from odoo.tools import SQL

# a file that has no exam or final mark takes none away
DIFFERS = SQL(
    "(COALESCE(mark.value, 0), mark.status, mark.class_id,"
    " COALESCE(mark.exam_value, 0), COALESCE(mark.final_value, 0))"
    " IS DISTINCT FROM (stage.value, stage.status, stage.class_id,"
    " COALESCE(stage.exam_value, mark.exam_value, 0),"
    " COALESCE(stage.final_value, mark.final_value, 0))"
)
SAME_PLACE = SQL(
    "mark.student_id = stage.student_id AND mark.subject_id = stage.subject_id"
    " AND mark.period_id = stage.period_id"
)


def stage(env, facts):
    """Fill the staging table.

    :param facts: ``(student, subject, period, class, value, status, row, exam, final)``; the marks
        of the exam and the final one are None where the file has none
    """
    env.flush_all()
    env.cr.execute(
        SQL(
            """
            CREATE TEMP TABLE IF NOT EXISTS vsoko_mark_stage (
                student_id integer, subject_id integer, period_id integer, class_id integer,
                value integer, status varchar, source_row integer,
                exam_value integer, final_value integer
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
    """``[(row, pupil, subject, period, old, new)]``; old and new are ``(value, status, exam,
    final, class, teacher)``, a missing teacher is None, a missing exam or final mark 0."""
    rows = env.execute_query(
        SQL(
            """
            SELECT stage.source_row, student.name, subject.name, period.name,
                   mark.value, mark.status,
                   COALESCE(mark.exam_value, 0), COALESCE(mark.final_value, 0),
                   old_class.name, old_teacher.name,
                   stage.value, stage.status,
                   COALESCE(stage.exam_value, mark.exam_value, 0),
                   COALESCE(stage.final_value, mark.final_value, 0),
                   new_class.name, new_teacher.name
              FROM vsoko_mark_stage stage
              JOIN vsoko_mark mark ON %s
              JOIN vsoko_student student ON student.id = mark.student_id
              JOIN vsoko_subject subject ON subject.id = mark.subject_id
              JOIN vsoko_period period ON period.id = mark.period_id
              JOIN vsoko_class old_class ON old_class.id = mark.class_id
              JOIN vsoko_class new_class ON new_class.id = stage.class_id
              LEFT JOIN LATERAL (%s) leader ON TRUE
              LEFT JOIN vsoko_teacher old_teacher ON old_teacher.id = mark.teacher_id
              LEFT JOIN vsoko_teacher new_teacher ON new_teacher.id = leader.teacher_id
             WHERE %s
             ORDER BY stage.source_row, subject.name
             LIMIT %s
            """,
            SAME_PLACE,
            env["vsoko.mark"]._get_leading_teacher_sql(
                SQL("stage.class_id"),
                SQL("stage.subject_id"),
                SQL("stage.student_id"),
                SQL("period.date_end"),
            ),
            DIFFERS,
            limit,
        )
    )
    return [(*row[:4], row[4:10], row[10:]) for row in rows]


def kept(env):
    """Number of stored marks of the file's pupils, subjects and periods that it does not give."""
    return env.execute_query(
        SQL(
            """
            SELECT count(*) FROM vsoko_mark mark
             WHERE (mark.class_id, mark.period_id, mark.subject_id) IN (
                        SELECT class_id, period_id, subject_id FROM vsoko_mark_stage)
               AND mark.student_id IN (SELECT student_id FROM vsoko_mark_stage)
               AND NOT EXISTS (SELECT 1 FROM vsoko_mark_stage stage WHERE %s)
            """,
            SAME_PLACE,
        )
    )[0][0]


def upsert(env, import_id):
    """Store the staged marks, their teachers and the journal of what was created and changed."""
    _keep_changed(env, import_id)
    env.cr.execute(
        SQL(
            """
            WITH staged AS (
                SELECT stage.*, period.date_end AS day, period.company_id
                  FROM vsoko_mark_stage stage JOIN vsoko_period period ON period.id = period_id
            ), led AS (%(led)s), stored AS (
                INSERT INTO vsoko_mark AS mark (
                    student_id, subject_id, period_id, class_id, value, status,
                    exam_value, final_value, teacher_id, company_id, import_id, source_row,
                    create_uid, create_date, write_uid, write_date)
                SELECT led.student_id, led.subject_id, led.period_id, led.class_id,
                       led.value, led.status, led.exam_value, led.final_value,
                       led.teacher_id, led.company_id,
                       %(import_id)s, led.source_row,
                       %(uid)s, %(now)s, %(uid)s, %(now)s
                  FROM led
                ON CONFLICT (student_id, subject_id, period_id) DO UPDATE
                   SET value = excluded.value, status = excluded.status,
                       exam_value = COALESCE(excluded.exam_value, mark.exam_value),
                       final_value = COALESCE(excluded.final_value, mark.final_value),
                       class_id = excluded.class_id, teacher_id = excluded.teacher_id,
                       import_id = excluded.import_id, source_row = excluded.source_row,
                       write_uid = excluded.write_uid, write_date = excluded.write_date
                 WHERE (COALESCE(mark.value, 0), mark.status, mark.class_id,
                        COALESCE(mark.exam_value, 0), COALESCE(mark.final_value, 0))
                       IS DISTINCT FROM (excluded.value, excluded.status, excluded.class_id,
                        COALESCE(excluded.exam_value, mark.exam_value, 0),
                        COALESCE(excluded.final_value, mark.final_value, 0))
                RETURNING mark.id, mark.xmax = 0 AS created
            )
            INSERT INTO vsoko_import_change (import_id, res_model, kind, res_ids)
            SELECT %(import_id)s, 'vsoko.mark', 'created', jsonb_agg(id)
              FROM stored WHERE created HAVING count(*) > 0
            """,
            led=env["vsoko.mark"]._get_led_sql(SQL.identifier("staged")),
            import_id=import_id,
            uid=env.uid,
            now=env.cr.now(),
        )
    )
    env["vsoko.mark"].invalidate_model()


def _keep_changed(env, import_id):
    env.cr.execute(
        SQL(
            """
            INSERT INTO vsoko_import_change (import_id, res_model, kind, res_ids, before)
            SELECT %s, 'vsoko.mark', 'changed', jsonb_agg(mark.id),
                   jsonb_agg(jsonb_build_object(
                       'id', mark.id, 'value', mark.value, 'status', mark.status,
                       'exam_value', mark.exam_value, 'final_value', mark.final_value,
                       'class_id', mark.class_id, 'teacher_id', mark.teacher_id,
                       'import_id', mark.import_id, 'source_row', mark.source_row))
              FROM vsoko_mark_stage stage JOIN vsoko_mark mark ON %s
             WHERE %s
            HAVING count(*) > 0
            """,
            import_id,
            SAME_PLACE,
            DIFFERS,
        )
    )


def undo_created(env, ids):
    """Delete marks that an import created."""
    env.cr.execute(SQL("DELETE FROM vsoko_mark WHERE id = ANY(%s)", list(ids)))
    env["vsoko.mark"].invalidate_model()


def undo_changed(env, change_id):
    """Give marks back the values that the journal row remembers; class and teacher are found
    anew, for they may have changed since."""
    env.cr.execute(
        SQL(
            """
            UPDATE vsoko_mark mark
               SET value = old.value, status = old.status, class_id = old.class_id,
                   exam_value = old.exam_value, final_value = old.final_value,
                   teacher_id = old.teacher_id, import_id = old.import_id,
                   source_row = old.source_row, write_uid = %s, write_date = %s
              FROM vsoko_import_change change
              CROSS JOIN LATERAL jsonb_to_recordset(change.before) AS old(
                   id integer, value integer, status varchar, class_id integer,
                   exam_value integer, final_value integer,
                   teacher_id integer, import_id integer, source_row integer)
             WHERE change.id = %s AND mark.id = old.id
            """,
            env.uid,
            env.cr.now(),
            change_id,
        )
    )
    env["vsoko.mark"].invalidate_model()
    env["vsoko.mark"]._assign_places(
        SQL(
            "fact.id IN (SELECT jsonb_array_elements(res_ids)::int FROM vsoko_import_change"
            " WHERE id = %s)",
            change_id,
        )
    )
