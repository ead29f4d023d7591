"""Set-based statements of the load of marks: a constant number of them for any file.

The staging table lives until the end of the transaction and holds resolved ids only.
"""

import io

from odoo.tools import SQL

DIFFERS = SQL(
    "(COALESCE(mark.value, 0), mark.status, mark.class_id)"
    " IS DISTINCT FROM (stage.value, stage.status, stage.class_id)"
)
SAME_PLACE = SQL(
    "mark.student_id = stage.student_id AND mark.subject_id = stage.subject_id"
    " AND mark.period_id = stage.period_id"
)


def stage(env, facts):
    """Fill the staging table with ``(student, subject, period, class, value, status, row)``."""
    env.flush_all()
    env.cr.execute(
        SQL(
            """
            CREATE TEMP TABLE IF NOT EXISTS vsoko_mark_stage (
                student_id integer, subject_id integer, period_id integer, class_id integer,
                value integer, status varchar, source_row integer
            ) ON COMMIT DROP;
            TRUNCATE vsoko_mark_stage
            """
        )
    )
    lines = "".join("\t".join(map(str, fact)) + "\n" for fact in facts)
    env.cr.copy_expert("COPY vsoko_mark_stage FROM STDIN", io.StringIO(lines))
    env.cr.execute(SQL("ANALYZE vsoko_mark_stage"))


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
    """``[(row, pupil, subject, period, old value, old status, new value, new status)]``."""
    return env.execute_query(
        SQL(
            """
            SELECT stage.source_row, student.name, subject.name, period.name,
                   mark.value, mark.status, stage.value, stage.status
              FROM vsoko_mark_stage stage
              JOIN vsoko_mark mark ON %s
              JOIN vsoko_student student ON student.id = mark.student_id
              JOIN vsoko_subject subject ON subject.id = mark.subject_id
              JOIN vsoko_period period ON period.id = mark.period_id
             WHERE %s
             ORDER BY stage.source_row, subject.name
             LIMIT %s
            """,
            SAME_PLACE,
            DIFFERS,
            limit,
        )
    )


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
    """Store the staged marks and the journal of what was created and changed.

    The teacher is found once for each class, subject and period, and once for each pupil where
    the lessons have lists of pupils.
    """
    _keep_changed(env, import_id)
    leader = env["vsoko.mark"]._get_leading_teacher_sql(
        SQL("spot.class_id"),
        SQL("spot.subject_id"),
        SQL("spot.student_id"),
        SQL("period.date_end"),
    )
    env.cr.execute(
        SQL(
            """
            WITH listed AS (
                SELECT DISTINCT teaching.class_id, teaching.subject_id
                  FROM vsoko_teaching teaching
                  JOIN vsoko_student_vsoko_teaching_rel rel ON rel.vsoko_teaching_id = teaching.id
            ), staged AS (
                SELECT stage.*,
                       CASE WHEN listed.class_id IS NULL THEN 0 ELSE stage.student_id
                        END AS listed_id
                  FROM vsoko_mark_stage stage LEFT JOIN listed USING (class_id, subject_id)
            ), led AS (
                SELECT spot.*, leader.teacher_id, period.company_id
                  FROM (SELECT DISTINCT class_id, subject_id, period_id, listed_id,
                               NULLIF(listed_id, 0) AS student_id
                          FROM staged) spot
                  JOIN vsoko_period period ON period.id = spot.period_id
                  LEFT JOIN LATERAL (%(leader)s) leader ON TRUE
            ), stored AS (
                INSERT INTO vsoko_mark AS mark (
                    student_id, subject_id, period_id, class_id, value, status, teacher_id,
                    company_id, import_id, source_row,
                    create_uid, create_date, write_uid, write_date)
                SELECT stage.student_id, stage.subject_id, stage.period_id, stage.class_id,
                       stage.value, stage.status, led.teacher_id, led.company_id,
                       %(import_id)s, stage.source_row,
                       %(uid)s, %(now)s, %(uid)s, %(now)s
                  FROM staged stage
                  JOIN led USING (class_id, subject_id, period_id, listed_id)
                ON CONFLICT (student_id, subject_id, period_id) DO UPDATE
                   SET value = excluded.value, status = excluded.status,
                       class_id = excluded.class_id, teacher_id = excluded.teacher_id,
                       import_id = excluded.import_id, source_row = excluded.source_row,
                       write_uid = excluded.write_uid, write_date = excluded.write_date
                 WHERE (COALESCE(mark.value, 0), mark.status, mark.class_id)
                       IS DISTINCT FROM (excluded.value, excluded.status, excluded.class_id)
                RETURNING mark.id, mark.xmax = 0 AS created
            )
            INSERT INTO vsoko_import_change (import_id, res_model, kind, res_ids)
            SELECT %(import_id)s, 'vsoko.mark', 'created', jsonb_agg(id)
              FROM stored WHERE created HAVING count(*) > 0
            """,
            leader=leader,
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
    """Give marks back the values that the journal row remembers."""
    env.cr.execute(
        SQL(
            """
            UPDATE vsoko_mark mark
               SET value = old.value, status = old.status, class_id = old.class_id,
                   teacher_id = old.teacher_id, import_id = old.import_id,
                   source_row = old.source_row, write_uid = %s, write_date = %s
              FROM vsoko_import_change change
              CROSS JOIN LATERAL jsonb_to_recordset(change.before) AS old(
                   id integer, value integer, status varchar, class_id integer,
                   teacher_id integer, import_id integer, source_row integer)
             WHERE change.id = %s AND mark.id = old.id
            """,
            env.uid,
            env.cr.now(),
            change_id,
        )
    )
    env["vsoko.mark"].invalidate_model()
