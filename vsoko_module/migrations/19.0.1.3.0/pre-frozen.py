"""What a report froze is read by the program alone; `figures` is what of it a reader may see."""

from odoo.tools import sql


def migrate(cr, _version):
    if not sql.column_exists(cr, "vsoko_report", "frozen"):
        cr.execute("ALTER TABLE vsoko_report RENAME COLUMN figures TO frozen")
