from odoo import http
from odoo.http import request

from .file_response import made_file_response
from .readable import readable

EXTENSIONS = ("pdf", "docx")


class VsokoTestController(http.Controller):
    @http.route(
        "/vsoko/test/<model('vsoko.test'):test>/<string:extension>",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def specification(self, test, extension):
        """Send the specification of a test that the user may read."""
        if extension not in EXTENSIONS:
            raise request.not_found()
        name, content = readable(test)._get_specification(extension)
        return made_file_response(name, content, extension)
