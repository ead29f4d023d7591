from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools.gaps import missing


def numbered_in(*series):
    """Return the index of the database by which a number of a series is given once."""
    return models.UniqueIndex(
        f"({', '.join(series)}, number) WHERE number > 0", "This number is given already."
    )


class VsokoNumberingMixin(models.AbstractModel):
    """A record that gets the next number of its series when it is signed, and keeps it.

    The numbers are read from the records themselves, so no counter can differ from them and a
    signing that fails takes no number. Odoo's sequences without gaps are counters that their
    settings move, and they know calendar years alone.

    A model says its series (`_number_series`) and who holds it (`_number_holder`), and declares
    `_numbered = numbered_in(…)` with the same fields, all of them required.
    """

    _name = "vsoko.numbering.mixin"
    _inherit = ["vsoko.lock.mixin"]
    _description = "Record with a number of its series"

    # the many2one whose record lets the requests for its numbers follow one another
    _number_holder = None
    # the fields that tell one series from another: many2one, whole numbers, selections
    _number_series = ()

    number = fields.Integer(
        string="Number in the register", readonly=True, copy=False, aggregator=None
    )

    def _give_numbers(self):
        """Give those of the records that have none the next numbers, in the order of `self`.

        For the button that signs: it has checked the right and taken its own turn.
        """
        waiting = self.filtered(lambda record: not record.number)
        waiting.mapped(self._number_holder)._take_turn()
        last = waiting._get_last_numbers()
        for record in waiting:
            series = record._get_series()
            given = max(last.get(series, 0), record._get_first_number() - 1) + 1
            last[series] = given
            record._store({"number": given})

    def _get_series(self):
        """Return what tells the series of the record: values of `_number_series`."""
        return tuple(self[name] for name in self._number_series)

    def _get_first_number(self):
        """Return where the series of the record begins: a model may know numbers on paper."""
        return 1

    def _get_last_numbers(self):
        """Return {series: its last number} of the series that the records' holders hold."""
        held = [(self._number_holder, "in", self.mapped(self._number_holder).ids)]
        return {tuple(series): last for *series, last in self._read_series(held, "number:max")}

    @api.model
    def _get_number_gaps(self, domain=()):
        """Return {series: [missing numbers]} of the series that have gaps.

        :param domain: of the records of the series to look at
        """
        gaps = {}
        for *series, ids in self._read_series(list(domain), "id:recordset"):
            first = ids[0]._get_first_number()
            if absent := missing(ids.mapped("number"), first):
                gaps[tuple(series)] = absent
        return gaps

    def _read_series(self, domain, aggregate):
        # Numbers are told of all records, the archived and those closed to the user too: the next
        # one and the missing ones follow from all of them, and nothing else is told.
        return (
            self.sudo()
            .with_context(active_test=False)
            ._read_group([("number", ">", 0), *domain], self._number_series, [aggregate])
        )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_numbered(self):
        for record in self:
            if record.number:
                raise UserError(
                    self.env._(
                        "“%(name)s” has a number and would leave a gap. Cancel it instead of"
                        " deleting it.",
                        name=record.display_name,
                    )
                )
