from odoo import http
from odoo.http import request

from .file_response import made_file_response
from .readable import readable

EXTENSIONS = ("pdf", "docx")


class VsokoDocumentController(http.Controller):
    @http.route(
        "/vsoko/document/<model('vsoko.document'):document>/order/<string:extension>",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def order(self, document, extension):
        """Send an order in print to who may read it; other documents are none."""
        _check(extension)
        if readable(document).kind != "order":
            raise request.not_found()
        return made_file_response(*document._get_order(extension), extension)

    @http.route(
        "/vsoko/document/<model('vsoko.document'):document>/acquaintance/<string:extension>",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def acquaintance(self, document, extension):
        """Send the sheet of who is to read a document to who keeps the register."""
        _check(extension)
        document = readable(document)
        document.check_access("write")
        return made_file_response(*document._get_sheet(extension), extension)


def _check(extension):
    if extension not in EXTENSIONS:
        raise request.not_found()
