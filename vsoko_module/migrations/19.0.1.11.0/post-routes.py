from odoo import SUPERUSER_ID, api


def migrate(cr, version):
    """Say of the routes under way what the works so far have shown."""
    env = api.Environment(cr, SUPERUSER_ID, {})
    env["vsoko.route"].search([("state", "=", "active")])._follow_works()
