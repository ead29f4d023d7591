from markupsafe import Markup

from odoo import models
from odoo.tools import file_open, format_date


class VsokoReportDocument(models.AbstractModel):
    """Values of the printed page, which is made from the frozen part of a report alone."""

    _name = "report.vsoko_module.report_vsoko_document"
    _description = "Printed report"

    def _get_report_values(self, docids, data=None):
        reports = self.env["vsoko.report"].browse(docids)
        with file_open("vsoko_module/report/vsoko_report.css") as file:
            css = file.read()
        return {
            "doc_ids": docids,
            "doc_model": "vsoko.report",
            "docs": reports,
            # a file of this addon, no text of people is in it
            "css": Markup(css),
            "language": (self.env.lang or "en")[:2],
            "format_date": lambda day: format_date(self.env, day),
        }
