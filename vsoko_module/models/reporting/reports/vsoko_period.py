import logging

from odoo import models
from odoo.exceptions import UserError

from ...indicators.vsoko_calculation import FiguresWouldVanish

_logger = logging.getLogger(__name__)


class VsokoPeriod(models.Model):
    _inherit = "vsoko.period"

    def action_make_report(self):
        """Open the results of this period; make a draft when there are none."""
        return self._open_report("period_results")

    def action_make_contingent_report(self):
        """Open the movement of the contingent in this period."""
        return self._open_report("contingent")

    def action_make_analysis(self):
        """Open the analysis of this year."""
        return self._open_report("year_analysis")

    def _open_report(self, kind):
        self.ensure_one()
        if not self.value_count:
            raise UserError(
                self.env._(
                    "There are no figures of %(period)s yet: calculate the indicators first.",
                    period=self.display_name,
                )
            )
        return self.env["vsoko.report"]._open_last(kind, self)

    def _calculate_after_import(self):
        """Recalculate the open ones of these periods that have facts; the load stands anyway."""
        for period in self.filtered(lambda one: one.state == "open").sorted("date_end"):
            try:
                with self.env.cr.savepoint():
                    period._calculate_in_order("import")
            except FiguresWouldVanish as error:
                period._tell_directors(str(error))
            except UserError as error:
                _logger.info("Period %s is not recalculated: %s", period.display_name, error)
