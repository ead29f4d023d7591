from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    vsoko_word_template = fields.Binary(related="company_id.vsoko_word_template", readonly=False)
    vsoko_word_template_name = fields.Char(
        related="company_id.vsoko_word_template_name", readonly=False
    )
