from odoo import http
from odoo.fields import Domain
from odoo.http import request

from odoo.addons.portal.controllers.portal import CustomerPortal

from .file_response import file_response


class VsokoPortal(CustomerPortal):
    """Pages of the governing council. Everything is read by the record rules of the reader."""

    @http.route("/my/vsoko", type="http", auth="user", website=True, methods=["GET"])
    def overview(self, school=None):
        """State of the school by the objects of assessment, and what is published."""
        if not self._is_reader():
            return request.redirect("/my")
        publications = self._get_publications()
        chosen, schools = self._choose_school(publications, school)
        own = publications.filtered(lambda publication: publication.company_id.id == chosen)
        current = self._get_current(own)
        reader = request.env["vsoko.portal.reader"]
        since = reader._note_visit()
        return request.render(
            "vsoko_module.portal_vsoko",
            self._prepare_quality_page(
                current=current,
                content=current._prepare_council_overview() if current else None,
                since=since,
                news=reader._get_council_news(since, own) if since else [],
                resolutions=reader._get_council_resolutions(),
                publications=[publication._prepare_heading() for publication in own],
                link=f"/my/vsoko/publication/{current.id}/indicator",
                schools=schools,
                chosen=chosen,
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
        """The page of an indicator in the newest publication for the council."""
        if not self._is_reader():
            return request.redirect("/my")
        return self._render_indicator(self._get_current(self._get_publications()), code)

    @http.route(
        "/my/vsoko/publication/<int:publication_id>/indicator/<string:code>",
        type="http",
        auth="user",
        website=True,
        methods=["GET"],
    )
    def published_indicator(self, publication_id, code):
        return self._render_indicator(self._find_publication(publication_id), code)

    @http.route(
        "/my/vsoko/publication/<int:publication_id>",
        type="http",
        auth="user",
        website=True,
        methods=["GET"],
    )
    def publication(self, publication_id):
        """One publication with its figures, files and discussion."""
        publication = self._find_publication(publication_id)
        return request.render(
            "vsoko_module.portal_publication",
            self._prepare_quality_page(
                publication=publication,
                content=publication._prepare_content(),
                link=f"/my/vsoko/publication/{publication.id}/indicator",
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
        return file_response(self._find_publication(publication_id), file_id)

    def _render_indicator(self, publication, code):
        """What an indicator is, how it is counted, its trend and comparison."""
        content = publication._prepare_indicator_page(code) if publication else None
        if content is None:
            raise request.not_found()
        page = self._prepare_quality_page(content=content)
        return request.render("vsoko_module.portal_indicator", page)

    def _choose_school(self, publications, wanted):
        """Return (school to show, {id: name} to choose from) of a reader of several schools."""
        newest = {publication.company_id.id: publication for publication in reversed(publications)}
        schools = {
            key: publication._prepare_heading()["school"] for key, publication in newest.items()
        }
        own = request.env.company.id
        if wanted and wanted.isdecimal() and int(wanted) in schools:
            return int(wanted), schools
        return own if own in schools else next(iter(schools), own), schools

    def _prepare_quality_page(self, **values):
        page_name = "vsoko" if self._is_reader() else "families"
        return {
            **self._prepare_portal_layout_values(),
            "title": request.env._("Quality of education"),
            "page_name": page_name,
            **values,
        }

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
        return publications.filtered(lambda own: own.audience == "council" and own.period_end)[:1]

    def _find_publication(self, publication_id):
        """Return the publication if the reader may see it now; else the page does not exist."""
        publication = request.env["vsoko.publication"].search(
            [("id", "=", publication_id), ("state", "=", "approved")]
        )
        if not publication:
            raise request.not_found()
        return publication
