from odoo import fields, models


class VsokoDemo(models.AbstractModel):
    _inherit = "vsoko.demo"

    def _create_forecasts(self, period):
        """Foretell a term from those before it, as on its first day, judge the forecasts, and
        foretell the next term."""
        made, _refused = period._forecast()
        made._store({"made_at": fields.Datetime.to_datetime(period.date_start)})
        period.action_calculate()
        period._get_next()._forecast()
