from odoo import http
from odoo.fields import Domain
from odoo.http import request

from odoo.addons.portal.controllers.portal import CustomerPortal

from .file_response import file_response


class VsokoPortal(CustomerPortal):
    """Pages of the governing council. Everything is read by the record rules of the reader."""

    def _prepare_home_portal_values(self, counters):
        values = super()._prepare_home_portal_values(counters)
        if "vsoko_publication_count" in counters:
            values["vsoko_publication_count"] = (
                len(self._get_publications()) if self._is_reader() else 0
            )
        if "vsoko_child_count" in counters:
            Child = request.env["vsoko.family.child"]
            values["vsoko_child_count"] = Child.search_count([]) if Child.has_access("read") else 0
        return values

    @http.route("/my/vsoko", type="http", auth="user", website=True, methods=["GET"])
    def overview(self):
        """State of the school by the objects of assessment, and what is published."""
        if not self._is_reader():
            return request.redirect("/my")
        publications = self._get_publications()
        current = self._get_current(publications)
        return request.render(
            "vsoko_module.portal_vsoko",
            self._prepare_page(
                current=current,
                content=current._prepare_content() if current else None,
                publications=[one._prepare_heading() for one in publications],
                link="/my/vsoko/indicator",
            ),
        )

    @http.route(
        "/my/vsoko/indicator/<string:code>",
        type="http",
        auth="user",
        website=True,
        methods=["GET"],
    )
    def indicator(self, code):
        """What an indicator is, how it is counted, its trend and comparison."""
        if not self._is_reader():
            return request.redirect("/my")
        current = self._get_current(self._get_publications())
        content = current._prepare_indicator_page(code) if current else None
        if content is None:
            raise request.not_found()
        return request.render("vsoko_module.portal_indicator", self._prepare_page(content=content))

    @http.route(
        "/my/vsoko/publication/<int:publication_id>",
        type="http",
        auth="user",
        website=True,
        methods=["GET"],
    )
    def publication(self, publication_id):
        """One publication with its figures, files and discussion."""
        publication = self._find(publication_id)
        return request.render(
            "vsoko_module.portal_publication",
            self._prepare_page(
                publication=publication,
                content=publication._prepare_content(),
                link=None,
                file_url=f"/my/vsoko/publication/{publication.id}/file",
            ),
        )

    @http.route(
        "/my/vsoko/publication/<int:publication_id>/file/<int:file_id>",
        type="http",
        auth="user",
        methods=["GET"],
    )
    def file(self, publication_id, file_id):
        return file_response(self._find(publication_id), file_id)

    def _prepare_page(self, **values):
        return {**self._prepare_portal_layout_values(), "page_name": "vsoko", **values}

    def _is_reader(self):
        """Members of the council, and employees who want to see what the council sees."""
        user = request.env.user
        return user.has_group("vsoko_module.group_governing_council") or user.has_group(
            "vsoko_module.group_user"
        )

    def _get_publications(self):
        return request.env["vsoko.publication"].search(
            Domain("state", "=", "approved") & Domain("audience", "in", ("council", "public")),
            order="period_end desc, date desc, id desc",
        )

    def _get_current(self, publications):
        """Return the newest publication with figures for the council, maybe empty."""
        return publications.filtered(lambda one: one.audience == "council" and one.line_ids)[:1]

    def _find(self, publication_id):
        """Return the publication if the reader may see it now; else the page does not exist."""
        publication = request.env["vsoko.publication"].search(
            [("id", "=", publication_id), ("state", "=", "approved")]
        )
        if not publication:
            raise request.not_found()
        return publication
