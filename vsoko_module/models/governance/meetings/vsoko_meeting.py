from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import format_date

from ...mixins.locking import NOTES
from ...mixins.numbering import numbered_in
from ...mixins.signing import signed_in
from ..bodies.vsoko_body import QUORUM_BASES
from ..bodies.vsoko_body_mine_mixin import STAFF

STATES = [
    ("planned", "Is planned"),
    ("invited", "Members are invited"),
    ("held", "Held"),
    ("minutes_draft", "Minutes are checked"),
    ("signed", "Minutes are signed"),
    ("cancelled", "Called off"),
]
FORMS = [("in_person", "In person"), ("remote", "Remote"), ("mixed", "Mixed")]


class VsokoMeeting(models.Model):
    """A meeting of a body, from its agenda to the signed minutes.

    Who was there, the quorum and the rule of each vote are copied at their moment and never
    counted anew, so a member who joins later changes nothing of the past. Signed minutes are
    locked; what was wrong in them is said by a correction beside them. A meeting that will not take
    place is called off with a reason.
    """

    _name = "vsoko.meeting"
    _inherit = [
        "vsoko.signing.mixin",
        "vsoko.numbering.mixin",
        "vsoko.body.mine.mixin",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _description = "Meeting"
    _order = "date_start desc, id desc"
    _rec_names_search = ["body_id"]
    _locked_states = ("signed", "cancelled")
    _signed_states = ("signed",)
    _signature = ("signed_by_id", "signed_date")
    _free_fields = NOTES
    _number_holder = "body_id"
    _number_series = ("body_id", "year_id")

    revision = fields.Integer(groups=STAFF)
    # a search through these passes by the rules of messages
    message_ids = fields.One2many(groups=STAFF)
    website_message_ids = fields.One2many(groups=STAFF)

    body_id = fields.Many2one(
        "vsoko.body", string="Council or commission", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(related="body_id.company_id", store=True, index=True)
    kind = fields.Selection(related="body_id.kind", store=True)
    date_start = fields.Datetime(string="Begins", required=True, index=True)
    hours = fields.Float(string="Takes, hours", default=1.5, aggregator=None)
    year_id = fields.Many2one(
        "vsoko.year",
        string="School year",
        compute="_compute_year_id",
        store=True,
        index=True,
        ondelete="restrict",
        groups=STAFF,
    )
    place = fields.Char()
    form = fields.Selection(FORMS, string="Form of the meeting", required=True, default="in_person")
    is_extraordinary = fields.Boolean(string="Extraordinary")
    chair_id = fields.Many2one(
        "vsoko.body.member",
        string="Chair",
        compute="_compute_officers",
        store=True,
        readonly=False,
        precompute=True,
        ondelete="restrict",
        domain="[('body_id', '=', body_id)]",
    )
    secretary_id = fields.Many2one(
        "vsoko.body.member",
        string="Secretary",
        compute="_compute_officers",
        store=True,
        readonly=False,
        precompute=True,
        ondelete="restrict",
        domain="[('body_id', '=', body_id)]",
    )
    guests = fields.Text(string="Guests", help="One a line: who is no member, and as what")
    item_ids = fields.One2many("vsoko.meeting.item", "meeting_id", string="Agenda")
    attendance_ids = fields.One2many("vsoko.meeting.attendance", "meeting_id", string="Attendance")
    resolution_ids = fields.One2many("vsoko.resolution", "meeting_id", string="Resolutions")
    correction_ids = fields.One2many("vsoko.meeting.correction", "meeting_id", string="Corrections")
    appendices = fields.Text(help="One a line")
    state = fields.Selection(STATES, default="planned", required=True, readonly=True, copy=False)
    invited_date = fields.Datetime(string="Invited on", readonly=True, copy=False)
    cancel_reason = fields.Text(string="Why it is called off", readonly=True, copy=False)
    roll_members = fields.Integer(
        string="Members in all", readonly=True, copy=False, aggregator=None
    )
    roll_present = fields.Integer(
        string="Present at the meeting", readonly=True, copy=False, aggregator=None
    )
    quorum_num = fields.Integer(string="Quorum, parts", readonly=True, copy=False, aggregator=None)
    quorum_den = fields.Integer(string="Quorum of", readonly=True, copy=False, aggregator=None)
    quorum_strict = fields.Boolean(string="More than this share", readonly=True, copy=False)
    quorum_base = fields.Selection(
        QUORUM_BASES, string="Quorum is a share of", readonly=True, copy=False
    )
    has_quorum = fields.Boolean(string="There is a quorum", readonly=True, copy=False)
    quorum_text = fields.Char(string="Quorum", compute="_compute_quorum_text")
    signed_by_id = fields.Many2one(
        "res.users",
        string="Signed by",
        readonly=True,
        copy=False,
        ondelete="restrict",
        groups=STAFF,
    )
    signed_date = fields.Datetime(string="Signed on", readonly=True, copy=False)

    _signed = signed_in("signed", by="signed_by_id", on="signed_date")
    _numbered = numbered_in("body_id", "year_id")

    @api.depends("body_id", "date_start")
    def _compute_year_id(self):
        # Years of the school of the meeting, which every employee reads.
        years = self.env["vsoko.year"].sudo().search([("company_id", "in", self.company_id.ids)])
        for meeting in self:
            day = meeting._get_day()
            meeting.year_id = years.filtered(
                lambda year, meeting=meeting, day=day: (
                    year.company_id == meeting.company_id
                    and day
                    and year.date_start <= day <= year.date_end
                )
            )[:1]

    @api.depends("body_id")
    def _compute_officers(self):
        for meeting in self:
            meeting.chair_id = meeting.body_id.chair_id
            meeting.secretary_id = meeting.body_id.secretary_id

    @api.depends("has_quorum", "roll_members", "roll_present", "state")
    def _compute_quorum_text(self):
        for meeting in self:
            meeting.quorum_text = meeting._get_quorum_text()

    @api.depends("body_id", "date_start", "number")
    def _compute_display_name(self):
        for meeting in self:
            day = meeting._get_day()
            parts = [
                meeting.body_id.name,
                self.env._("No. %s", meeting.number) if meeting.number else None,
                format_date(self.env, day) if day else None,
            ]
            meeting.display_name = ", ".join(filter(None, parts))

    def _get_day(self):
        """Return the day of the meeting by the clock of the user; None without a beginning."""
        if not self.date_start:
            return None
        return fields.Datetime.context_timestamp(self, self.date_start).date()

    @api.constrains("body_id", "chair_id", "secretary_id")
    def _check_officers(self):
        for meeting in self:
            if (meeting.chair_id | meeting.secretary_id).body_id - meeting.body_id:
                raise ValidationError(
                    self.env._("The chair and the secretary are members of the body itself.")
                )

    @api.constrains("body_id")
    def _check_body_stays(self):
        for meeting in self:
            if meeting.attendance_ids.member_id.body_id - meeting.body_id:
                raise ValidationError(
                    self.env._(
                        "The members of another body are called already: make a new meeting."
                    )
                )
