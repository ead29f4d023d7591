from odoo import models


class VsokoResult(models.Model):
    _name = "vsoko.result"
    _inherit = ["vsoko.result", "vsoko.import.mixin"]
