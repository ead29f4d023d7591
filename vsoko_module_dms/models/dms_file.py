import base64

from odoo import api, models


class DmsFile(models.Model):
    _inherit = "dms.file"

    @api.depends_context("uid")
    def _compute_content(self):
        """Who may not read all sections of a report gets the file without the closed ones."""
        part = self.browse()
        for file in self.filtered("storage_id.is_vsoko"):
            report = self.env["vsoko.report"].browse(file.directory_id.res_id)
            if report._get_closed_sections():
                part |= file
                file.content = base64.b64encode(report._get_file(file.extension)[1])
        super(DmsFile, self - part)._compute_content()

    @api.model
    def _get_domain_by_inheritance(self, operation):
        domain = super()._get_domain_by_inheritance(operation)
        return self.env["dms.directory"]._close_vsoko(domain, operation)

    def check_access_token(self, access_token=False):
        """A link with a token would give the report to anybody: it opens nothing of ours."""
        # A bearer of a token has no rights yet; the answer can only close what it would open.
        if self.sudo().storage_id.is_vsoko:
            return False
        return super().check_access_token(access_token)
