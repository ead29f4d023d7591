from odoo import models


class VsokoYear(models.Model):
    _inherit = "vsoko.year"

    def _get_obstacles(self):
        """Add marks and works: a year with facts is not deleted."""
        # Only numbers are told; whoever may delete a year may know that there are facts.
        marks = self.env["vsoko.mark"].sudo().search_count([("period_id.year_id", "=", self.id)])
        works = (
            self.env["vsoko.assessment"]
            .sudo()
            .with_context(active_test=False)
            .search_count([("year_id", "=", self.id)])
        )
        obstacles = [self.env._("marks: %(count)s", count=marks)] * bool(marks)
        obstacles += [self.env._("works: %(count)s", count=works)] * bool(works)
        return super()._get_obstacles() + obstacles
