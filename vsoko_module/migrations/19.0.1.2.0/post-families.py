"""Contacts of families that were made before they belonged to the school."""

from odoo import SUPERUSER_ID, api


def migrate(cr, version):
    if not version:
        return
    env = api.Environment(cr, SUPERUSER_ID, {})
    env["vsoko.student"].with_context(active_test=False).search([])._keep_family()
