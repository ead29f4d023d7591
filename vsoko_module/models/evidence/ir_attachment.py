from odoo import api, models


class IrAttachment(models.Model):
    """The papers of a locked record are locked with it."""

    _inherit = "ir.attachment"

    @api.model_create_multi
    def create(self, vals_list):
        files = super().create(vals_list)
        files._check_keepers_unlocked()
        return files

    def write(self, vals):
        self._check_keepers_unlocked()
        result = super().write(vals)
        if {"res_model", "res_id"} & vals.keys():
            self._check_keepers_unlocked()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_of_locked_keepers(self):
        self._check_keepers_unlocked()

    def _check_keepers_unlocked(self):
        """Raise UserError when one of these files is a paper of a locked record."""
        keepers = self.env["vsoko.papers.mixin"]._get_paper_keepers()
        # Only whose paper it is is asked, and whether that record is locked.
        papers = self.sudo().filtered(lambda file: file.res_id and file.res_model in keepers)
        for name, files in papers.grouped("res_model").items():
            records = self.env[name].sudo().browse(files.mapped("res_id")).exists()
            records._get_guarded()._check_unlocked()
