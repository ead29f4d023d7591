from odoo import fields, models


class VsokoImport(models.Model):
    """What a file of results or a description of a work does not name itself; asked once."""

    _inherit = "vsoko.import"

    subject_id = fields.Many2one(
        "vsoko.subject", string="Subject", help="Empty: the subject in the titles of the file"
    )
    grade = fields.Integer(aggregator=None, help="0: the grade in the titles of the file")
    work_date = fields.Date(string="Day of the work", help="Empty: the day in the file")
    test_id = fields.Many2one(
        "vsoko.test",
        string="Test",
        check_company=True,
        help="Empty: found by the subject, the grade and the tasks, or made from the file",
    )
