from odoo import http
from odoo.http import request

from ..models.reporting.reports.vsoko_report_files import MIMETYPES
from .file_response import made_file_response
from .readable import readable


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
        name, content = readable(report)._get_file(extension)
        return made_file_response(name, content, extension)
