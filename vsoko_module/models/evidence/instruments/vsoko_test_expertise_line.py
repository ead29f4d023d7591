from odoo import fields, models


class VsokoTestExpertiseLine(models.Model):
    _name = "vsoko.test.expertise.line"
    _description = "Criterion of an expertise"
    _order = "expertise_id, id"

    expertise_id = fields.Many2one(
        "vsoko.test.expertise", string="Expertise", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="expertise_id.company_id", store=True, index=True)
    criterion_id = fields.Many2one(
        "vsoko.test.expertise.criterion", string="Criterion", required=True, ondelete="restrict"
    )
    answer = fields.Selection([("yes", "Yes"), ("partly", "Partly"), ("no", "No")])
    comment = fields.Char(string="Remark")
