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
        """Add marks, works and begun forms: a year with facts is not deleted."""
        # Only numbers are told; whoever may delete a year may know that there are facts.
        marks = self.env["vsoko.mark"].sudo().search_count([("period_id.year_id", "=", self.id)])
        works = (
            self.env["vsoko.assessment"]
            .sudo()
            .with_context(active_test=False)
            .search_count([("year_id", "=", self.id)])
        )
        forms = self._get_forms().filtered(lambda form: form.state != "empty")
        obstacles = [self.env._("marks: %(count)s", count=marks)] * bool(marks)
        obstacles += [self.env._("works: %(count)s", count=works)] * bool(works)
        obstacles += [self.env._("statistical forms: %(count)s", count=len(forms))] * bool(forms)
        return super()._get_obstacles() + obstacles

    def _drop_derived(self):
        """Delete the forms that the program has made and nobody has begun."""
        super()._drop_derived()
        self._get_forms().filtered(lambda form: form.state == "empty").unlink()

    def _get_forms(self):
        # As above: forms are deleted with the year by whoever may delete it.
        return self.env["vsoko.data.form"].sudo().search([("period_id.year_id", "in", self.ids)])
