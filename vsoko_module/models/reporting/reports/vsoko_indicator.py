from odoo import models

from ....tools.reports.year.sections import Listed


class VsokoIndicator(models.Model):
    _inherit = "vsoko.indicator"

    def _as_listed(self, operands):
        """Return the indicator as papers show it.

        :param operands: codes from which others are counted
        """
        target = self._get_target()
        return Listed(
            code=self.code,
            criterion=self.criterion_id.code or "",
            object=self.object_id.code or "",
            name=self.name,
            unit=self.unit,
            digits=self.digits,
            direction=self.direction,
            target=None if target is False else target,
            is_main=self.is_main,
            short_name=self.short_name or "",
            meaning=self.description or "",
            is_operand=self.code in operands,
        )
