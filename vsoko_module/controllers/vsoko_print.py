import json
from ast import literal_eval

from odoo import http
from odoo.http import request

from odoo.addons.web.controllers.report import ReportController

OURS = "vsoko_module."
CONVERTERS = ("html", "pdf", "text")


class VsokoPrint(ReportController):
    @http.route()
    def report_routes(self, reportname, docids=None, converter=None, **data):
        """A document of ours is printed for records that it is made for; no other page exists."""
        is_asked_well = converter in CONVERTERS and all(
            _is_mapping(data[name]) for name in ("options", "context") if data.get(name)
        )
        if not is_asked_well or not self._is_document(reportname):
            raise request.not_found()
        if reportname.startswith(OURS) and not self._is_printable(reportname, docids or ""):
            raise request.not_found()
        return super().report_routes(reportname, docids=docids, converter=converter, **data)

    def _is_document(self, reportname):
        try:
            return bool(request.env["ir.actions.report"]._get_report(reportname))
        except ValueError:
            return False

    def _is_printable(self, reportname, docids):
        Report = request.env["ir.actions.report"]
        # The name and the kind of records of a document are secret to nobody; records are read by
        # the rights of the user.
        report = Report.sudo().search([("report_name", "=", reportname)], limit=1)
        ids = [int(text) for text in docids.split(",") if text.isdecimal()]
        if not report or not ids:
            return False
        records = request.env[report.model].browse(ids)
        if records.exists() != records:
            return False
        records.check_access("read")
        return records.filtered_domain(literal_eval(report.domain or "[]")) == records


def _is_mapping(text):
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False
