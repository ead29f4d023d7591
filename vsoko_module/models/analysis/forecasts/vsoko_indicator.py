from odoo import models

from ....tools.forecast import Scale


class VsokoIndicator(models.Model):
    _inherit = "vsoko.indicator"

    def _get_foretold_scale(self):
        """Return the `Scale` of the figures, None for those that are not foretold: a number grows
        with the size of the school, a formula has no people, and chance is known of pupils."""
        self.ensure_one()
        if self.kind != "measure" or not self.source:
            return None
        if "student_id" not in self._get_fact_model()._fact_dimensions:
            return None
        if self.aggregate in ("share", "degree_of_learning") and self.unit == "percent":
            return Scale(0, 100, is_share=True)
        if self.aggregate != "average":
            return None
        return {"percent": Scale(0, 100), "mark": Scale(1, 5)}.get(self.unit, Scale(0))
