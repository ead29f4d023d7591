from odoo import http
from odoo.http import request

from .file_response import made_file_response
from .readable import readable

EXTENSIONS = ("pdf", "docx")


class VsokoVisitController(http.Controller):
    @http.route(
        "/vsoko/visit/<model('vsoko.observation'):sheet>/<string:extension>",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def card(self, sheet, extension):
        """Send the card of a visit that the user may read."""
        if extension not in EXTENSIONS:
            raise request.not_found()
        name, content = readable(sheet)._get_card(extension)
        return made_file_response(name, content, extension)
