from odoo import api, models


class IrAttachment(models.Model):
    """The papers of a checked line of a register are locked with the line."""

    _inherit = "ir.attachment"

    @api.model_create_multi
    def create(self, vals_list):
        files = super().create(vals_list)
        files._check_lines_unlocked()
        return files

    def write(self, vals):
        self._check_lines_unlocked()
        result = super().write(vals)
        if {"res_model", "res_id"} & vals.keys():
            self._check_lines_unlocked()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_of_checked_lines(self):
        self._check_lines_unlocked()

    def _check_lines_unlocked(self):
        """Raise UserError when one of these files is a paper of a checked line."""
        registers = self.env["vsoko.register.mixin"]._get_registers()
        # Only whose paper it is is asked, and whether that line is locked.
        papers = self.sudo().filtered(lambda file: file.res_id and file.res_model in registers)
        for name, files in papers.grouped("res_model").items():
            lines = self.env[name].sudo().browse(files.mapped("res_id")).exists()
            lines._get_guarded()._check_unlocked()
