from odoo import http
from odoo.http import request

from .file_response import made_file_response
from .readable import readable

EXTENSIONS = ("pdf", "docx")


class VsokoRouteController(http.Controller):
    @http.route(
        "/vsoko/route/<model('vsoko.route'):route>/<string:extension>",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def route(self, route, extension):
        """Send an individual route to who may read it."""
        if extension not in EXTENSIONS:
            raise request.not_found()
        name, content = readable(route)._get_file(extension)
        return made_file_response(name, content, extension)
