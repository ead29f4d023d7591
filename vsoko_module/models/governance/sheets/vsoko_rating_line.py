from odoo import fields, models

from ...mixins.shown_figures import shown_text


class VsokoRatingLine(models.Model):
    """A line by a final sheet says what its criteria, not pupils, could have done to it."""

    _inherit = "vsoko.rating.line"

    error_from = fields.Selection(
        selection_add=[("criteria", "By the criteria of the sheet: how far they lie apart")]
    )
    reason = fields.Selection(selection_add=[("few_criteria", "Too few criteria stand behind it")])

    def _tell_interval(self):
        if self.error_from != "criteria":
            return super()._tell_interval()
        return self.env._(
            "The index %(index)s may be anything from %(low)s to %(high)s: so much would other"
            " criteria of the same kind change it, as far as those of the sheet lie apart.",
            **{name: shown_text(self.env, self[name], 1) for name in ("index", "low", "high")},
        )

    def _tell_drawn(self):
        if self.error_from != "criteria" or self.drawn is False:
            return super()._tell_drawn()
        return self.env._(
            "Without the part that the choice of criteria explains it would be %(drawn)s.",
            drawn=shown_text(self.env, self.drawn, 1),
        )

    def _tell_stability(self):
        """The index has one component, so other weights change nothing."""
        return None if self.error_from == "criteria" else super()._tell_stability()
