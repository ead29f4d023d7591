from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    vsoko_not_attested_weight = fields.Float(
        related="company_id.vsoko_not_attested_weight", readonly=False
    )
    vsoko_least_element_tasks = fields.Integer(
        related="company_id.vsoko_least_element_tasks", readonly=False
    )
    vsoko_address_hours = fields.Integer(related="company_id.vsoko_address_hours", readonly=False)
    vsoko_mark_weight_5 = fields.Float(related="company_id.vsoko_mark_weight_5", readonly=False)
    vsoko_mark_weight_4 = fields.Float(related="company_id.vsoko_mark_weight_4", readonly=False)
    vsoko_mark_weight_3 = fields.Float(related="company_id.vsoko_mark_weight_3", readonly=False)
    vsoko_mark_weight_2 = fields.Float(related="company_id.vsoko_mark_weight_2", readonly=False)
    vsoko_mark_weight_1 = fields.Float(related="company_id.vsoko_mark_weight_1", readonly=False)
    vsoko_least_completeness = fields.Float(
        related="company_id.vsoko_least_completeness", readonly=False
    )
