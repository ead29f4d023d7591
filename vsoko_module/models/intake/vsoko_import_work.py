from odoo import api, fields, models

from ...tools.readers import LAYOUTS
from ...tools.readers.layout import ANYTHING, Asked


class VsokoImport(models.Model):
    """What a file does not name itself and a person says once; its layout knows what that may be.

    The fields ``asks_…`` say which of the questions the form shows.
    """

    _inherit = "vsoko.import"

    subject_id = fields.Many2one(
        "vsoko.subject", string="Subject", help="Empty: the subject in the titles of the file"
    )
    grade = fields.Integer(aggregator=None, help="0: the grade in the titles of the file")
    work_date = fields.Date(
        string="Day", help="Of the work or of the event; empty: the day in the file"
    )
    test_id = fields.Many2one(
        "vsoko.test",
        string="Test",
        check_company=True,
        help="Empty: found by the subject, the grade and the tasks, or made from the file",
    )
    asks_class = fields.Boolean(compute="_compute_asks")
    asks_period = fields.Boolean(compute="_compute_asks")
    asks_subject = fields.Boolean(compute="_compute_asks")
    asks_work = fields.Boolean(compute="_compute_asks")
    asks_day = fields.Boolean(compute="_compute_asks")
    asks_test = fields.Boolean(compute="_compute_asks")

    @api.depends("layout")
    def _compute_asks(self):
        for record in self:
            asks = LAYOUTS[record.layout].asks if record.layout else ANYTHING
            for what in Asked:
                record[f"asks_{what}"] = what in asks
