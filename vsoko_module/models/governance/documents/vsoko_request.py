from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...mixins.locking import NOTES
from ..bodies.vsoko_body_mine_mixin import STAFF

# article 12 of federal law 59 of 2006: an appeal is answered within thirty days
DAYS = 30
OPEN = ("new", "in_work")


class VsokoRequest(models.Model):
    """What somebody wants to know of the quality of education, and what the school answered.

    Employees ask and read their own requests, and so does a member of the governing council on the
    portal, in the own term; the administration answers. An answer is locked; where it is wrong the
    request is opened again.
    """

    _name = "vsoko.request"
    _inherit = [
        "vsoko.company.mixin",
        "vsoko.lock.mixin",
        "vsoko.member.words.mixin",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _description = "Information request"
    _order = "date desc, id desc"
    _locked_states = ("answered", "refused")
    _free_fields = NOTES
    _longest = {"name": 300, "details": 5000}
    _entered_by = {
        "vsoko_module.group_user": None,
        "vsoko_module.group_governing_council": {
            "create": {"body_id", "name", "details", "due_date"}
        },
    }

    # a search through these passes by the rules of messages
    message_ids = fields.One2many(groups=STAFF)
    website_message_ids = fields.One2many(groups=STAFF)

    name = fields.Char(string="What is asked", required=True, tracking=True)
    details = fields.Text()
    asker_kind = fields.Selection(
        [
            ("parents", "Parents"),
            ("pupils", "Pupils"),
            ("council", "Governing council"),
            ("staff", "Employees"),
            ("founder", "Founder"),
            ("public", "Public bodies, employers, the media"),
        ],
        string="Who asks",
        required=True,
        default=lambda self: "staff" if self.env.user._is_internal() else "council",
        index=True,
    )
    body_id = fields.Many2one(
        "vsoko.body",
        string="Council",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        domain="[('kind', '=', 'governing')]",
        help="Of which council the asker speaks as a member",
    )
    asker = fields.Char(string="Name of who asks", default=lambda self: self._get_reader_outside())
    author_id = fields.Many2one(
        "res.users",
        string="Entered by",
        required=True,
        readonly=True,
        copy=False,
        index=True,
        default=lambda self: self.env.user,
        ondelete="restrict",
    )
    topic_id = fields.Many2one(
        "vsoko.request.topic",
        string="Topic",
        index="btree_not_null",
        ondelete="restrict",
        groups=STAFF,
    )
    date = fields.Date(
        string="Asked on", required=True, default=fields.Date.context_today, copy=False
    )
    due_date = fields.Date(
        string="Answer by",
        compute="_compute_due_date",
        store=True,
        readonly=False,
        copy=False,
        help="Thirty days after the request unless another day is agreed",
    )
    responsible_id = fields.Many2one(
        "res.users",
        string="Who answers",
        index="btree_not_null",
        ondelete="restrict",
        groups=STAFF,
    )
    answer = fields.Text(groups=STAFF)
    given_answer = fields.Text(
        string="Answer of the school",
        compute="_compute_given_answer",
        help="The answer, once it is given",
    )
    state = fields.Selection(
        [
            ("new", "Just asked"),
            ("in_work", "Being answered"),
            ("answered", "Answer given"),
            ("refused", "Refused"),
        ],
        default="new",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
        index=True,
    )
    answered_on = fields.Date(string="Answered on", readonly=True, copy=False)
    days = fields.Integer(
        compute="_compute_days",
        aggregator=None,
        help="Days to the answer; of an open request until today",
    )
    is_overdue = fields.Boolean(string="Late", compute="_compute_days", search="_search_is_overdue")

    _answered_once = models.Constraint(
        "CHECK(state NOT IN ('answered', 'refused') OR answered_on IS NOT NULL)",
        "What is answered says when.",
    )

    def _get_reader_outside(self):
        """Return the name of a user who is no employee: it says who asks."""
        return not self.env.user._is_internal() and self.env.user.name

    @api.depends("answer", "state")
    def _compute_given_answer(self):
        # What is still being written is of the administration; who asked reads what was given.
        for request in self.sudo():
            request.given_answer = request.state not in OPEN and request.answer

    @api.depends("date")
    def _compute_due_date(self):
        for request in self:
            request.due_date = request.date and request.date + timedelta(days=DAYS)

    @api.depends("date", "due_date", "answered_on", "state")
    def _compute_days(self):
        today = fields.Date.context_today(self)
        for request in self:
            end = request.answered_on or today
            request.days = (end - request.date).days if request.date else 0
            late = bool(request.due_date) and today > request.due_date
            request.is_overdue = late and request.state in OPEN

    @api.constrains("date", "due_date")
    def _check_due_date(self):
        for request in self:
            if request.due_date and request.due_date < request.date:
                raise ValidationError(
                    self.env._("The answer cannot be due before the day of the request.")
                )

    @api.model
    def _search_is_overdue(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        today = fields.Date.context_today(self)
        return [("state", "in", OPEN), ("due_date", "<", today)]

    def action_take(self):
        """Begin to answer; who begins answers unless somebody is named."""
        self.check_access("write")
        self._check_state("new")
        for request in self:
            request._store(
                {
                    "state": "in_work",
                    "responsible_id": request.responsible_id.id or self.env.uid,
                }
            )
        return self._toast(self.env._("Taken in hand"))

    def action_answer(self):
        self._close("answered")
        return self._toast(self.env._("Noted as answered"))

    def action_refuse(self):
        """Say why there is no answer: it stands in the place of the answer."""
        self._close("refused")
        return self._toast(self.env._("Noted as refused"))

    def action_reopen(self):
        """Open an answered request: the answer was wrong or not all."""
        self.check_access("write")
        self._check_state("answered", "refused")
        self._store({"state": "in_work", "answered_on": False})
        return self._toast(self.env._("Taken in hand"))

    def _close(self, state):
        self.check_access("write")
        self._check_state(*OPEN)
        for request in self:
            if not (request.answer or "").strip():
                raise UserError(
                    self.env._(
                        "“%(name)s”: write the answer, or why there is none.", name=request.name
                    )
                )
        self._store({"state": state, "answered_on": fields.Date.context_today(self)})

    def _get_locked_text(self):
        return self.env._(
            "“%(name)s” is answered and does not change. Open it again to correct the answer.",
            name=self.name,
        )
