import io

from odoo import api, models
from odoo.exceptions import UserError

from ...tools.writers import pdf


class IrActionsReport(models.Model):
    _inherit = "ir.actions.report"

    def _render_qweb_pdf_prepare_streams(self, report_ref, data, res_ids=None):
        """Print this addon's reports by an engine with paged media; the rest stay with Odoo's.

        Each record is a document of its own, with its own numbering of pages.
        """
        report = self._get_report(report_ref)
        if not res_ids or not report.report_name.startswith("vsoko_module."):
            return super()._render_qweb_pdf_prepare_streams(report_ref, data, res_ids=res_ids)
        return {
            res_id: {
                "stream": io.BytesIO(self._render_vsoko_pdf(report_ref, res_id, data)),
                "attachment": None,
            }
            for res_id in res_ids
        }

    @api.model
    def _render_vsoko_pdf(self, report_ref, res_id, data=None):
        """Return the PDF of one record as bytes; the template must be a whole page."""
        html, _kind = self._render_qweb_html(report_ref, [res_id], data=data)
        return self._print_vsoko_page(html.decode())

    @api.model
    def _print_vsoko_page(self, html):
        """Return the PDF of a whole self-contained page as bytes."""
        try:
            return pdf.html_to_pdf(html)
        except pdf.PdfEngineMissing as error:
            raise UserError(
                self.env._(
                    "The PDF cannot be made, a library is missing on the server: %(error)s."
                    " Ask the administrator to install WeasyPrint and Pango.",
                    error=error,
                )
            ) from error
