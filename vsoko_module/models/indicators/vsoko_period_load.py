import logging

from odoo import models
from odoo.exceptions import UserError

from .vsoko_calculation import FiguresWouldVanish

_logger = logging.getLogger(__name__)


class VsokoPeriod(models.Model):
    _inherit = "vsoko.period"

    def _after_load(self):
        """Recalculate the open ones of these periods that have facts; the load stands anyway."""
        super()._after_load()
        for period in self.filtered(lambda period: period.state == "open").sorted("date_end"):
            try:
                with self.env.cr.savepoint():
                    period._calculate_in_order("import")
            except FiguresWouldVanish as error:
                period._ask_directors(str(error))
            except UserError as error:
                _logger.info("Period %s is not recalculated: %s", period.display_name, error)
