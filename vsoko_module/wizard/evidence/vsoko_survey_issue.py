from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools.reports.file_names import file_name
from ...tools.surveys.codes import spaced
from ...tools.writers.qr import qr_uri

# codes on one sheet: two in a row
MOST = 300


class VsokoSurveyIssue(models.TransientModel):
    """Asks for sheets with codes; the codes are made while they are printed and kept nowhere."""

    _name = "vsoko.survey.issue"
    _description = "Sheets with codes"

    campaign_id = fields.Many2one("vsoko.survey.campaign", required=True, ondelete="cascade")
    group_ids = fields.Many2many(
        "vsoko.survey.group",
        string="Groups",
        domain="[('campaign_id', '=', campaign_id)]",
        help="Empty: all groups of the campaign",
    )
    count = fields.Integer(
        string="Codes for each group",
        help="0: as many as are missing to the expected",
    )
    is_anew = fields.Boolean(
        string="Make the unused codes void",
        help="For lost sheets: what was printed before and not used does not work any more",
    )
    is_done = fields.Boolean(readonly=True)

    @api.constrains("count")
    def _check_count(self):
        for issue in self:
            if not 0 <= issue.count <= MOST:
                raise UserError(
                    self.env._("From 0 to %(most)s codes for a group at once.", most=MOST)
                )

    def action_print(self):
        self.ensure_one()
        self.campaign_id.check_access("write")
        return self._open_address(f"/vsoko/survey/{self.id}/codes", "new")

    def _make_sheets(self):
        """Return (name, bytes) of the PDF with the new codes; they are nowhere else."""
        self.ensure_one()
        self._take_turn()
        self._take_time()
        if self.is_done:
            raise UserError(
                self.env._("These sheets were made already: ask for new ones in the campaign.")
            )
        campaign = self.campaign_id
        groups = self.group_ids or campaign.group_ids
        issued = campaign._issue(groups, self.count, self.is_anew)
        if not any(codes for _group, codes in issued):
            raise UserError(
                self.env._(
                    "All expected codes are given out. Say how many more are needed, or make the"
                    " unused ones void."
                )
            )
        self.is_done = True
        page = self.env["ir.qweb"]._render(
            "vsoko_module.survey_sheets", self._prepare_sheets(issued)
        )
        content = self.env["ir.actions.report"]._print_vsoko_page(str(page))
        return file_name([self.env._("Codes"), campaign.name], "pdf"), content

    def _prepare_sheets(self, issued):
        url = f"{self.campaign_id.get_base_url()}/vsoko/s/{self.campaign_id.id}"
        return {
            "language": (self.env.lang or "en")[:2],
            "campaign": self.campaign_id,
            "url": url,
            "sheets": [
                {
                    "name": group.name,
                    "cards": [
                        {"code": spaced(code), "person": person, "picture": qr_uri(f"{url}#{code}")}
                        for code, person in codes
                    ],
                }
                for group, codes in issued
                if codes
            ],
        }
