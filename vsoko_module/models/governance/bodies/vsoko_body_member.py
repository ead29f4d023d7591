from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import SQL

from ...school.vsoko_alphabet_mixin import RussianChar
from .vsoko_body_mine_mixin import STAFF

CAPACITIES = [
    ("director", "Director"),
    ("deputy", "Deputy director"),
    ("staff", "Employee"),
    ("parent", "Parent"),
    ("pupil", "Pupil"),
    ("founder", "Representative of the founder"),
    ("public", "Representative of the public"),
    ("coopted", "Co-opted member"),
]


class VsokoBodyMember(models.Model):
    """One person in a body from a first to a last day, both included."""

    _name = "vsoko.body.member"
    _inherit = ["vsoko.alphabet.mixin", "vsoko.body.mine.mixin"]
    _description = "Member of a body"
    _order = "name, id"
    _check_company_auto = True

    body_id = fields.Many2one(
        "vsoko.body", string="Council or commission", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="body_id.company_id", store=True, index=True)
    kind = fields.Selection(related="body_id.kind", store=True)
    name = RussianChar(
        compute="_compute_name", store=True, readonly=False, precompute=True, required=True
    )
    teacher_id = fields.Many2one(
        "vsoko.teacher",
        string="Card of the employee",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        groups=STAFF,
    )
    partner_id = fields.Many2one(
        "res.partner",
        string="Contact",
        index="btree_not_null",
        ondelete="restrict",
        groups=STAFF,
    )
    user_id = fields.Many2one(
        "res.users",
        string="Account",
        compute="_compute_user_id",
        precompute=True,
        store=True,
        readonly=False,
        index="btree_not_null",
        ondelete="restrict",
        groups=STAFF,
    )
    capacity = fields.Selection(CAPACITIES, string="Sits as", required=True, default="staff")
    has_vote = fields.Boolean(string="Has a vote", default=True)
    date_from = fields.Date(
        string="From", required=True, default=fields.Date.context_today, help="The first day"
    )
    date_to = fields.Date(string="Until", help="The last day; empty: without an end")
    is_present = fields.Boolean(string="In office today", compute="_compute_is_present")
    role_note = fields.Char(
        string="Right by the membership", compute="_compute_role_note", groups=STAFF
    )

    _days_in_order = models.Constraint(
        "CHECK(date_to IS NULL OR date_to >= date_from)",
        "The last day of a member must not be before the first.",
    )

    @api.depends("teacher_id", "user_id", "partner_id")
    def _compute_name(self):
        for member in self:
            # Who sits in a body is known to all who read the body.
            person = member.sudo()
            known = person.teacher_id.name or person.partner_id.name or person.user_id.name
            member.name = known or member.name

    @api.depends("teacher_id.user_id", "partner_id")
    def _compute_user_id(self):
        for member in self:
            if member.teacher_id:
                # The account of the card, which is shown by its name alone.
                member.user_id = member.sudo().teacher_id.user_id

    @api.depends("date_from", "date_to", "body_id.date_to")
    def _compute_is_present(self):
        today = fields.Date.context_today(self)
        for member in self:
            is_over = member.body_id.date_to and member.body_id.date_to < today
            member.is_present = not is_over and member._is_in_office(today)

    def _is_in_office(self, day):
        begun = bool(self.date_from) and self.date_from <= day
        return begun and not (self.date_to and self.date_to < day)

    @api.model
    def _get_in_office_sql(self, member, body):
        """Return the SQL condition under which a row of members is in office today."""
        return SQL(
            """(%(member)s.date_from <= %(today)s AND %(body)s.active
                AND COALESCE(%(member)s.date_to, 'infinity') >= %(today)s
                AND COALESCE(%(body)s.date_to, 'infinity') >= %(today)s)""",
            member=SQL.identifier(member),
            body=SQL.identifier(body),
            today=fields.Date.context_today(self),
            # what was changed a moment ago counts too
            to_flush=[
                *(self._fields[name] for name in ("date_from", "date_to")),
                *(self.body_id._fields[name] for name in ("active", "date_to")),
            ],
        )

    @api.constrains("body_id", "teacher_id", "partner_id", "user_id", "date_from", "date_to")
    def _check_once(self):
        """One person sits in a body once at a time."""
        for member in self:
            for other in member.body_id.member_ids - member:
                if member._is_same_person(other) and member._overlaps(other):
                    raise ValidationError(
                        self.env._(
                            "%(name)s is a member of “%(body)s” already at that time.",
                            name=member.name,
                            body=member.body_id.name,
                        )
                    )

    def _is_same_person(self, other):
        return any(
            self[name] and self[name] == other[name]
            for name in ("teacher_id", "partner_id", "user_id")
        )

    def _overlaps(self, other):
        begins_before_end = not other.date_to or self.date_from <= other.date_to
        ends_after_begin = not self.date_to or self.date_to >= other.date_from
        return begins_before_end and ends_after_begin

    @api.constrains("user_id", "body_id")
    def _check_account_school(self):
        for member in self:
            # Only compared: the schools of the account.
            if member.user_id and member.company_id not in member.sudo().user_id.company_ids:
                raise ValidationError(
                    self.env._(
                        "The account of %(name)s is not one of this school.", name=member.name
                    )
                )

    @api.onchange("user_id")
    def _onchange_user_id(self):
        if self.user_id and not self.teacher_id:
            # Shown is the name of the chosen account, which stands in the list anyway.
            self.name = self.sudo().user_id.name

    def _check_own_hands(self):
        """Raise UserError where the association says who is a member."""
        if not self.env.su and "association" in self.mapped("kind"):
            raise UserError(
                self.env._(
                    "The members and the head of an association are changed in School →"
                    " Methodical associations."
                )
            )
