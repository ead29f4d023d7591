from odoo import api, models

from ...overview.vsoko_start_page import ADMINISTRATION, DIRECTOR, StartCard


class VsokoStartPage(models.AbstractModel):
    _inherit = "vsoko.start.page"

    @api.model
    def _get_cards(self):
        """Return the cards with those of reports: what waits for an approval comes first."""
        return [
            self._make_approval_card(
                "reports_to_approve",
                "vsoko.report",
                self.env._("Reports to approve"),
                self.env._("No report waits to be approved."),
                self.env._("Approve"),
                self.env._(
                    "The report will be locked: neither its figures nor its texts can be"
                    " changed afterwards. Approve?"
                ),
            ),
            *super()._get_cards(),
            StartCard(
                "reports",
                "vsoko.report",
                self.env._("Drafts of my reports"),
                self.env._("You have no draft of a report."),
                domain=[("state", "=", "draft"), ("author_id", "=", self.env.uid)],
                describe=self._describe_waiting,
                groups=f"{ADMINISTRATION},!{DIRECTOR}",
            ),
        ]
