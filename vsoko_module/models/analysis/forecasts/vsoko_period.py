from collections import Counter

from odoo import fields, models
from odoo.exceptions import UserError

from ....tools import scopes
from ....tools.forecast import FEW, FLAT, GAPS
from ....tools.forecast.series import LEAST_POINTS
from .past import EarlierFigures


class VsokoPeriod(models.Model):
    """Forecasts of the figures of a period that is not over."""

    _inherit = "vsoko.period"

    forecast_count = fields.Integer(compute="_compute_forecasts", string="Forecasts")
    forecast_text = fields.Char(compute="_compute_forecasts", string="How the forecasts did")

    def _compute_forecasts(self):
        forecasts = self.env["vsoko.forecast"].search([("period_id", "in", self.ids)])
        by_period = forecasts.grouped("period_id")
        for period in self:
            found = by_period.get(period._origin, forecasts.browse())
            period.forecast_count = len(found)
            period.forecast_text = found._tell_hits()

    def action_forecast(self):
        """Foretell the figures of the period from those of the periods of its kind before it.

        What is foretold already stays as it is.

        :raise UserError: when the period is over or approved, or when nothing can be foretold;
            then with what is missing
        """
        self.ensure_one()
        self.check_access("write")
        self._check_foretold()
        self._take_turn()
        made, refused = self._forecast()
        if not made:
            raise UserError(self._tell_refusal(refused))
        told = [self.env._("Forecasts: %(count)s.", count=len(made)), self._tell_left_out(refused)]
        return self._toast(
            " ".join(filter(None, told)), title=self.env._("The forecasts are made"), reload=True
        )

    def _check_foretold(self):
        if self.state == "approved" or self.date_end < fields.Date.context_today(self):
            raise UserError(
                self.env._(
                    "%(period)s is over: what has come is no forecast. Choose a period that is not"
                    " over.",
                    period=self.display_name,
                )
            )

    def _forecast(self):
        """Make the forecasts that are not made yet; return them, and the reasons of those that
        cannot be, as a counter."""
        # Whoever foretells, figures and forecasts are those of the whole school.
        self = self.sudo()
        framework = self.env["vsoko.calculation"]._get_framework(self)
        indicators = framework.indicator_ids.filtered(lambda one: one._get_foretold_scale())
        past = EarlierFigures(self, indicators)
        Forecast = self.env["vsoko.forecast"]
        known = Forecast.search([("period_id", "=", self.id)])
        done = {(forecast.indicator_id, forecast.cell) for forecast in known}
        refused, vals = Counter(), []
        for indicator, cell, people, prospect in past.foretell():
            if (indicator, cell) in done:
                continue
            if prospect.reason:
                refused[prospect.reason] += 1
            else:
                vals.append(self._prepare_forecast(indicator, cell, people, prospect))
        return Forecast.create(vals), refused

    def _prepare_forecast(self, indicator, cell, people, prospect):
        tried = prospect.tried
        return {
            "indicator_id": indicator.id,
            "period_id": self.id,
            "company_id": self.company_id.id,
            "scope": scopes.scope_of(cell),
            "cell": cell,
            **scopes.keys(cell),
            "value": prospect.value,
            "low": prospect.low,
            "high": prospect.high,
            "method": prospect.method,
            "n": prospect.n,
            "people": people,
            "backtest_tries": tried.tries if tried else 0,
            "backtest_error": tried.error if tried else False,
            "backtest_coverage": 100 * tried.hits / tried.tries if tried else False,
        }

    def _tell_refusal(self, refused):
        """Say what is missing when nothing could be foretold."""
        if not refused:
            return self.env._(
                "There is nothing more to foretell for %(period)s: what can be is foretold, or"
                " earlier periods of this kind have no figures. Calculate them first.",
                period=self.display_name,
            )
        return self.env._(
            "Nothing of %(period)s can be foretold. %(reasons)s",
            period=self.display_name,
            reasons=self._tell_left_out(refused),
        )

    def _tell_left_out(self, refused):
        texts = {
            FEW: self.env._(
                "fewer than %(least)s earlier periods of this kind that are counted in the same"
                " way, complete and with enough people: %(count)s figures",
                least=LEAST_POINTS,
                count=refused[FEW],
            ),
            GAPS: self.env._(
                "periods with gaps between them: %(count)s figures", count=refused[GAPS]
            ),
            FLAT: self.env._(
                "always the same value, so nothing tells how it may change: %(count)s figures",
                count=refused[FLAT],
            ),
        }
        found = [text for reason, text in texts.items() if refused[reason]]
        return self.env._("Without a forecast: %(texts)s.", texts="; ".join(found)) if found else ""

    def action_open_forecasts(self):
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_forecast_action",
            self.display_name,
            domain=[("period_id", "=", self.id)],
            context={},
        )
