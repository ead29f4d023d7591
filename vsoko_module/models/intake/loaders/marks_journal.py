"""What a load of marks keeps of those that it changes, and how it is taken back."""

from odoo.tools import SQL


def keep_changed(env, import_id, same_place, differs):
    """Remember the stored marks that the staged ones are going to change."""
    env.cr.execute(
        SQL(
            """
            INSERT INTO vsoko_import_change (import_id, res_model, kind, res_ids, before)
            SELECT %s, 'vsoko.mark', 'changed', jsonb_agg(mark.id),
                   jsonb_agg(jsonb_build_object(
                       'id', mark.id, 'value', mark.value, 'status', mark.status,
                       'exam_value', mark.exam_value, 'exam_status', mark.exam_status,
                       'final_value', mark.final_value, 'final_status', mark.final_status,
                       'class_id', mark.class_id, 'teacher_id', mark.teacher_id,
                       'import_id', mark.import_id, 'source_row', mark.source_row))
              FROM vsoko_mark_stage stage JOIN vsoko_mark mark ON %s
             WHERE %s
            HAVING count(*) > 0
            """,
            import_id,
            same_place,
            differs,
        )
    )


def undo_created(env, ids):
    """Delete marks that an import created."""
    env.cr.execute(SQL("DELETE FROM vsoko_mark WHERE id = ANY(%s)", list(ids)))
    env["vsoko.mark"].invalidate_model()


def undo_changed(env, change_id):
    """Give marks back the values that the journal row remembers; class and teacher are found
    anew, for they may have changed since.

    A row of before exams in words were kept does not name the kind of the exam's mark.
    """
    env.cr.execute(
        SQL(
            """
            UPDATE vsoko_mark mark
               SET value = old.value, status = old.status, class_id = old.class_id,
                   exam_value = old.exam_value, final_value = old.final_value,
                   exam_status = COALESCE(
                       old.exam_status, CASE WHEN old.exam_value > 0 THEN 'graded' END),
                   final_status = COALESCE(
                       old.final_status, CASE WHEN old.final_value > 0 THEN 'graded' END),
                   teacher_id = old.teacher_id, import_id = old.import_id,
                   source_row = old.source_row, write_uid = %s, write_date = %s
              FROM vsoko_import_change change
              CROSS JOIN LATERAL jsonb_to_recordset(change.before) AS old(
                   id integer, value integer, status varchar, class_id integer,
                   exam_value integer, exam_status varchar,
                   final_value integer, final_status varchar,
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
