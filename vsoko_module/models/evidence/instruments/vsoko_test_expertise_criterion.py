from odoo import fields, models


class VsokoTestExpertiseCriterion(models.Model):
    _name = "vsoko.test.expertise.criterion"
    _description = "Question of the expertise of tests"
    _order = "sequence, id"

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10, aggregator=None)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company", string="School", index=True, help="Empty: for all schools"
    )
