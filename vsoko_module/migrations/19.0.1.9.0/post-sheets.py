from odoo import SUPERUSER_ID, api


def migrate(cr, version):
    """Give the sheets of before the numbers by which a commission may read them."""
    env = api.Environment(cr, SUPERUSER_ID, {})
    cr.execute("SELECT id FROM vsoko_sheet WHERE COALESCE(number, 0) = 0")
    sheets = env["vsoko.sheet"].browse(row[0] for row in cr.fetchall())
    with sheets._past_lock():
        sheets._draw_numbers()
        env.flush_all()
