from odoo import models
from odoo.tools import SQL


class VsokoPeriod(models.Model):
    """Marks belong to the last day of their period: they find their place when it is moved."""

    _inherit = "vsoko.period"

    def write(self, vals):
        result = super().write(vals)
        if self and {"date_end", "year_id"} & vals.keys():
            self.env["vsoko.mark"]._assign_places(SQL("fact.period_id = ANY(%s)", list(self.ids)))
        return result
