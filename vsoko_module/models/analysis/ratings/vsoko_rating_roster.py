from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tools import SQL

from ....tools import scopes

ADMINISTRATION = "vsoko_module.group_administration"


class VsokoRatingRoster(models.Model):
    """The list of the pupils of one class, and of one subject, who are counted for whom a rating
    is of. Whoever answers for it confirms it or proposes corrections; facts and enrolments stay as
    they are."""

    _name = "vsoko.rating.roster"
    _inherit = ["vsoko.own.mixin"]
    _description = "List of pupils of a rating"
    _order = "rating_id desc, teacher_id, class_id, subject_id, id"
    _rec_names_search = ["class_id", "subject_id"]

    rating_id = fields.Many2one(
        "vsoko.rating",
        string="Rating",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(related="rating_id.company_id", store=True, index=True)
    period_id = fields.Many2one(related="rating_id.period_id")
    cell = fields.Char(required=True, readonly=True)
    teacher_id = fields.Many2one(
        "vsoko.teacher",
        string="Who answers for it",
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    class_id = fields.Many2one(
        "vsoko.class",
        string="Class",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    subject_id = fields.Many2one(
        "vsoko.subject", string="Subject", readonly=True, ondelete="restrict"
    )
    student_ids = fields.Many2many(
        "vsoko.student",
        "vsoko_rating_roster_student_rel",
        string="Pupils by the facts",
        readonly=True,
    )
    correction_ids = fields.One2many(
        "vsoko.rating.correction", "roster_id", string="Corrections", readonly=True
    )
    counted = fields.Integer(string="Pupils counted", compute="_compute_counted", aggregator=None)
    waiting = fields.Integer(
        string="Corrections to decide", compute="_compute_counted", aggregator=None
    )
    is_open = fields.Boolean(compute="_compute_is_open")
    confirmed_by_id = fields.Many2one(
        "res.users", string="Confirmed by", readonly=True, ondelete="restrict"
    )
    confirmed_date = fields.Date(string="Confirmed on", readonly=True)

    _list_uniq = models.UniqueIndex(
        "(rating_id, cell, class_id, subject_id) NULLS NOT DISTINCT",
        "The rating already has this list.",
    )

    @api.depends("class_id", "subject_id")
    def _compute_display_name(self):
        for roster in self:
            parts = (roster.class_id.display_name, roster.subject_id.display_name)
            roster.display_name = ", ".join(filter(None, parts))

    @api.depends("student_ids", "correction_ids.state", "correction_ids.kind")
    def _compute_counted(self):
        for roster in self:
            # A number of pupils alone; the list itself shows those whom the reader may see.
            own = roster.sudo()
            accepted = own.correction_ids.filtered(lambda one: one.state == "accepted")
            added = accepted.filtered(lambda one: one.kind == "in")
            roster.counted = len(own.student_ids) + 2 * len(added) - len(accepted)
            roster.waiting = len(own.correction_ids.filtered(lambda one: one.state == "proposed"))

    @api.depends("rating_id.state", "rating_id.rosters_date")
    def _compute_is_open(self):
        for roster in self:
            # Whether the lists are being checked is told to whoever checks one of them.
            rating = roster.sudo().rating_id
            roster.is_open = not rating.rosters_date and not rating.is_locked

    def action_confirm(self):
        """Say that the lists are right; corrections that are proposed still wait for their
        decision."""
        self._check_answering()
        self._check_open()
        # The right to confirm is that of whoever answers for the list, checked above.
        self.sudo().write(
            {
                "confirmed_by_id": self.env.uid,
                "confirmed_date": fields.Date.context_today(self),
            }
        )
        return self._toast(self.env._("Lists confirmed"), len(self))

    def action_propose(self):
        """Open the dialog of a correction of this list."""
        self.ensure_one()
        self._check_answering()
        self._check_open()
        return self._open_action(
            "vsoko_module.vsoko_rating_correction_action_propose",
            self.display_name,
            context={"default_roster_id": self.id},
        )

    def _check_open(self):
        """Raise UserError when the lists of the rating are not being checked any more."""
        if not all(roster.is_open for roster in self):
            raise UserError(
                self.env._(
                    "The lists of this rating are checked already. Tell the administration what is"
                    " wrong: it can open them once more."
                )
            )

    def _check_answering(self):
        """Raise AccessError unless the user answers for the lists, or is of the administration."""
        self.check_access("read")
        if self.env.su or self.env.user.has_group(ADMINISTRATION):
            return
        if not all(roster.is_own for roster in self):
            raise AccessError(
                self.env._("A list is confirmed and corrected by the teacher who answers for it.")
            )

    def _get_students(self):
        """Return who is counted: the pupils by the facts with the accepted corrections."""
        accepted = self.correction_ids.filtered(lambda one: one.state == "accepted")
        added = accepted.filtered(lambda one: one.kind == "in")
        return (self.student_ids - (accepted - added).student_id) | added.student_id

    def _get_stays(self):
        """Return the domain of the stays in the class at any time of the period."""
        # The days of a period are no secret; the list itself is read by the rules.
        period = self.sudo().period_id
        return (
            Domain("class_id", "=", self.class_id.id)
            & Domain("date_from", "<=", period.date_end)
            & (Domain("date_to", "=", False) | Domain("date_to", ">", period.date_start))
        )

    def _get_unit_key(self):
        return next(iter(scopes.keys(self.cell).values()))

    def _get_own_condition(self, alias):
        """The lists that the teacher answers for."""
        return SQL("%s IN (%s)", SQL.identifier(alias, "teacher_id"), self._get_own_teachers_sql())
