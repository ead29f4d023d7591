from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    vsoko_not_attested_weight = fields.Float(
        string="Coefficient of a pupil who is not attested",
        default=7.0,
        help="Points of «н/а» in the degree of learning by Simonov: 7 in most journals, 8 or 0"
        " in some schools.",
    )
    vsoko_least_element_tasks = fields.Integer(
        string="Tasks enough to judge mastery",
        default=2,
        help="With fewer tasks on an element of content or a skill over the year the program says"
        " «too few tasks» and does not judge.",
    )
