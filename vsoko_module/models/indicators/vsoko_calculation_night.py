from odoo import api, models


class VsokoCalculation(models.Model):
    """The nightly round over the periods of all schools."""

    _inherit = "vsoko.calculation"

    @api.model
    def _cron_calculate(self):
        """Bring the figures of every school up to date; nothing changed leaves no run.

        Open periods are recalculated, approved ones are only compared with the facts; those of
        closed years and of years in preparation too. The order is that of time, so that a period
        is compared with what the one before it is now.
        """
        self._take_time()
        night, periods = self._get_night_periods()
        self.env["ir.cron"]._commit_progress(remaining=len(periods))
        for period in periods:
            period._refresh_figures()
            period._check_rules()
            period.night = night
            if not self.env["ir.cron"]._commit_progress(1):
                break

    @api.model
    def _get_night_periods(self):
        """Return the number of the nightly round and the periods it has still to visit.

        A round that ran out of its time goes on where it stopped; the next begins anew.
        """
        begun = self.env["vsoko.period"].search(
            [("date_start", "<=", "today")], order="date_end, date_start, id"
        )
        night = max(begun.mapped("night"), default=0)
        left = begun.filtered(lambda period: period.night < night)
        return (night, left) if left else (night + 1, begun)
