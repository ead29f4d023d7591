"""Points for planned results, which a database of before added up at each opening."""

from odoo import SUPERUSER_ID, api


def migrate(cr, version):
    if not version:
        return
    env = api.Environment(cr, SUPERUSER_ID, {})
    env["vsoko.element.total"]._refresh_everything()
