import re

from odoo import models

from ...tools.measures.rates import rate_bounds

_PER = re.compile(r"\*\s*(\d+)\s*$")


class VsokoIndicatorValue(models.Model):
    """A rate of rare events says how far chance alone may carry it."""

    _inherit = "vsoko.indicator.value"

    def _explain_formula(self, figure):
        return "\n".join(filter(None, [super()._explain_formula(figure), self._explain_bounds()]))

    def _explain_bounds(self):
        """Give the exact bounds of events per so many pupils; nothing for other formulas."""
        named = {one.indicator_id.value_field: one for one in self._get_operand_figures()}
        cases, pupils = named.get("cases"), named.get("presence")
        per = _PER.search(self.indicator_id.formula)
        if not (cases and pupils and per):
            return None
        bounds = rate_bounds(int(cases.value), pupils.value, int(per[1]))
        if not bounds:
            return None
        low, high = map(self._format, bounds)
        if not cases.value:
            return self.env._("0; up to %(high)s is not ruled out (Poisson, 95 %%).", high=high)
        return self.env._(
            "By chance alone it may be from %(low)s to %(high)s (Poisson, 95 %%).",
            low=low,
            high=high,
        )
