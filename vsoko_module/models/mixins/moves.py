from odoo import models
from odoo.exceptions import UserError


class VsokoLockMixin(models.AbstractModel):
    """A record with states goes from one to the next by a table, and says in one way what is not
    possible from where it is."""

    _inherit = "vsoko.lock.mixin"

    # state → the states from which a record comes there
    _moves = {}

    def _check_move(self, state):
        """Raise UserError where one of the records cannot come into the state."""
        self._check_state(*self._moves.get(state, ()))

    def _check_state(self, *states):
        """Raise UserError where one of the records is in none of these states."""
        names = dict(self._fields["state"]._description_selection(self.env))
        for record in self:
            if record.state not in states:
                raise UserError(
                    self.env._(
                        "“%(name)s” is in the state “%(state)s”: this is done from “%(states)s”.",
                        name=record.display_name,
                        state=names[record.state],
                        states="”, “".join(names[state] for state in states) or "—",
                    )
                )
