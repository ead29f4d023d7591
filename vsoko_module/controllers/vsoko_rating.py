from odoo import http

from .file_response import made_file_response
from .readable import readable


class VsokoRatingController(http.Controller):
    @http.route(
        "/vsoko/rating/<model('vsoko.rating.line'):line>/recount",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def recount(self, line):
        """Send the file by which whoever reads a line recomputes its index."""
        return made_file_response(*readable(line)._get_recount(), "xlsx")
