from odoo import models
from odoo.tools import SQL


class VsokoImportChange(models.Model):
    _inherit = "vsoko.import.change"

    def _before_removal(self, records):
        """Figures of open periods about these records go; the period is calculated anew later.

        Figures of an approved period stay and keep the records from being deleted.
        """
        super()._before_removal(records)
        dimension = self.env["vsoko.indicator.value"]._get_dimension(records._name)
        if dimension:
            self.env.cr.execute(
                SQL(
                    "DELETE FROM vsoko_indicator_value figure USING vsoko_period period"
                    " WHERE period.id = figure.period_id AND period.state = 'open'"
                    " AND figure.%s = ANY(%s)",
                    SQL.identifier(dimension),
                    list(records.ids),
                )
            )
            self.env["vsoko.indicator.value"].invalidate_model()
