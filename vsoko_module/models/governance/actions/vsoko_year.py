from odoo import models
from odoo.fields import Domain


class VsokoYear(models.Model):
    _inherit = "vsoko.year"

    def _get_obstacles(self):
        """Add actions: a year in which the school has decided something is not deleted."""
        # Only the number is told; whoever may delete a year may know that there are actions.
        count = (
            self.env["vsoko.action"]
            .sudo()
            .search_count(
                Domain("period_id.year_id", "=", self.id)
                | Domain("target_period_id.year_id", "=", self.id)
                | Domain("class_id.year_id", "=", self.id)
            )
        )
        obstacles = [self.env._("actions: %(count)s", count=count)] * bool(count)
        return super()._get_obstacles() + obstacles
