from odoo import models
from odoo.fields import Domain


class VsokoImportChange(models.Model):
    _inherit = "vsoko.import.change"

    def _before_removal(self, records):
        """A computed rating that names these records loses its lines and is computed anew later.

        An approved one stays and keeps the records from being deleted.
        """
        super()._before_removal(records)
        dimension = self.env["vsoko.indicator.value"]._get_dimension(records._name)
        if dimension:
            # Who takes a load back need not read the ratings that rest on it.
            lines = self.env["vsoko.rating.line"].sudo()
            lines.search(Domain(dimension, "in", records.ids)).rating_id._forget()
