"""Exams that were loaded before attempts were told apart."""

from odoo import SUPERUSER_ID, api

from odoo.addons.vsoko_module.models.evidence.assessments.vsoko_assessment_type import EXAMS


def migrate(cr, version):
    if not version:
        return
    env = api.Environment(cr, SUPERUSER_ID, {})
    env["vsoko.result"].search([("assessment_id.procedure", "in", EXAMS)])._number_attempts()
