from odoo import models


class VsokoPeriod(models.Model):
    _inherit = "vsoko.period"

    def action_make_all_reports(self):
        """Put all reports of this period into the queue and show how far they are."""
        self.ensure_one()
        self.env["vsoko.report"].check_access("create")
        self.env["vsoko.report.set"].check_access("read")
        self._check_has_figures()
        self._take_turn()
        return self.env["vsoko.report.set"]._order_all(self)._open_records()
