from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from ....tools.governance.bodies import SHIPPED
from ....tools.governance.votes import VotingRule
from ...school.vsoko_alphabet_mixin import RussianChar
from .vsoko_body_mine_mixin import STAFF

KINDS = [
    ("administration", "Administration"),
    ("pedagogical", "Pedagogical council"),
    ("governing", "Governing council"),
    ("methodical", "Methodical council"),
    ("association", "Methodical association"),
    ("temporary", "Temporary body"),
]
QUORUM_BASES = [("members", "All members"), ("entitled", "Members with a vote")]
VOTE_BASES = [
    ("yes_no", "Votes for and against"),
    ("cast", "All votes, abstentions too"),
    ("present", "All who are present"),
    ("members", "All members"),
]
# an association answers for the same functions as the methodical council (§3.5)
_FUNCTIONS_OF = {"association": "methodical"}
# what decides who is in office, and so who has which role
_ROLE_FIELDS = frozenset({"kind", "active", "date_to", "chair_id"})


class VsokoBody(models.Model):
    """A body that takes part in the assessment (§3.1): who sits in it, since when and until when,
    and by which rules it decides.

    The rules are whole numbers, because half of twenty-five is a question of one vote. Days of
    members and bodies are the first and the last one. A temporary body is about one case and
    ends at its date.
    """

    _name = "vsoko.body"
    _inherit = ["vsoko.company.mixin", "vsoko.alphabet.mixin", "vsoko.body.mine.mixin"]
    _description = "Council or commission"
    _order = "sequence, name"
    _body_column = "id"

    name = RussianChar(required=True)
    active = fields.Boolean(default=True)
    sequence = fields.Integer(default=50, aggregator=None)
    kind = fields.Selection(KINDS, required=True, default="temporary", index=True)
    association_id = fields.Many2one(
        "vsoko.association",
        index="btree_not_null",
        ondelete="cascade",
        readonly=True,
        check_company=True,
        groups=STAFF,
    )
    case = fields.Text(string="What it was made for", help="The one case of a temporary body")
    date_from = fields.Date(string="Works from")
    date_to = fields.Date(string="Works until", help="The last day; empty: without an end")
    founding_text = fields.Char(
        string="Founding document",
        help="For example “Regulation on the council, order No. 01-05/14”",
    )
    founding_date = fields.Date(string="Of the day")
    member_ids = fields.One2many("vsoko.body.member", "body_id", string="Members")
    chair_id = fields.Many2one(
        "vsoko.body.member", string="Chair", index="btree_not_null", ondelete="set null"
    )
    secretary_id = fields.Many2one(
        "vsoko.body.member", string="Secretary", index="btree_not_null", ondelete="set null"
    )
    member_count = fields.Integer(string="Members today", compute="_compute_member_count")
    function_ids = fields.Many2many(
        "vsoko.body.function",
        string="Functions",
        compute="_compute_function_ids",
        groups=STAFF,
    )
    quorum_num = fields.Integer(string="Quorum", default=1, aggregator=None)
    quorum_den = fields.Integer(string="Quorum of", default=2, aggregator=None)
    quorum_strict = fields.Boolean(
        string="More than this share", help="Otherwise just this share is enough"
    )
    quorum_base = fields.Selection(
        QUORUM_BASES, string="Quorum is a share of", default="members", required=True
    )
    quorum_text = fields.Char(string="Present at least", compute="_compute_rule_texts")
    majority_num = fields.Integer(string="Majority", default=1, aggregator=None)
    majority_den = fields.Integer(string="Majority of", default=2, aggregator=None)
    majority_strict = fields.Boolean(string="More than this share of votes", default=True)
    majority_base = fields.Selection(
        VOTE_BASES, string="100 % of votes are", default="present", required=True
    )
    majority_text = fields.Char(string="Votes for at least", compute="_compute_rule_texts")
    has_casting_vote = fields.Boolean(string="The chair decides between equal votes", default=True)
    meetings_min = fields.Integer(string="Meetings a year, at least", default=0, aggregator=None)
    notice_days = fields.Integer(string="Invites, days before", default=5, aggregator=None)
    term_months = fields.Integer(
        string="Term of members, months", help="0: without a term", aggregator=None
    )
    minutes_days = fields.Integer(string="Minutes are due, days after", default=5, aggregator=None)

    _association_uniq = models.Constraint("UNIQUE(association_id)", "An association is one body.")
    _rules_are_shares = models.Constraint(
        "CHECK(quorum_num > 0 AND quorum_num <= quorum_den"
        " AND majority_num > 0 AND majority_num <= majority_den)",
        "A quorum and a majority are a part of the members: for example 1 of 2 or 2 of 3.",
    )
    _days_in_order = models.Constraint(
        "CHECK(date_to IS NULL OR date_from IS NULL OR date_to >= date_from)",
        "The last day of a body must not be before the first.",
    )

    @api.depends("member_ids.date_from", "member_ids.date_to", "date_to")
    def _compute_member_count(self):
        today = fields.Date.context_today(self)
        for body in self:
            body.member_count = len(body._get_members(today))

    @api.depends("kind")
    def _compute_function_ids(self):
        kinds = {body: _FUNCTIONS_OF.get(body.kind, body.kind) for body in self}
        functions = self.env["vsoko.body.function"].search([("kind", "in", [*kinds.values()])])
        for body, kind in kinds.items():
            body.function_ids = functions.filtered(lambda one, kind=kind: one.kind == kind)

    @api.depends(
        "member_count", "quorum_num", "quorum_den", "quorum_strict", "quorum_base",
        "majority_num", "majority_den", "majority_strict",
    )  # fmt: skip
    def _compute_rule_texts(self):
        today = fields.Date.context_today(self)
        for body in self:
            members = body._get_members(today)
            if body.quorum_base == "entitled":
                members = members.filtered("has_vote")
            body.quorum_text = body._get_rule_text(body._get_quorum(), len(members))
            body.majority_text = body._get_rule_text(body._get_majority())

    def _get_rule_text(self, rule, base=0):
        """Return a rule in words, with the number of people where it is known."""
        share = f"{rule.num}/{rule.den}"
        text = self.env._("more than %s", share) if rule.is_strict else share
        if not base:
            return text
        return self.env._(
            "%(share)s: %(needed)s of %(base)s people",
            share=text,
            needed=rule.get_needed(base),
            base=base,
        )

    def _get_quorum(self):
        """Return the rule of the quorum, for `tools.governance.votes`."""
        return VotingRule(self.quorum_num or 1, self.quorum_den or 1, self.quorum_strict)

    def _get_majority(self):
        return VotingRule(self.majority_num or 1, self.majority_den or 1, self.majority_strict)

    def _get_members(self, day):
        """Return those who sit in the body on a day."""
        self.ensure_one()
        if self.date_to and self.date_to < day:
            return self.member_ids.browse()
        return self.member_ids.filtered(lambda one: one._is_in_office(day))

    @api.constrains("kind", "date_to", "case", "association_id")
    def _check_kind(self):
        for body in self:
            if body.kind == "temporary" and not (body.date_to and body.case):
                raise ValidationError(
                    self.env._(
                        "“%(name)s”: say for which case a temporary body is made, and until when"
                        " it works.",
                        name=body.name,
                    )
                )
            if (body.kind == "association") != bool(body.association_id):
                raise ValidationError(
                    self.env._(
                        "The body of a methodical association is made by itself: make the"
                        " association in School → Methodical associations."
                    )
                )

    @api.constrains("chair_id", "secretary_id")
    def _check_officers(self):
        for body in self:
            if (body.chair_id | body.secretary_id).body_id - body:
                raise ValidationError(
                    self.env._("The chair and the secretary are members of the body itself.")
                )

    def write(self, vals):
        if self.env.su or not _ROLE_FIELDS & vals.keys():
            return super().write(vals)
        self._check_own_hands(vals)
        members = self.with_context(active_test=False).member_ids
        members._check_giving()
        result = super().write(vals)
        members._check_giving()
        members._settle()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_with_members(self):
        """Members have roles by the body, and the body has a history: it is archived."""
        if any(body.member_ids for body in self) and not self.env.su:
            raise UserError(
                self.env._(
                    "A body that has members is not deleted: set its last day or archive it."
                )
            )

    def _check_own_hands(self, vals):
        """Raise UserError where the association says what somebody wants to write."""
        if {"kind", "chair_id"} & vals.keys() and self.association_id:
            raise UserError(
                self.env._(
                    "The members and the head of an association are changed in School →"
                    " Methodical associations."
                )
            )

    @api.model
    def _provide_for_schools(self):
        """Make what §3.1 names for each school that has none of the kind, and the bodies of its
        associations; a school changes and archives them as it likes."""
        # Made by the program for each school of the database.
        bodies = self.sudo().with_context(active_test=False)
        schools = bodies.env["res.company"].search([])  # pylint: disable=no-search-all
        own = Domain("company_id", "in", schools.ids)
        known = {(body.company_id, body.kind) for body in bodies.search(own)}
        bodies.create(
            [
                {**vars(body), "company_id": school.id, "sequence": 10 * (place + 1)}
                for school in schools
                for place, body in enumerate(SHIPPED)
                if (school, body.kind) not in known
            ]
        )
        bodies.env["vsoko.association"].search(own)._follow_by_bodies()

    @api.model
    def _cron_follow_members(self):
        """Provide what is missing, and give and take the roles of the day."""
        self._take_time()
        self._provide_for_schools()
        self.env["vsoko.body.member"]._settle_all()
