from odoo import models


class VsokoPeriod(models.Model):
    _inherit = "vsoko.period"

    def _after_load(self):
        """Answer to facts of these periods that a load has changed, or taken back."""
