from odoo import api, fields, models

from ...evidence.optional_numbers import OptionalInteger

KINDS = [
    ("information", "Hear"),
    ("discussion", "Discuss"),
    ("decision", "Decide"),
    ("election", "Elect"),
    ("approval", "Approve"),
]
ORIGINS = [
    ("plan", "Plan of the year"),
    ("proposal", "Proposal of a member"),
    ("report", "Report"),
    ("figure", "Indicator of the school"),
    ("act", "Local act"),
    ("other", "Other"),
]
# what these ask for is decided by a vote
VOTED = ("decision", "election", "approval")


class VsokoMeetingItem(models.Model):
    """A question of the agenda: what was heard, who spoke, how it was voted and decided."""

    _name = "vsoko.meeting.item"
    _inherit = ["vsoko.meeting.part.mixin"]
    _description = "Question of a meeting"
    _order = "meeting_id, sequence, id"

    sequence = fields.Integer(default=10, aggregator=None)
    place = fields.Integer(string="No. in order", compute="_compute_place")
    name = fields.Char(string="Question", required=True)
    kind = fields.Selection(KINDS, string="What to do", required=True, default="information")
    speaker = fields.Char(help="Who reports, with the post")
    minutes = OptionalInteger(string="Time, min", aggregator=None)
    origin = fields.Selection(ORIGINS, string="Comes from", required=True, default="other")
    proposal_id = fields.Many2one(
        "vsoko.meeting.proposal", readonly=True, copy=False, index="btree_not_null"
    )
    material_ids = fields.One2many("vsoko.meeting.material", "item_id", string="Materials")
    heard = fields.Text(help="What was reported, in short")
    speeches = fields.Text(help="One speech a line: “Name: what was said”")
    is_postponed = fields.Boolean(string="Put off")
    resolution_ids = fields.One2many("vsoko.resolution", "item_id", string="Resolutions")
    separate_opinion = fields.Text(
        help="Of a member who does not agree: “Name: opinion”, one a line"
    )

    @api.depends("sequence", "meeting_id.item_ids.sequence")
    def _compute_place(self):
        for meeting, items in self.grouped("meeting_id").items():
            order = list(meeting.item_ids.sorted(lambda one: (one.sequence, one._origin.id or 0)))
            for item in items:
                item.place = order.index(item) + 1 if item in order else 0

    def _get_problem(self):
        """Return what the minutes lack about the question; None: nothing."""
        if self.is_postponed:
            return None
        if not self.meeting_id.has_quorum and (self.resolution_ids or self.result):
            return self.env._("without a quorum nothing is decided; put it off.")
        if not self.meeting_id.has_quorum:
            return None
        if not (self.heard or self.resolution_ids or self.result):
            return self.env._("say what was heard, or put it off.")
        if self.kind in VOTED and not self.result:
            return self.env._("count the vote, or put it off.")
        if self.resolution_ids and self.result == "rejected":
            return self.env._("the vote has rejected it: take its resolutions out.")
        return None
