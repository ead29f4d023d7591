from odoo import http
from odoo.http import request

from .file_response import made_file_response
from .readable import readable

EXTENSIONS = ("pdf", "docx", "xlsx")


class VsokoCalendarController(http.Controller):
    @http.route(
        "/vsoko/schedule/<model('vsoko.calendar.print'):choice>/<string:extension>",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def calendar(self, choice, extension):
        """Send the calendar that the user has just chosen."""
        if extension not in EXTENSIONS:
            raise request.not_found()
        name, content = readable(choice)._get_file(extension)
        return made_file_response(name, content, extension)
