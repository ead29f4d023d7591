from odoo import models


class VsokoPeriod(models.Model):
    _name = "vsoko.period"
    _inherit = ["vsoko.period", "vsoko.publishing.mixin"]

    def _get_publication_field(self):
        return "period_id"
