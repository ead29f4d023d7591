from markupsafe import Markup

from odoo import api, models
from odoo.tools import file_open


class VsokoReportSlidesDocument(models.AbstractModel):
    """Slides: one section a page that lies across, in large type; no library is loaded."""

    _name = "report.vsoko_module.report_vsoko_slides"
    _inherit = ["report.vsoko_module.report_vsoko_document"]
    _description = "Slides for a council"
    _style = "slides"

    @api.model
    def _get_report_values(self, docids, data=None):
        values = super()._get_report_values(docids, data)
        with file_open(f"vsoko_module/report/vsoko_{self._style}.css") as file:
            # a file of this addon, no text of people is in it
            values["css"] += Markup(file.read())
        return values


class VsokoReportPageDocument(models.AbstractModel):
    """The school on one page."""

    _name = "report.vsoko_module.report_vsoko_page"
    _inherit = ["report.vsoko_module.report_vsoko_slides"]
    _description = "The school on one page"
    _style = "page"
