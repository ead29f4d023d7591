from collections import defaultdict

from odoo import models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ....tools import ratings


class VsokoIndicator(models.Model):
    """A figure that the law bars, typed again under a neutral name, is known by its values."""

    _inherit = "vsoko.indicator"

    def _check_no_copies(self, period, scope):
        """Raise ValidationError when a figure that one of the indicators rests on shows in a
        period what one that may not enter ratings shows; the figures are read at once."""
        beneath = {one: indicator for indicator in self for one in indicator._get_beneath()}
        known, barred = self.browse().union(*beneath)._read_beside_barred(period, scope)
        for one, values in known.items():
            for other, theirs in barred.items():
                if ratings.is_copy(values, theirs, min(one.digits, other.digits)):
                    raise ValidationError(beneath[one]._get_copy_text(one, other))

    def _read_beside_barred(self, period, scope):
        """Return ``{indicator: {cell: value}}`` of these indicators and of the barred ones."""
        domain = Domain("period_id", "=", period.id) & Domain("scope", "=", scope)
        domain &= Domain("value", "!=", False)
        domain &= Domain("indicator_id", "in", self.ids) | Domain("rating_allowed", "=", False)
        known, barred = defaultdict(dict), defaultdict(dict)
        # What the law bars is barred whatever the user reads of it.
        Value = self.env["vsoko.indicator.value"].sudo()
        for figure in Value.search_fetch(domain, ["indicator_id", "cell", "value"]):
            indicator = figure.indicator_id.with_env(self.env)
            found = known if indicator in self else barred
            found[indicator][figure.cell] = figure.value
        return known, barred

    def _get_copy_text(self, one, other):
        return self.env._(
            "“%(name)s” may not enter a rating or a sheet: “%(copy)s” shows everywhere what"
            " “%(other)s” shows, which is for diagnostics only by law. Another name does not make"
            " it another figure.",
            name=self.name,
            copy=one.name,
            other=other.name,
        )
