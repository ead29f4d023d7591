from odoo import http
from odoo.http import request

from .file_response import made_file_response
from .readable import readable


class VsokoReportSetController(http.Controller):
    @http.route(
        "/vsoko/report-set/<model('vsoko.report.set'):report_set>/<string:extension>",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def download(self, report_set, extension):
        """Send the files of the set that the user may read, as one archive."""
        if extension != "zip":
            raise request.not_found()
        name, content = readable(report_set)._get_archive()
        return made_file_response(name, content, extension)
