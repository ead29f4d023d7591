from odoo import models

from .vsoko_indicator import RULE_FIELDS

# what a figure counts; how it is shown and judged is no part of it
COUNTED = tuple(name for name in RULE_FIELDS if name not in ("digits", "min_n"))


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
