from odoo import fields, models


class VsokoMeetingProposalAnswer(models.TransientModel):
    """Why a proposed question is not put into an agenda."""

    _name = "vsoko.meeting.proposal.answer"
    _description = "Answer to a proposal"

    proposal_id = fields.Many2one("vsoko.meeting.proposal", required=True, ondelete="cascade")
    answer = fields.Text(required=True)

    def action_decline(self):
        """Decline the proposal; its author reads the answer."""
        self.ensure_one()
        self.proposal_id._decline(self.answer)
        return self.proposal_id._toast(self.env._("Noted as declined"))
