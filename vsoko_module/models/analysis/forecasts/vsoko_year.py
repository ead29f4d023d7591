from odoo import models
from odoo.fields import Domain


class VsokoYear(models.Model):
    _inherit = "vsoko.year"

    def _get_obstacles(self):
        """Add forecasts: what was foretold stays to be judged."""
        # Only the number is told; whoever may delete a year may know that there are forecasts.
        count = (
            self.env["vsoko.forecast"]
            .sudo()
            .search_count(
                Domain("period_id.year_id", "=", self.id) | Domain("class_id.year_id", "=", self.id)
            )
        )
        obstacles = [self.env._("forecasts: %(count)s", count=count)] * bool(count)
        return super()._get_obstacles() + obstacles
