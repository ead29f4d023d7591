from odoo import api, models


class IrAttachment(models.Model):
    """A material that was sent stays as it was sent by this door, too."""

    _inherit = "ir.attachment"

    def write(self, vals):
        self._check_materials_unsent()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_of_sent_materials(self):
        self._check_materials_unsent()

    def _check_materials_unsent(self):
        if self.env.su:
            return
        # Only whose file it is is asked, and whether that was sent or signed.
        files = self.sudo().filtered(lambda file: file.res_model == "vsoko.meeting.material")
        materials = self.env["vsoko.meeting.material"].browse(files.mapped("res_id")).exists()
        materials._check_unsent()
        materials._check_wholes_unlocked("write")
