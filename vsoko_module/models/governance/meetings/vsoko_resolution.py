from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ...mixins.locking import NOTES
from ..bodies.vsoko_body_mine_mixin import STAFF

STATES = [
    ("draft", "Draft"),
    ("adopted", "To be done"),
    ("done", "Done"),
    ("cancelled", "Revoked"),
]
ADMINISTRATION = "vsoko_module.group_administration"


class VsokoResolution(models.Model):
    """What a body has decided on a question: the text, who does it, until when.

    The text is locked with the minutes; what became of it goes on afterwards.
    """

    _name = "vsoko.resolution"
    _inherit = ["vsoko.meeting.part.mixin", "mail.thread", "mail.activity.mixin"]
    _description = "Resolution"
    _order = "meeting_id desc, item_id, sequence, id"
    _free_fields = NOTES | {"state", "done_date", "outcome"}

    # a search through these passes by the rules of messages
    message_ids = fields.One2many(groups=STAFF)
    website_message_ids = fields.One2many(groups=STAFF)

    item_id = fields.Many2one(
        "vsoko.meeting.item", string="Question", required=True, index=True, ondelete="cascade"
    )
    meeting_id = fields.Many2one(
        related="item_id.meeting_id", store=True, required=False, string="Meeting"
    )
    sequence = fields.Integer(default=10, aggregator=None)
    number = fields.Char(string="Resolution no.", compute="_compute_number")
    name = fields.Text(string="Resolution", required=True)
    responsible_id = fields.Many2one(
        "res.users",
        string="Account of the responsible person",
        index="btree_not_null",
        ondelete="restrict",
        groups=STAFF,
    )
    responsible = fields.Char(
        string="Responsible",
        compute="_compute_responsible",
        store=True,
        readonly=False,
        precompute=True,
    )
    deadline = fields.Date(string="Due")
    state = fields.Selection(STATES, default="draft", required=True, readonly=True, copy=False)
    done_date = fields.Date(string="Done on", readonly=True, copy=False)
    outcome = fields.Text(string="What was done", readonly=True, copy=False)
    is_overdue = fields.Boolean(string="Overdue", compute="_compute_is_overdue")
    vote_text = fields.Char(related="item_id.vote_text")

    @api.depends("sequence", "item_id.place", "item_id.resolution_ids.sequence")
    def _compute_number(self):
        for item, own in self.grouped("item_id").items():
            order = list(
                item.resolution_ids.sorted(lambda one: (one.sequence, one._origin.id or 0))
            )
            for resolution in own:
                place = order.index(resolution) + 1 if resolution in order else 1
                resolution.number = f"{item.place}.{place}"

    @api.depends("responsible_id")
    def _compute_responsible(self):
        for resolution in self:
            # A colleague is named in the minutes anyway.
            resolution.responsible = resolution.sudo().responsible_id.name or resolution.responsible

    @api.depends("state", "deadline")
    def _compute_is_overdue(self):
        today = fields.Date.context_today(self)
        for one in self:
            one.is_overdue = one.state == "adopted" and bool(one.deadline) and one.deadline <= today

    @api.depends("number", "name")
    def _compute_display_name(self):
        for resolution in self:
            text = (resolution.name or "").replace("\n", " ")
            short = f"{text[:80]}…" if len(text) > 80 else text
            resolution.display_name = f"{resolution.number}. {short}"

    def _adopt(self):
        """The minutes were signed: what was decided has to be done, and its people hear of it."""
        # The right to sign was checked by the caller.
        adopted = self.sudo().filtered(lambda one: one.state == "draft")
        adopted.write({"state": "adopted"})
        for resolution in adopted.filtered(lambda one: one.responsible_id and one.deadline):
            if resolution.responsible_id._is_internal():
                told = resolution.with_context(lang=resolution.responsible_id.lang)
                told.activity_schedule(
                    "mail.mail_activity_data_todo",
                    date_deadline=resolution.deadline,
                    summary=told.env._("Resolution of “%s”", resolution.body_id.name),
                    user_id=resolution.responsible_id.id,
                )

    def action_done(self):
        """Ask what was done."""
        return self._ask_outcome("done")

    def action_cancel(self):
        """Ask why the resolution is not done."""
        return self._ask_outcome("cancelled")

    def _ask_outcome(self, state):
        self.ensure_one()
        self._check_may_close()
        return self._open_action(
            "vsoko_module.vsoko_resolution_outcome_action",
            context={"default_resolution_id": self.id, "default_state": state},
        )

    def _close(self, state, outcome):
        """Keep what became of the resolution; a cancelled one says why."""
        self._check_may_close()
        self._take_turn()
        # The right was checked above; the text stays locked.
        resolution = self.sudo()
        resolution.write(
            {
                "state": state,
                "outcome": outcome,
                "done_date": fields.Date.context_today(self) if state == "done" else False,
            }
        )
        resolution.activity_feedback(["mail.mail_activity_data_todo"])

    def _check_may_close(self):
        """Raise unless the user answers for the resolution and it has to be done."""
        self.check_access("read")
        # Only compared: who is responsible.
        is_own = self.sudo().responsible_id == self.env.user
        if not (is_own or self.is_kept or self.env.user.has_group(ADMINISTRATION)):
            raise AccessError(
                self.env._(
                    "Who is responsible, the chair, the secretary or the administration says what"
                    " became of a resolution."
                )
            )
        if self.state != "adopted":
            raise UserError(
                self.env._("A resolution is done or cancelled once, after the minutes are signed.")
            )
