from odoo import api, fields, models
from odoo.fields import Domain

from ....tools.numbers import rounded
from ...indicators.engine import without_nested_loops

_JUDGED = ("state", "fact", "is_hit", "error")


class VsokoForecast(models.Model):
    """What came of the forecasts, found when their period is calculated."""

    _inherit = "vsoko.forecast"

    def _judge(self, period):
        """Compare the forecasts of a period that is over with its figures; return those of which
        something else is said than before.

        A figure that is not there or rests on a part judges nothing yet. As a zone judges a figure
        as it is shown, so does an interval.
        """
        if period.date_end >= fields.Date.context_today(self):
            return self.browse()
        figures = self.env["vsoko.indicator.value"]._read_figures(
            Domain("period_id", "=", period.id)
            & Domain("indicator_id.code", "in", self.indicator_id.mapped("code"))
            & Domain("scope", "in", list(set(self.mapped("scope"))))
        )
        found = {(figure.code, figure.cell): figure for figure in figures}
        changed = self.browse()
        for forecast in self:
            vals = forecast._compare(found.get((forecast.indicator_id.code, forecast.cell)))
            kept = {name: forecast[name] for name in _JUDGED}
            if _told(vals) != _told(kept):
                forecast._store(vals | {"judged_date": fields.Date.context_today(self)})
                changed |= forecast
        return changed

    def _compare(self, figure):
        """Return what a figure says of the forecast, as values of the fields."""
        blank = {"state": "made", "fact": False, "is_hit": False, "error": False}
        if figure is None or not figure.is_known or figure.grey_reason:
            return blank
        indicator = self.env["vsoko.indicator"].browse(figure.indicator_id)
        if not self.indicator_id._counts_like(indicator):
            return blank | {"state": "unjudged"}
        low, fact, high = (
            rounded(number, indicator.digits) for number in (self.low, figure.value, self.high)
        )
        return {
            "state": "judged",
            "fact": round(figure.value, 6),
            "is_hit": low <= fact <= high,
            "error": round(figure.value - self.value, 6),
        }


class VsokoCalculation(models.Model):
    _inherit = "vsoko.calculation"

    @api.model
    def _run(self, period, trigger="manual", may_remove=False):
        """A calculation judges the forecasts of the period and counts the hits in the same run."""
        run = super()._run(period, trigger, may_remove)
        # Whoever may calculate, the forecasts are those of the whole school.
        forecasts = self.env["vsoko.forecast"].sudo().search([("period_id", "=", period.id)])
        if forecasts and forecasts._judge(period):
            run._count_hits()
        return run

    def _count_hits(self):
        """Count once more the figures over what was just judged, so that the period is approved as
        it was calculated."""
        measures = self.framework_id._get_measures()
        if "forecast" not in measures:
            return
        self.env.flush_all()
        with without_nested_loops(self.env.cr):
            self._store_measures({"forecast": measures["forecast"]}, self._prepare_target())
        self.env["vsoko.indicator.value"].invalidate_model()


def _told(vals):
    """What is said, in which no number and zero differ."""
    return {name: (value, value is False) for name, value in vals.items()}
