from odoo import models


class VsokoYear(models.Model):
    _inherit = "vsoko.year"

    def _get_obstacles(self):
        """Add sheets of experts: a year with facts is not deleted."""
        # Only the number is told; whoever may delete a year may know that there are facts.
        count = self.env["vsoko.observation"].sudo().search_count([("year_id", "=", self.id)])
        obstacles = [self.env._("sheets of experts: %(count)s", count=count)] * bool(count)
        return super()._get_obstacles() + obstacles
