from odoo import models

from .about import ABOUT


class VsokoIndicatorValue(models.Model):
    _inherit = "vsoko.indicator.value"

    def action_make_report(self):
        """Open the report of what this figure is about, or of the period."""
        self.ensure_one()
        self.check_access("read")
        kinds = (about for about in ABOUT.values() if self.scope in about.scopes)
        about = next(kinds, ABOUT[""])
        return (self[about.field] if about.field else self.period_id).action_make_report()
