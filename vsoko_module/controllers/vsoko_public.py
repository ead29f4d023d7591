from odoo import http
from odoo.http import request

from .file_response import file_response

# seconds during which a browser need not ask again
FRESH = 300


class VsokoPublic(http.Controller):
    """The open page of the school: what is published for everybody, without login."""

    @http.route("/vsoko", type="http", auth="public", website=True, methods=["GET"])
    def index(self):
        publications = request.env["vsoko.publication"]._get_public_list()
        return self._render(
            "vsoko_module.public_vsoko",
            {"publications": publications, "school": request.env.company.name},
        )

    @http.route(
        "/vsoko/<int:publication_id>", type="http", auth="public", website=True, methods=["GET"]
    )
    def publication(self, publication_id):
        content = request.env["vsoko.publication"]._get_public_content(publication_id)
        if content is None:
            raise request.not_found()
        return self._render(
            "vsoko_module.public_publication",
            {"content": content, "link": None, "file_url": f"/vsoko/{publication_id}/file"},
        )

    @http.route(
        "/vsoko/<int:publication_id>/file/<int:file_id>",
        type="http",
        auth="public",
        methods=["GET"],
    )
    def file(self, publication_id, file_id):
        publication = request.env["vsoko.publication"]._find_public(publication_id)
        if not publication:
            raise request.not_found()
        return file_response(publication, file_id)

    def _render(self, template, values):
        response = request.render(template, values)
        if request.env.user._is_public():
            # Private: the answer also sets a session cookie, which a shared cache must not keep.
            # The page of a user who has logged in carries that user's name and is not kept at all.
            response.headers["Cache-Control"] = f"private, max-age={FRESH}"
        return response
