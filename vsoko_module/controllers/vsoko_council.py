from odoo import http
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.http import request

from odoo.addons.portal.controllers.portal import CustomerPortal


class VsokoCouncilPortal(CustomerPortal):
    """Meetings of the governing council, read by the record rules of its members.

    A member writes one thing: a question proposed for the agenda. Odoo makes one class of all
    pages of the portal, so each name here is of this class alone.
    """

    @http.route("/my/vsoko/meetings", type="http", auth="user", website=True, methods=["GET"])
    def council_meetings(self, **_params):
        """Meetings to come and past, resolutions and their fulfilment, own proposals."""
        return self._render_council()

    @http.route(
        "/my/vsoko/meeting/<int:meeting_id>", type="http", auth="user", website=True,
        methods=["GET"],
    )  # fmt: skip
    def council_meeting(self, meeting_id):
        """One meeting: agenda, published materials, resolutions and minutes."""
        meeting = self._find_for_member("vsoko.meeting", meeting_id)
        return request.render(
            "vsoko_module.portal_council_meeting", self._prepare_council_page(meeting=meeting)
        )

    @http.route("/my/vsoko/material/<int:material_id>", type="http", auth="user", methods=["GET"])
    def council_material(self, material_id):
        """Send a material that was published for the members; the browser saves it."""
        material = self._find_for_member("vsoko.meeting.material", material_id)
        stream = request.env["ir.binary"]._get_stream_from(
            material, "content", mimetype="application/octet-stream", filename=material.name
        )
        response = stream.get_response(as_attachment=True)
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    @http.route("/my/vsoko/proposal", type="http", auth="user", website=True, methods=["POST"])
    def council_propose(self, body=None, name=None, reason=None, **_params):
        """Keep a question that a member proposes for the agenda of the own council."""
        name = (name or "").strip()
        if not name or not (body or "").isdecimal():
            return self._render_council(error=request.env._("Write the question."), reason=reason)
        vals = {"body_id": int(body), "name": name, "reason": (reason or "").strip() or False}
        try:
            with request.env.cr.savepoint():
                request.env["vsoko.meeting.proposal"].create(vals)
        except UserError as error:
            return self._render_council(error=str(error), question=name, reason=reason)
        return request.redirect("/my/vsoko/meetings#vsoko_proposals")

    def _render_council(self, **values):
        if not self._is_of_council():
            return request.redirect("/my")
        env = request.env
        mine = Domain("is_mine", "=", True) & Domain("kind", "=", "governing")
        bodies = env["vsoko.body"].search(mine)
        of_bodies = Domain("body_id", "in", bodies.ids)
        meetings = env["vsoko.meeting"].search(of_bodies & Domain("state", "!=", "planned"))
        return request.render(
            "vsoko_module.portal_council_meetings",
            self._prepare_council_page(
                bodies=bodies,
                coming=meetings.filtered(lambda one: one.state == "invited").sorted("date_start"),
                past=meetings.filtered(lambda one: one.state != "invited"),
                resolutions=env["vsoko.resolution"].search(
                    of_bodies & Domain("state", "!=", "draft"), order="deadline, id"
                ),
                proposals=env["vsoko.meeting.proposal"].search(of_bodies),
                **values,
            ),
        )

    def _prepare_council_page(self, **values):
        return {
            **self._prepare_portal_layout_values(),
            "title": request.env._("Meetings of the council"),
            "page_name": "council",
            "error": None,
            **values,
        }

    def _is_of_council(self):
        return request.env["vsoko.body"].has_access("read")

    def _find_for_member(self, model, record_id):
        """Return the record if the reader may see it now; else the page does not exist."""
        if not self._is_of_council():
            raise request.not_found()
        record = request.env[model].search([("id", "=", record_id)])
        if not record:
            raise request.not_found()
        return record
