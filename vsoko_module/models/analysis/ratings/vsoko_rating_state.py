from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

# so few lines tell of each other
MIN_LINES = 5


class VsokoRating(models.Model):
    """The way of a rating: computed, discussed by those whom it is about where the school does so,
    approved by the director, open to its readers."""

    _inherit = "vsoko.rating"

    def action_discuss(self):
        """Say who has discussed the computed ratings; what was discussed is what is approved."""
        self.check_access("write")
        self._check_move("discussed")
        for rating in self:
            rating._check_discussed()
        self._store({"state": "discussed"})
        return self._toast(self.env._("Noted as discussed"))

    def action_return(self):
        """Open discussed ratings for changes."""
        self.check_access("write")
        self._check_move("computed")
        self._store({"state": "computed"})
        return self._toast(self.env._("Opened for changes"))

    def _check_discussed(self):
        """Raise UserError when nobody has discussed the rating, or nobody may."""
        if self.unit == "student":
            raise UserError(
                self.env._(
                    "A rating of pupils is laid before nobody: the class teacher and the"
                    " administration alone read it."
                )
            )
        if not (self.discussion or "").strip():
            raise UserError(
                self.env._(
                    "“%(name)s”: write in “Discussed by” who has discussed it, with the number and"
                    " the date of the minutes.",
                    name=self.display_name,
                )
            )

    def action_approve(self):
        """Lock the computed ratings; only the director may."""
        self._check_director()
        self.check_access("write")
        self._begin_signing()
        self._check_move("approved")
        self.component_ids.indicator_id._check_lawful()
        self._check_rosters()
        self._store(
            {
                "state": "approved",
                "approved_by_id": self.env.uid,
                "approved_date": fields.Date.context_today(self),
            }
        )
        return self._toast(self.env._("Noted as approved"))

    def action_publish(self):
        """Open approved ratings to those whom they name as readers."""
        self._check_director()
        self.check_access("write")
        self._check_move("published")
        for rating in self:
            rating._check_readable()
        self._store({"state": "published"})
        return self._toast(self.env._("Opened to its readers"))

    def action_withdraw(self):
        """Close ratings to their readers; they stay approved."""
        self._check_director()
        self.check_access("write")
        self._check_state("published")
        self._store({"state": "approved"})
        return self._toast(self.env._("Closed to its readers"))

    def _check_readable(self):
        """Raise UserError when a rating cannot be shown to anybody beside the administration."""
        if self.audience == "administration":
            raise UserError(
                self.env._(
                    "“%(name)s” names nobody who reads it beside the administration: make a copy"
                    " with other readers.",
                    name=self.display_name,
                )
            )
        known = Domain("rating_id", "=", self.id) & Domain("index", "!=", False)
        count = self.env["vsoko.rating.line"].search_count(known)
        if count < MIN_LINES:
            raise UserError(
                self.env._(
                    "“%(name)s” has only %(count)s lines with an index: with fewer than %(least)s"
                    " the own line and the mean tell of the others. It stays with the"
                    " administration.",
                    name=self.display_name,
                    count=count,
                    least=MIN_LINES,
                )
            )
