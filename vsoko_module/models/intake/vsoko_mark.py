from odoo import models


class VsokoMark(models.Model):
    _name = "vsoko.mark"
    _inherit = ["vsoko.mark", "vsoko.import.mixin"]
