from odoo import models
from odoo.tools import SQL


class VsokoYear(models.Model):
    _inherit = "vsoko.year"

    def _drop_derived(self):
        """Delete the figures of the open periods: they would be computed anew at any time."""
        # Nobody may delete figures by hand; the right to delete the year was checked.
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                "DELETE FROM vsoko_indicator_value figure USING vsoko_period period"
                " WHERE period.id = figure.period_id AND period.state = 'open'"
                " AND period.year_id = ANY(%s)",
                list(self.ids),
            )
        )
        self.env["vsoko.indicator.value"].invalidate_model()
        return super()._drop_derived()
