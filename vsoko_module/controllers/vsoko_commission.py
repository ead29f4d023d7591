from odoo import http
from odoo.http import request

from ..tools.reports.points import points_text
from .vsoko_council import VsokoCouncilPortal


class VsokoCommissionPortal(VsokoCouncilPortal):
    """Sheets of teachers before the commission in which a member of the council sits: to read."""

    @http.route("/my/vsoko/sheets", type="http", auth="user", website=True, methods=["GET"])
    def commission_sheets(self, **_params):
        """The sheets of the session, by name or by number as the scheme says."""
        if not self._is_of_council():
            return request.redirect("/my")
        return request.render(
            "vsoko_module.portal_commission_sheets",
            self._prepare_sheet_page(sheets=request.env["vsoko.commission.sheet"].search([])),
        )

    @http.route(
        "/my/vsoko/sheet/<int:sheet_id>", type="http", auth="user", website=True, methods=["GET"]
    )
    def commission_sheet(self, sheet_id):
        """One sheet: its criteria with the points of each step."""
        sheet = self._find_for_member("vsoko.commission.sheet", sheet_id)
        return request.render(
            "vsoko_module.portal_commission_sheet", self._prepare_sheet_page(sheet=sheet)
        )

    def _prepare_sheet_page(self, **values):
        title = request.env._("Sheets of teachers before the commission")
        return self._prepare_council_page(
            title=title, page_name="commission", points_text=points_text, **values
        )
