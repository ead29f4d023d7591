from odoo import http
from odoo.http import request

from .file_response import made_file_response
from .readable import readable

EXTENSIONS = ("pdf", "docx", "xlsx")


class VsokoSheetController(http.Controller):
    @http.route(
        "/vsoko/sheet/<model('vsoko.sheet'):sheet>/<string:what>/<string:extension>",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def sheet(self, sheet, what, extension):
        """Send a sheet, or the summary of its session, to who may read it."""
        if extension not in EXTENSIONS or what not in ("sheet", "summary"):
            raise request.not_found()
        name, content = readable(sheet)._get_file(what, extension)
        return made_file_response(name, content, extension)

    @http.route(
        "/vsoko/commission/<model('vsoko.commission.sheet'):sheet>/<string:extension>",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def summary(self, sheet, extension):
        """Send the summary of a session to a member of the commission."""
        if extension not in EXTENSIONS:
            raise request.not_found()
        name, content = readable(sheet)._get_file(extension)
        return made_file_response(name, content, extension)
