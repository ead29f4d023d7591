"""Works have a calendar, reports a schedule: the printing of the calendar keeps its records."""

from odoo.tools import sql

XML_IDS = {
    "vsoko_schedule_print": "vsoko_calendar_print",
    "vsoko_assessment_schedule": "vsoko_assessment_calendar",
}
MODELS = {"old": "vsoko.schedule.print", "new": "vsoko.calendar.print"}


def migrate(cr, _version):
    for old, new in XML_IDS.items():
        cr.execute(
            """
            UPDATE ir_model_data SET name = replace(name, %(old)s, %(new)s)
             WHERE module = 'vsoko_module' AND strpos(name, %(old)s) > 0
            """,
            {"old": old, "new": new},
        )
    cr.execute("UPDATE ir_model SET model = %(new)s WHERE model = %(old)s", MODELS)
    cr.execute("UPDATE ir_model_fields SET model = %(new)s WHERE model = %(old)s", MODELS)
    if sql.table_exists(cr, "vsoko_schedule_print"):
        cr.execute("ALTER TABLE vsoko_schedule_print RENAME TO vsoko_calendar_print")
