from odoo import models


class IrAttachment(models.Model):
    """A file of a document that is put in the place of another is found by its own words."""

    _inherit = "ir.attachment"

    def write(self, vals):
        result = super().write(vals)
        if {"raw", "datas"} & vals.keys():
            # Only whose files they are is asked; the right to write them was checked above.
            files = self.sudo().filtered(lambda file: file.res_model == "vsoko.document")
            self.env["vsoko.document"].browse(files.mapped("res_id")).exists()._read_words()
        return result
