from markupsafe import Markup

from odoo import models
from odoo.tools import file_open


class VsokoReportOrder(models.AbstractModel):
    """Values of the printed order."""

    _name = "report.vsoko_module.report_vsoko_order"
    _inherit = ["report.vsoko_module.report_vsoko_document"]
    _description = "Printed order"

    def _get_report_values(self, docids, data=None):
        values = super()._get_report_values(docids, data)
        with file_open("vsoko_module/report/vsoko_order.css") as file:
            # a file of this addon, no text of people is in it
            values["css"] += Markup(file.read())
        return values
