from odoo import models


class VsokoDataValue(models.Model):
    _name = "vsoko.data.value"
    _inherit = ["vsoko.data.value", "vsoko.import.mixin"]

    def _write_rows(self, changes):
        """Give values back what they were before a load; the forms count their cells anew."""
        forms = self.browse()
        for value, vals in changes:
            value.write(vals)
            forms |= value
        forms.form_id._recount()


class VsokoImportChange(models.Model):
    _inherit = "vsoko.import.change"

    def _delete(self, records):
        """The cells of a load that is taken back are blank again."""
        if records._name != "vsoko.data.value":
            super()._delete(records)
            return
        forms = records.form_id
        # The right to take the load back was checked; values are removed by the program alone.
        super()._delete(records.sudo())
        forms._recount()
