from collections import defaultdict

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command, Domain

from ....tools import scopes

# of whom lists are checked before they are rated
LISTED = ("class", "teacher")


class VsokoRating(models.Model):
    """The pupils counted for a class or a teacher: seen and corrected before anything is approved.

    A list that has not changed since it was confirmed stays confirmed when the lists are made
    anew, in this version of the rating or in the next one.
    """

    _inherit = "vsoko.rating"

    roster_ids = fields.One2many(
        "vsoko.rating.roster", "rating_id", string="Lists of pupils", readonly=True
    )
    is_listed = fields.Boolean(string="By lists of pupils", compute="_compute_is_listed")
    rosters_date = fields.Date(string="Lists checked on", readonly=True, copy=False)
    rosters_by_id = fields.Many2one(
        "res.users", string="Lists checked by", readonly=True, copy=False, ondelete="restrict"
    )

    @api.depends("unit")
    def _compute_is_listed(self):
        for rating in self:
            rating.is_listed = rating.unit in LISTED

    def action_send_rosters(self):
        """Make the lists of pupils by the facts of today, for those who answer for them."""
        self.check_access("write")
        self._check_unlocked()
        self._take_turn()
        for rating in self:
            rating._check_listed()
            rating._make_rosters()
        self._forget(lists=True)
        return self._toast(self.env._("Lists sent to be checked"), len(self.roster_ids))

    def action_check_rosters(self):
        """Close the lists: from now on the rating is computed by them."""
        self.check_access("write")
        self._check_unlocked()
        for rating in self:
            rating._check_decided()
        self._store(
            {"rosters_date": fields.Date.context_today(self), "rosters_by_id": self.env.uid}
        )
        self._forget()
        return self._toast(self.env._("Lists closed"), len(self.roster_ids))

    def action_open_rosters(self):
        """Open the lists by who answers for them."""
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_rating_roster_action",
            self.display_name,
            domain=[("rating_id", "=", self.id)],
            context={"search_default_unconfirmed": 0},
        )

    def _check_listed(self):
        if not self.is_listed:
            raise UserError(self.env._("Lists of pupils are checked of classes and of teachers."))
        if not self.component_ids:
            raise UserError(self.env._("“%(name)s” has no components yet.", name=self.display_name))

    def _check_decided(self):
        """Raise UserError when there are no lists, or corrections wait for their decision."""
        if not self.roster_ids:
            raise UserError(self.env._("The lists of pupils are not made yet."))
        waiting = self.roster_ids.correction_ids.filtered(lambda one: one.state == "proposed")
        if waiting:
            raise UserError(
                self.env._(
                    "Corrections wait for a decision in the lists: %(names)s.",
                    names="; ".join(waiting.roster_id.mapped("display_name")),
                )
            )

    def _check_rosters(self):
        """Raise UserError when what is approved rests on lists that nobody has checked."""
        unchecked = self.filtered(lambda one: one.is_listed and not one.rosters_date)
        if unchecked:
            raise UserError(
                self.env._(
                    "“%(name)s” is a trial as long as the lists of pupils are not checked: send"
                    " them to those who answer for them, decide on their corrections and compute"
                    " the rating anew.",
                    name=unchecked[0].display_name,
                )
            )

    def _make_rosters(self):
        """Bring the lists up to the facts; what people said of a list stays with it."""
        found = self._find_listed()
        # The lists are the program's; the right to change the rating was checked by the caller.
        own = self.sudo()
        kept = {roster._get_key(): roster for roster in own.roster_ids}
        for key in kept.keys() & found.keys():
            kept[key]._relist(found[key])
        gone = own.roster_ids.browse().union(*(kept[key] for key in kept.keys() - found.keys()))
        gone.filtered(lambda roster: not roster.correction_ids).unlink()
        gone.exists()._relist(set())
        new = sorted(found.keys() - kept.keys())
        made = own.env["vsoko.rating.roster"].create(self._prepare_rosters(new, found))
        made._take_over(own.parent_id.roster_ids)

    def _prepare_rosters(self, keys, found):
        classes = self.env["vsoko.class"].browse(class_id for _cell, class_id, _subject in keys)
        homerooms = {one.id: one.homeroom_teacher_id.id for one in classes}
        return [
            {
                "rating_id": self.id,
                "cell": cell,
                "class_id": class_id,
                "subject_id": subject_id or False,
                "teacher_id": scopes.keys(cell).get("teacher_id") or homerooms[class_id],
                "student_ids": [Command.set(sorted(found[cell, class_id, subject_id]))],
            }
            for cell, class_id, subject_id in keys
        ]

    def _find_listed(self):
        """Return ``{(cell, class, subject or 0): {pupils}}`` by the facts behind the components,
        in one query a source."""
        found = defaultdict(set)
        for fact, domain in self.component_ids._get_listed_facts():
            domain &= fact._get_period_domain(self.period_id) & self._get_unit_domain()
            names = [f"{self.unit}_id", "class_id", "student_id"]
            if self.unit == "teacher":
                names.append("subject_id")
            for unit, school_class, student, *subject in fact._read_group(domain, names):
                cell = scopes.cell(self.unit, **{f"{self.unit}_id": unit.id})
                key = (cell, school_class.id, subject[0].id if subject else 0)
                found[key].add(student.id)
        return found

    def _get_unit_domain(self):
        """Return the domain of the facts that belong to somebody who is rated."""
        named = [f"{self.unit}_id", "class_id", "student_id"]
        if self.unit == "teacher":
            named.append("subject_id")
        domain = Domain.AND(Domain(name, "!=", False) for name in named)
        return domain & Domain("class_id.level", "=", self.level) if self.level else domain

    def _get_moves(self):
        """Return the accepted corrections as `RosterMove`."""
        accepted = Domain("rating_id", "=", self.id) & Domain("state", "=", "accepted")
        # Whoever computes the rating counts by all of its lists.
        corrections = self.env["vsoko.rating.correction"].sudo().search(accepted)
        return [one._get_move() for one in corrections]


class VsokoRatingRoster(models.Model):
    _inherit = "vsoko.rating.roster"

    def _get_key(self):
        return self.cell, self.class_id.id, self.subject_id.id or 0

    def _take_over(self, earlier):
        """Take what was said of the same lists in the version before: accepted corrections, and
        the confirmation where the pupils are the same."""
        before = {roster._get_key(): roster for roster in earlier}
        for roster in self:
            old = before.get(roster._get_key())
            if not old:
                continue
            if roster.student_ids == old.student_ids:
                roster.confirmed_by_id = old.confirmed_by_id
                roster.confirmed_date = old.confirmed_date
            for correction in old.correction_ids:
                if correction._still_holds(roster):
                    correction.copy({"roster_id": roster.id})._repeat(correction)

    def _relist(self, student_ids):
        """Take over the pupils by the facts; a list that has changed is to be confirmed anew."""
        for roster in self:
            if set(roster.student_ids.ids) != student_ids:
                roster.write(
                    {
                        "student_ids": [Command.set(sorted(student_ids))],
                        "confirmed_by_id": False,
                        "confirmed_date": False,
                    }
                )
