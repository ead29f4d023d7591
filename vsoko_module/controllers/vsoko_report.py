from odoo import http
from odoo.http import content_disposition, request

from ..models.reporting.vsoko_report_files import MIMETYPES


class VsokoReportController(http.Controller):
    @http.route(
        "/vsoko/report/<model('vsoko.report'):report>/<string:extension>",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def download(self, report, extension):
        """Send the file of a report; what the user may not read answers as any other page."""
        if extension not in MIMETYPES:
            raise request.not_found()
        report.check_access("read")
        name, content = report._get_file(extension)
        kind = "inline" if extension == "pdf" else "attachment"
        return request.make_response(
            content,
            [
                ("Content-Type", MIMETYPES[extension]),
                ("Content-Length", len(content)),
                ("Content-Disposition", content_disposition(name, kind)),
                ("X-Content-Type-Options", "nosniff"),
            ],
        )
