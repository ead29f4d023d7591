from odoo import models


class VsokoYear(models.Model):
    _inherit = "vsoko.year"

    def _get_obstacles(self):
        """Add plans: a year that was planned is not deleted."""
        # Only the number is told; whoever may delete a year may know that there are plans.
        count = self.env["vsoko.plan"].sudo().search_count([("year_id", "in", self.ids)])
        obstacles = [self.env._("plans: %(count)s", count=count)] * bool(count)
        return super()._get_obstacles() + obstacles
