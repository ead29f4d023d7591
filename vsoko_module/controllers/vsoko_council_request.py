from odoo import fields, http
from odoo.http import request

from .vsoko_council import VsokoCouncilPortal, text_of


class VsokoCouncilRequests(VsokoCouncilPortal):
    """Requests for information of a member of the governing council, and the answers to them."""

    @http.route("/my/vsoko/requests", type="http", auth="user", website=True, methods=["GET"])
    def council_requests(self, **_params):
        """What the member has asked, by when it is answered, and what was answered."""
        return self._render_requests()

    @http.route("/my/vsoko/request", type="http", auth="user", website=True, methods=["POST"])
    def council_ask(self, body=None, name=None, details=None, due_date=None, **_params):
        """Keep what a member wants to know; without a day the school answers in the usual time."""
        given = {"name": text_of(name), "details": text_of(details) or False}
        day = text_of(due_date)
        try:
            asked = given | ({"due_date": fields.Date.to_date(day)} if day else {})
        except ValueError:
            error = request.env._("“%s” is no day: choose it in the calendar.", day)
        else:
            error = self._send("vsoko.request", body, asked)
        if error:
            return self._render_requests(error=error, given=given | {"due_date": day})
        return request.redirect("/my/vsoko/requests")

    def _render_requests(self, **values):
        if not self._is_of_council():
            return request.redirect("/my")
        councils = self._get_councils()
        requests = request.env["vsoko.request"].search(
            [("body_id", "in", councils.ids), ("author_id", "=", request.env.uid)]
        )
        return request.render(
            "vsoko_module.portal_council_requests",
            self._prepare_council_page(
                title=request.env._("Information requests"),
                bodies=councils,
                requests=requests,
                is_of_requests=True,
                **values,
            ),
        )
