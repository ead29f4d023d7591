from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..bodies.vsoko_body_mine_mixin import STAFF

STATES = [
    ("new", "Proposed"),
    ("accepted", "In the agenda"),
    ("declined", "Declined"),
]
ADMINISTRATION = "vsoko_module.group_administration"


class VsokoMeetingProposal(models.Model):
    """A question that a member of a body proposes for its agenda.

    The author writes it once; the chair or the secretary puts it into the agenda of a meeting, or
    declines it and says why.
    """

    _name = "vsoko.meeting.proposal"
    _inherit = ["vsoko.member.words.mixin"]
    _description = "Proposal to the agenda"
    _order = "id desc"
    _longest = {"name": 300, "reason": 5000}

    body_id = fields.Many2one(
        "vsoko.body",
        string="Council or commission",
        required=True,
        index=True,
        ondelete="cascade",
        domain="[('is_mine', '=', True)]",
    )
    company_id = fields.Many2one(related="body_id.company_id", store=True, index=True)
    name = fields.Char(string="Question", required=True)
    reason = fields.Text(string="Why it is proposed")
    author_id = fields.Many2one(
        "res.users",
        string="Author",
        required=True,
        default=lambda self: self.env.uid,
        readonly=True,
        index=True,
        ondelete="restrict",
        groups=STAFF,
    )
    author_name = fields.Char(string="Proposed by", compute="_compute_author_name", store=True)
    state = fields.Selection(STATES, default="new", required=True, readonly=True, copy=False)
    meeting_id = fields.Many2one(
        "vsoko.meeting", readonly=True, copy=False, index="btree_not_null", ondelete="set null"
    )
    answer = fields.Text(readonly=True, copy=False)

    @api.depends("author_id")
    def _compute_author_name(self):
        for proposal in self:
            # The name of a member, which the other members know.
            proposal.author_name = proposal.sudo().author_id.name

    @api.model_create_multi
    def create(self, vals_list):
        proposals = super().create(vals_list)
        # Whom the program asks for its own records is not the author.
        if not self.env.su and not all(proposal.is_mine for proposal in proposals):
            raise AccessError(
                self.env._("Questions are proposed by the members of the body, in their term.")
            )
        return proposals

    def write(self, vals):
        if not self.env.su and any(one.state != "new" for one in self):
            raise UserError(self.env._("The proposal is answered already and stays as it is."))
        return super().write(vals)

    def action_accept(self):
        """Put the questions into the agenda of the next meeting of the body."""
        for proposal in self:
            proposal._take_turn()
            proposal._check_keeper()
            meeting = proposal._get_next_meeting()
            self.env["vsoko.meeting.item"].create(
                {
                    "meeting_id": meeting.id,
                    "name": proposal.name,
                    "kind": "discussion",
                    "speaker": proposal.author_name,
                    "origin": "proposal",
                }
            )
            # The right was checked above.
            proposal.sudo().write({"state": "accepted", "meeting_id": meeting.id})
        return self._toast(self.env._("Put into the agenda"))

    def action_decline(self):
        """Ask why the question is not put into an agenda."""
        self.ensure_one()
        self._check_keeper()
        return self._open_action(
            "vsoko_module.vsoko_meeting_proposal_answer_action",
            context={"default_proposal_id": self.id},
        )

    def _decline(self, answer):
        self._check_keeper()
        # As above.
        self.sudo().write({"state": "declined", "answer": answer})

    def _check_keeper(self):
        """Raise unless the user is the chair, the secretary or of the administration, and the
        proposal waits for an answer."""
        self.check_access("read")
        if not (self.is_kept or self.env.user.has_group(ADMINISTRATION)):
            raise AccessError(
                self.env._("The chair or the secretary of the body answers proposals.")
            )
        if self.state != "new":
            raise UserError(self.env._("The proposal is answered already and stays as it is."))

    def _get_next_meeting(self):
        """Return the first meeting of the body whose agenda is still open."""
        meeting = self.env["vsoko.meeting"].search(
            [("body_id", "=", self.body_id.id), ("state", "=", "planned")],
            order="date_start",
            limit=1,
        )
        if not meeting:
            raise UserError(
                self.env._(
                    "“%(body)s” has no planned meeting: plan one, then put the question into its"
                    " agenda.",
                    body=self.body_id.name,
                )
            )
        return meeting
