from odoo import http
from odoo.http import request

from .file_response import file_response

# seconds during which a browser need not ask again
FRESH = 300
FRAMES = "frame-ancestors 'self'; object-src 'none'; base-uri 'self'"


class VsokoPublic(http.Controller):
    """The open page of the school: what is published for everybody, without login."""

    @http.route("/vsoko", type="http", auth="public", website=True, methods=["GET"])
    def index(self):
        """The publications of the only school at once, or the choice between several."""
        schools = self._publications()._get_public_schools()
        if len(schools) > 1:
            return self._render("vsoko_module.public_schools", {"schools": schools})
        return self._render_school(next(iter(schools), request.env.company.id))

    @http.route(
        "/vsoko/school/<int:school_id>", type="http", auth="public", website=True, methods=["GET"]
    )
    def school(self, school_id):
        """The publications of one school; a school that has none yet is told so."""
        return self._render_school(school_id)

    @http.route(
        "/vsoko/<int:publication_id>", type="http", auth="public", website=True, methods=["GET"]
    )
    def publication(self, publication_id):
        content = self._publications()._get_public_content(publication_id)
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
        publication = self._publications()._find_public(publication_id)
        if not publication:
            raise request.not_found()
        return file_response(publication, file_id)

    def _publications(self):
        return request.env["vsoko.publication"]._as_visitor()

    def _render_school(self, school_id):
        published = self._publications()
        schools = published._get_public_schools()
        company = request.env.company
        own = {company.id: company.name}
        return self._render(
            "vsoko_module.public_vsoko",
            {
                "shelves": published._get_public_shelves(school_id),
                "content": published._get_public_glance(school_id),
                "link": None,
                "school": schools.get(school_id) or own.get(school_id, ""),
                "is_one_of_many": len(schools) > 1,
            },
        )

    def _render(self, template, values):
        title = request.env._("Quality of education")
        response = request.render(template, {"title": title, **values})
        # no other site shows the page of the school inside its own
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
        response.headers["Content-Security-Policy"] = FRAMES
        if request.env.user._is_public():
            # Private: the answer also sets a session cookie, which a shared cache must not keep.
            # The page of a user who has logged in carries that user's name and is not kept at all.
            response.headers["Cache-Control"] = f"private, max-age={FRESH}"
        return response
