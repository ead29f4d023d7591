from odoo import http
from odoo.http import request

from odoo.addons.portal.controllers.portal import CustomerPortal


class VsokoFamilyPortal(CustomerPortal):
    """Pages of a family: own children and nobody else, by record rules."""

    @http.route("/my/child", type="http", auth="user", website=True, methods=["GET"])
    def children(self):
        """The only child at once, or the choice between several."""
        if not self._is_family():
            return request.redirect("/my")
        children = request.env["vsoko.family.child"].search([])
        if len(children) == 1:
            return self._render_child(children, children)
        return request.render(
            "vsoko_module.portal_children",
            self._prepare_family_page(children=children),
        )

    @http.route("/my/child/<int:child_id>", type="http", auth="user", website=True, methods=["GET"])
    def child(self, child_id):
        if not self._is_family():
            return request.redirect("/my")
        children = request.env["vsoko.family.child"].search([])
        child = children.filtered(lambda own: own.id == child_id)
        if not child:
            raise request.not_found()
        return self._render_child(child, children)

    @http.route("/my/child/agree", type="http", auth="user", website=True, methods=["POST"])
    def agree(self, route=None, **_params):
        """Keep that a parent agrees to the individual route of the own child."""
        if not self._is_family():
            return request.redirect("/my")
        routes = request.env["vsoko.family.route"].search([])
        asked = routes.filtered(lambda one: str(one.id) == route and one._may_agree())
        if not asked:
            raise request.not_found()
        asked._agree()
        return request.redirect(f"/my/child/{asked.student_id.id}#vsoko_routes")

    @http.route("/my/child/letters", type="http", auth="user", website=True, methods=["POST"])
    def letters(self, wanted=None, **_params):
        """Keep whether the reader wants letters about what is new."""
        if not self._is_family():
            return request.redirect("/my")
        request.env["vsoko.portal.reader"]._set_silent(not wanted)
        return request.redirect("/my/child#vsoko_letters")

    def _render_child(self, child, children):
        reader = request.env["vsoko.portal.reader"]
        reader._note_visit()
        publications = request.env["vsoko.publication"].search(
            [("audience", "=", "families"), ("state", "=", "approved")]
        )
        return request.render(
            "vsoko_module.portal_child",
            self._prepare_family_page(
                **child._prepare_page(publications),
                children=children,
                may_answer=True,
                is_silent=reader._get_own().is_silent,
                publications=[publication._prepare_heading() for publication in publications],
            ),
        )

    def _prepare_family_page(self, **values):
        return {
            **self._prepare_portal_layout_values(),
            "title": request.env._("My child"),
            "page_name": "child",
            **values,
        }

    def _is_family(self):
        """A family, or an employee who has a child here; the rest have nothing to read."""
        child = request.env["vsoko.family.child"]
        if not child.has_access("read"):
            return False
        is_family = request.env.user.has_group("vsoko_module.group_family")
        return is_family or bool(child.search_count([], limit=1))
