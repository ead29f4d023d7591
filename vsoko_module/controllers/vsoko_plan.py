from odoo import http
from odoo.http import request

from .file_response import made_file_response
from .readable import readable

EXTENSIONS = ("pdf", "xlsx", "docx")


class VsokoPlanController(http.Controller):
    @http.route(
        "/vsoko/plan/<model('vsoko.plan'):plan>/<string:extension>",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def plan(self, plan, extension):
        """Send the plan of a year that the user may read."""
        if extension not in EXTENSIONS:
            raise request.not_found()
        name, content = readable(plan)._get_file(extension)
        return made_file_response(name, content, extension)
