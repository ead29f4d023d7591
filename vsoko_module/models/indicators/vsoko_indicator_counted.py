from odoo import models

# what a figure counts; how it is judged and shown is no part of it
COUNTED = (
    "kind",
    "source",
    "aggregate",
    "numerator_domain",
    "denominator_domain",
    "value_field",
    "factor",
    "formula",
    "unit",
    "direction",
    "rating_allowed",
)


class VsokoIndicator(models.Model):
    _inherit = "vsoko.indicator"

    def _counts_like(self, other):
        """Whether the figures of two versions of an indicator count the same."""
        if self == other:
            return True
        if any(self[name] != other[name] for name in COUNTED):
            return False
        if self.kind != "formula":
            return True
        theirs = {operand.code: operand for operand in other._get_operands()}
        return all(operand._counts_like(theirs[operand.code]) for operand in self._get_operands())
