from odoo import api, models

from ...overview.vsoko_start_page import ADMINISTRATION, DIRECTOR, StartCard, StartPress


class VsokoStartPage(models.AbstractModel):
    _inherit = "vsoko.start.page"

    @api.model
    def _get_cards(self):
        """Return the cards with those of reports: what waits for an approval comes first."""
        draft = ("state", "=", "draft")
        return [
            StartCard(
                "reports_to_approve",
                "vsoko.report",
                self.env._("Reports to approve"),
                self.env._("No report waits to be approved."),
                domain=[draft],
                describe=self._describe_reports,
                groups=DIRECTOR,
                press=StartPress(
                    "action_approve",
                    self.env._("Approve"),
                    self.env._(
                        "The report will be locked: neither its figures nor its texts can be"
                        " changed afterwards. Approve?"
                    ),
                    lambda reports: reports.filtered(lambda one: not one.draft_section_count),
                ),
            ),
            *super()._get_cards(),
            StartCard(
                "reports",
                "vsoko.report",
                self.env._("Drafts of my reports"),
                self.env._("You have no draft of a report."),
                domain=[draft, ("author_id", "=", self.env.uid)],
                describe=self._describe_reports,
                groups=f"{ADMINISTRATION},!{DIRECTOR}",
            ),
        ]

    @api.model
    def _describe_reports(self, reports):
        """Say what a report lacks before it can be approved."""
        return {
            report.id: (
                self.env._("sections to accept: %(count)s", count=report.draft_section_count)
                if report.draft_section_count
                else self.env._("all sections are accepted"),
                False,
            )
            for report in reports
        }
