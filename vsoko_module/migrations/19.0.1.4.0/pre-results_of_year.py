"""Marks of exams and final marks get a kind beside their value, as marks of the year have.

The columns are made here, so that the ORM does not compute a million marks one by one, and are
filled before the new constraint asks for them. A database older than the marks themselves has
none to give a kind to.
"""

from odoo.tools.sql import column_exists


def migrate(cr, _version):
    if not column_exists(cr, "vsoko_mark", "exam_value"):
        return
    cr.execute(
        """
        ALTER TABLE vsoko_mark ADD COLUMN IF NOT EXISTS exam_status varchar,
                               ADD COLUMN IF NOT EXISTS final_status varchar;
        UPDATE vsoko_mark
           SET exam_status = CASE WHEN exam_value > 0 THEN 'graded' END,
               final_status = CASE WHEN final_value > 0 THEN 'graded' END
         WHERE exam_value > 0 OR final_value > 0
        """
    )
