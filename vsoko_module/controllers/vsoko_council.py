from odoo import http
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.http import request

from odoo.addons.portal.controllers.portal import CustomerPortal


def text_of(value):
    """Return the text of a field of a form; whoever sends a file instead has written nothing."""
    return value.replace("\0", "").strip() if isinstance(value, str) else ""


class VsokoCouncilPortal(CustomerPortal):
    """Meetings of the governing council, read by the record rules of its members.

    A member writes two things: a question proposed for the agenda, and a request for information
    (see `vsoko_council_request.py`). Odoo makes one class of all pages of the portal, so each name
    here is of this class alone.
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
        if not material._has_file():
            raise request.not_found()
        stream = request.env["ir.binary"]._get_stream_from(
            material, "content", mimetype="application/octet-stream", filename=material.name
        )
        response = stream.get_response(as_attachment=True)
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    @http.route("/my/vsoko/proposal", type="http", auth="user", website=True, methods=["POST"])
    def council_propose(self, body=None, name=None, reason=None, **_params):
        """Keep a question that a member proposes for the agenda of the own council."""
        given = {"name": text_of(name), "reason": text_of(reason) or False}
        if error := self._send("vsoko.meeting.proposal", body, given):
            return self._render_council(error=error, given=given)
        return request.redirect("/my/vsoko/meetings#vsoko_proposals")

    def _send(self, model, body, given):
        """Keep what a member sends to the own council once; return what is wrong with it, or None.

        :param body: the number of the council, as the page sends it
        """
        if not given["name"]:
            return request.env._("Write in words what you ask.")
        council = self._get_councils().filtered(lambda one: str(one.id) == body)
        if not council:
            return request.env._("Only members of the council write here, in their term.")
        try:
            with request.env.cr.savepoint():
                request.env[model]._send_once({"body_id": council.id, **given})
        except UserError as error:
            return str(error)
        return None

    def _render_council(self, **values):
        if not self._is_of_council():
            return request.redirect("/my")
        env = request.env
        bodies = self._get_councils()
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
            "given": {},
            **values,
        }

    def _get_councils(self):
        """Return the governing councils in which the reader sits today."""
        mine = Domain("is_mine", "=", True) & Domain("kind", "=", "governing")
        return request.env["vsoko.body"].search(mine)

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
