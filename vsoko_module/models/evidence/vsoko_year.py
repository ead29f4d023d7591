from odoo import api, models


class VsokoYear(models.Model):
    _inherit = "vsoko.year"

    @api.model_create_multi
    def create(self, vals_list):
        years = super().create(vals_list)
        self.env["vsoko.register.mixin"]._follow_years(years.company_id)
        return years

    def write(self, vals):
        result = super().write(vals)
        if {"date_start", "date_end"} & vals.keys():
            self.env["vsoko.register.mixin"]._follow_years(self.company_id)
        return result

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
