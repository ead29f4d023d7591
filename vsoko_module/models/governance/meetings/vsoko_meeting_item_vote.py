from odoo import api, fields, models
from odoo.exceptions import UserError

from ....tools.governance.votes import Votes, VotingRule
from ....tools.numbers import rounded
from ..bodies.vsoko_body import VOTE_BASES
from ..bodies.vsoko_body_mine_mixin import STAFF

METHODS = [
    ("count", "Open, by count"),
    ("names", "Open, by name"),
    ("secret", "Secret, by count"),
]
CHOICES = [("for", "For"), ("against", "Against"), ("abstained", "Abstained")]
RESULTS = [
    ("accepted", "Accepted"),
    ("casting", "Accepted by the vote of the chair"),
    ("rejected", "Rejected"),
]
# the result rests on these
COUNTED = frozenset(
    {"method", "in_favour", "against", "abstained", "present_at_vote", "casting_vote",
     "majority_num", "majority_den", "majority_strict", "majority_base", "vote_ids"}
)  # fmt: skip


class VsokoMeetingItem(models.Model):
    """The vote of a question. Its result is counted once, by the rule of that moment; another
    count is another vote, and the question says how often it was voted."""

    _inherit = "vsoko.meeting.item"

    method = fields.Selection(METHODS, string="Vote", required=True, default="count")
    in_favour = fields.Integer(string="For", aggregator=None, copy=False)
    against = fields.Integer(aggregator=None, copy=False)
    abstained = fields.Integer(aggregator=None, copy=False)
    present_at_vote = fields.Integer(
        string="Present at the vote",
        help="0: as many as were present at the beginning",
        aggregator=None,
        copy=False,
    )
    casting_vote = fields.Selection(
        CHOICES[:2], string="Vote of the chair", help="Decides between equal votes", copy=False
    )
    vote_ids = fields.One2many("vsoko.meeting.vote", "item_id", string="By name", groups=STAFF)
    majority_num = fields.Integer(
        string="Majority", compute="_compute_majority", store=True, readonly=False,
        aggregator=None,
    )  # fmt: skip
    majority_den = fields.Integer(
        string="Majority of", compute="_compute_majority", store=True, readonly=False,
        aggregator=None,
    )  # fmt: skip
    majority_strict = fields.Boolean(
        string="More than this share of votes", compute="_compute_majority", store=True,
        readonly=False,
    )  # fmt: skip
    majority_base = fields.Selection(
        VOTE_BASES, string="100 % of votes are", compute="_compute_majority", store=True,
        readonly=False,
    )  # fmt: skip
    members_at_vote = fields.Integer(
        string="Members at the vote", readonly=True, copy=False, aggregator=None
    )
    result = fields.Selection(RESULTS, readonly=True, copy=False)
    vote_number = fields.Integer(
        string="Votes taken", default=0, readonly=True, copy=False, aggregator=None
    )
    vote_text = fields.Char(string="How it was voted", compute="_compute_vote_text")

    _majority_is_share = models.Constraint(
        "CHECK(majority_num > 0 AND majority_num <= majority_den)",
        "A majority is a part of the votes: for example 1 of 2 or 2 of 3.",
    )

    @api.depends("meeting_id")
    def _compute_majority(self):
        for item in self:
            # The rule of the body, which all who read the meeting may know.
            body = item.sudo().meeting_id.body_id
            item.majority_num = body.majority_num or 1
            item.majority_den = body.majority_den or 2
            item.majority_strict = body.majority_strict
            item.majority_base = body.majority_base or "present"

    @api.depends("result", "in_favour", "against", "abstained", "majority_base")
    def _compute_vote_text(self):
        for item in self:
            item.vote_text = item._get_vote_text()

    def write(self, vals):
        if not self.env.su and COUNTED & vals.keys() and any(item.result for item in self):
            raise UserError(
                self.env._("The vote is counted and stays as it is. Press “Vote again”.")
            )
        return super().write(vals)

    def action_count_votes(self):
        """Count the vote of the questions by the rule of this moment, once."""
        self.check_access("write")
        for item in self:
            item._take_turn()
            item._check_may_vote()
            votes = item._get_votes()
            item._check_votes(votes)
            result = votes.get_result(
                VotingRule(item.majority_num, item.majority_den, item.majority_strict),
                item.majority_base,
                item.casting_vote if item.meeting_id.body_id.has_casting_vote else None,
            )
            # The right and the state were checked above.
            item.sudo().write(
                {
                    "in_favour": votes.in_favour,
                    "against": votes.against,
                    "abstained": votes.abstained,
                    "present_at_vote": votes.present,
                    "members_at_vote": votes.members,
                    "result": result,
                    "vote_number": item.vote_number + 1,
                }
            )
        return self._toast(self.env._("Votes counted"))

    def action_vote_again(self):
        """Forget the outcome: the question is voted anew."""
        self.check_access("write")
        for item in self:
            item.meeting_id._check_state("held", "minutes_draft")
            # As above; the number of votes that were taken stays.
            item.sudo().write({"result": False, "members_at_vote": 0})
        return self._toast(self.env._("The vote is forgotten: vote anew"))

    def _check_may_vote(self):
        meeting = self.meeting_id
        meeting._check_state("held", "minutes_draft")
        if not meeting.has_quorum:
            raise UserError(self.env._("There was no quorum: nothing is decided by a vote."))
        if self.result:
            raise UserError(
                self.env._("The vote is counted and stays as it is. Press “Vote again”.")
            )

    def _get_votes(self):
        """Return the counts of this moment; those by name follow from the names."""
        called = self.meeting_id.attendance_ids.filtered("has_vote")
        present = called.filtered(lambda line: line.presence == "present")
        counts = [self.in_favour, self.against, self.abstained]
        if self.method == "names":
            given = self.vote_ids.mapped("choice")
            counts = [given.count(choice) for choice, _name in CHOICES]
        return Votes(*counts, self.present_at_vote or len(present), len(called))

    def _check_votes(self, votes):
        """Raise UserError when the numbers cannot be so."""
        fault = votes.get_fault()
        if fault == "negative":
            raise UserError(self.env._("A number of votes is not below zero."))
        if fault == "crowd":
            raise UserError(
                self.env._(
                    "At the vote %(present)s were present, and the body has %(members)s members"
                    " with a vote.",
                    present=votes.present,
                    members=votes.members,
                )
            )
        if fault == "votes":
            raise UserError(
                self.env._(
                    "For, against and abstained make %(cast)s votes, and %(present)s were present.",
                    cast=votes.cast,
                    present=votes.present,
                )
            )
        if not votes.cast:
            raise UserError(self.env._("Enter the votes first."))

    def _get_vote_text(self):
        """Return the sentence of the minutes about the vote; empty where there was none."""
        if not self.result:
            return ""
        votes = Votes(
            self.in_favour, self.against, self.abstained, self.present_at_vote,
            self.members_at_vote,
        )  # fmt: skip
        percent = votes.get_percent(self.majority_base)
        names = dict(self._fields["result"]._description_selection(self.env))
        text = self.env._(
            "For %(favour)s, against %(against)s, abstained %(abstained)s",
            favour=votes.in_favour,
            against=votes.against,
            abstained=votes.abstained,
        )
        if votes.not_voted:
            text += self.env._(", did not vote %s", votes.not_voted)
        if percent is not None:
            text += f" ({rounded(float(percent), 1)} %)".replace(".", ",")
        return f"{text}. {names[self.result]}."
