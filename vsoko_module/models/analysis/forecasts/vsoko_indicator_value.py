from odoo import models
from odoo.fields import Domain


class VsokoIndicatorValue(models.Model):
    _inherit = "vsoko.indicator.value"

    def _explain(self, figure):
        """What was expected stands beside what came, with how often such forecasts were right."""
        return [*super()._explain(figure), *self._explain_forecast()]

    def _explain_forecast(self):
        Forecast = self.env["vsoko.forecast"]
        if not Forecast.has_access("read"):
            return []
        same = Domain("indicator_id.code", "=", self.indicator_id.code)
        forecasts = Forecast.search(same & Domain("company_id", "=", self.company_id.id))
        own = forecasts.filtered(
            lambda forecast: forecast.period_id == self.period_id and forecast.cell == self.cell
        )
        if not own:
            return []
        return [self.env._("Forecast. %(text)s", text=own.summary), forecasts._tell_hits()]
