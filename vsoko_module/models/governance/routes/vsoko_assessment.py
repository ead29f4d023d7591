from odoo import models


class VsokoAssessment(models.Model):
    """A work that is closed shows how far the pupils of routes have come."""

    _inherit = "vsoko.assessment"

    def write(self, vals):
        done = super().write(vals)
        if vals.get("state") in ("closed", "analysed"):
            self.env["vsoko.route.progress"]._refresh_by(self)
        return done
