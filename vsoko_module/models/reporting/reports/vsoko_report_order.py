from dataclasses import replace

from odoo import models

from ....tools.reports.order_document import order_document

ORDER = "assessment_order"
DOCUMENT = "vsoko_module.report_vsoko_order"


class VsokoReport(models.Model):
    """The order on the results of a work: made from the approved note, looks like an order."""

    _inherit = "vsoko.report"

    def _make_file(self, extension):
        if self.type == ORDER and extension == "pdf":
            return self.env["ir.actions.report"]._render_vsoko_pdf(DOCUMENT, self.id)
        if self.type == ORDER and extension == "docx":
            return order_document(self._get_order_paper(), self.env._)
        return super()._make_file(extension)

    def _get_order_paper(self):
        """Return the content of the order as its printed forms take it."""
        about = self.env._("On the results of the work: %(work)s", work=self.figures["about"])
        return replace(self._get_content(), title=about, lines=[self.env._("ORDER")])
