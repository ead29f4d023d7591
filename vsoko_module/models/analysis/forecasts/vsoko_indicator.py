from odoo import models

from ....tools.forecast import Scale


class VsokoIndicator(models.Model):
    _inherit = "vsoko.indicator"

    def _get_foretold_scale(self):
        """Return the `Scale` of the figures, None for those that are not foretold.

        What chance does to a mean is not seen from the mean itself, a number grows with the size
        of the school, and behind a formula there are no people.
        """
        self.ensure_one()
        is_share = self.aggregate in ("share", "degree_of_learning") and self.unit == "percent"
        if self.kind != "measure" or not self.source or not is_share:
            return None
        of_pupils = "student_id" in self._get_fact_model()._fact_dimensions
        return Scale(0, 100, is_share=True) if of_pupils else None
