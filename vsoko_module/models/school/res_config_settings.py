from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    vsoko_not_attested_weight = fields.Float(
        related="company_id.vsoko_not_attested_weight", readonly=False
    )
    vsoko_least_element_tasks = fields.Integer(
        related="company_id.vsoko_least_element_tasks", readonly=False
    )
