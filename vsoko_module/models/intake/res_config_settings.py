from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    vsoko_login = fields.Char(related="company_id.vsoko_login", readonly=False)
