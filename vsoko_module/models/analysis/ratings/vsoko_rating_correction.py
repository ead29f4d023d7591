from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from ....tools.ratings import RosterMove

KINDS = [("out", "Is not to be counted"), ("in", "Is to be counted too")]
# what the one who proposes has said
SAID = frozenset({"roster_id", "kind", "student_id", "reason", "proposed_by_id"})
STATES = [("proposed", "Proposed"), ("accepted", "Accepted"), ("declined", "Declined")]


class VsokoRatingCorrection(models.Model):
    """A correction of a list of pupils, proposed with a reason and decided by the administration.

    It holds for the rating alone and is never taken away: declined ones are the history too.
    """

    _name = "vsoko.rating.correction"
    _description = "Correction of a list of pupils"
    _order = "roster_id, id"
    _rec_name = "student_id"

    roster_id = fields.Many2one(
        "vsoko.rating.roster", string="List", required=True, index=True, ondelete="cascade"
    )
    rating_id = fields.Many2one(related="roster_id.rating_id", store=True, index=True)
    company_id = fields.Many2one(related="roster_id.company_id", store=True, index=True)
    teacher_id = fields.Many2one(related="roster_id.teacher_id")
    kind = fields.Selection(KINDS, string="What is wrong", required=True, default="out")
    candidate_ids = fields.Many2many("vsoko.student", compute="_compute_candidate_ids")
    student_id = fields.Many2one(
        "vsoko.student",
        string="Pupil",
        required=True,
        index=True,
        ondelete="restrict",
        domain="[('id', 'in', candidate_ids)]",
    )
    reason = fields.Char(
        required=True, help="Why: a move to another group on a day, long treatment, a mistake"
    )
    state = fields.Selection(STATES, default="proposed", required=True, readonly=True, index=True)
    answer = fields.Char(string="Answer of the administration", copy=False)
    proposed_by_id = fields.Many2one(
        "res.users",
        string="Proposed by",
        readonly=True,
        default=lambda self: self.env.user,
        ondelete="restrict",
    )
    decided_by_id = fields.Many2one(
        "res.users", string="Decided by", readonly=True, copy=False, ondelete="restrict"
    )
    decided_date = fields.Date(string="Decided on", readonly=True, copy=False)

    _once = models.UniqueIndex(
        "(roster_id, student_id) WHERE state <> 'declined'",
        "There is a correction about this pupil already.",
    )
    _decided = models.Constraint(
        "CHECK(state = 'proposed' OR (decided_by_id IS NOT NULL AND decided_date IS NOT NULL))",
        "What is decided says who did it and when.",
    )

    @api.depends("roster_id", "kind")
    @api.depends_context("uid")
    def _compute_candidate_ids(self):
        for correction in self:
            roster = correction.roster_id
            listed = roster.student_ids
            if correction.kind == "in" and roster:
                stays = self.env["vsoko.enrolment"].search(roster._get_stays())
                listed = stays.student_id - listed
            correction.candidate_ids = listed

    @api.model_create_multi
    def create(self, vals_list):
        corrections = super().create(vals_list)
        corrections.roster_id._check_answering()
        corrections.roster_id._check_open()
        return corrections

    def write(self, vals):
        decided = self.filtered(lambda one: one.state != "proposed")
        if vals.keys() & SAID or ("answer" in vals and decided):
            raise UserError(
                self.env._("What was proposed and decided stays as it was: propose it anew.")
            )
        return super().write(vals)

    @api.constrains("roster_id", "student_id", "kind")
    def _check_student(self):
        for correction in self:
            # Whether the pupil is in the list and in the class; who proposes may see neither whole.
            roster = correction.sudo().roster_id
            is_listed = correction.student_id in roster.student_ids
            if correction.kind == "out" and not is_listed:
                raise ValidationError(self.env._("Who is not in the list is not counted anyway."))
            if correction.kind == "in" and is_listed:
                raise ValidationError(self.env._("This pupil is counted already."))
            if correction.kind == "in" and not correction._was_in_class():
                raise ValidationError(
                    self.env._("This pupil was not in the class at any time of the period.")
                )

    def _was_in_class(self):
        # As above.
        own = self.sudo()
        domain = own.roster_id._get_stays() & Domain("student_id", "=", own.student_id.id)
        return bool(own.env["vsoko.enrolment"].search_count(domain, limit=1))

    def action_accept(self):
        """PupilCount the pupils as is proposed."""
        self._decide("accepted")
        return self._toast(self.env._("Accepted"))

    def action_decline(self):
        """Leave the list as it is; the answer says why."""
        for correction in self:
            correction.roster_id.rating_id._get_reason(correction.answer)
        self._decide("declined")
        return self._toast(self.env._("Noted as declined"))

    def _decide(self, state):
        self.check_access("write")
        self.roster_id._check_open()
        if any(correction.state != "proposed" for correction in self):
            raise UserError(self.env._("It is decided already: reload the page."))
        # The state is the program's; the right to decide was checked.
        self.sudo().write(
            {
                "state": state,
                "decided_by_id": self.env.uid,
                "decided_date": fields.Date.context_today(self),
            }
        )
        self.rating_id._forget()

    def _still_holds(self, roster):
        """Whether the accepted correction says something of the same list in a later version."""
        is_listed = self.student_id in roster.student_ids
        return self.state == "accepted" and is_listed == (self.kind == "out")

    def _repeat(self, earlier):
        """Be decided as the same correction of the version before was."""
        names = ("state", "answer", "proposed_by_id", "decided_by_id", "decided_date")
        vals = {name: earlier[name] for name in names}
        super().write(
            {name: value.id if name.endswith("_id") else value for name, value in vals.items()}
        )

    def _get_move(self):
        """Return what the arithmetic knows of the correction."""
        roster = self.roster_id
        return RosterMove(
            roster.cell,
            roster.class_id.id,
            roster.subject_id.id or None,
            self.student_id.id,
            self.kind == "in",
        )
