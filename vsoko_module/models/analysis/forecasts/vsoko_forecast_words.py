from odoo import api, fields, models

from ...mixins.shown_figures import shown_text


class VsokoForecast(models.Model):
    """A forecast says in words how sure it is and what came of it."""

    _inherit = "vsoko.forecast"

    value_text = fields.Char(string="Expected", compute="_compute_texts")
    fact_text = fields.Char(string="It came to", compute="_compute_texts")
    interval_text = fields.Char(string="Eight times of ten", compute="_compute_texts")
    past_text = fields.Char(string="How it did before", compute="_compute_texts")
    summary = fields.Text(compute="_compute_texts")

    @api.depends("cell")
    def _compute_cell_name(self):
        names = self.env["vsoko.indicator.value"]._name_cells(
            set(filter(None, self.mapped("cell")))
        )
        for forecast in self:
            forecast.cell_name = names.get(forecast.cell)

    @api.depends("cell_name", "indicator_id.name")
    def _compute_display_name(self):
        for forecast in self:
            names = (forecast.indicator_id.name, forecast.cell_name)
            forecast.display_name = ": ".join(filter(None, names))

    @api.depends("value", "low", "high", "method", "fact", "state")
    @api.depends_context("lang")
    def _compute_texts(self):
        for forecast in self:
            if not forecast.method:
                forecast.interval_text = forecast.past_text = forecast.summary = False
                forecast.value_text = forecast.fact_text = False
                continue
            is_judged = forecast.state == "judged"
            forecast.value_text = forecast._show(forecast.value)
            forecast.fact_text = is_judged and forecast._show(forecast.fact)
            forecast.interval_text = forecast._tell_interval()
            forecast.past_text = forecast._tell_past()
            forecast.summary = "\n".join(filter(None, forecast._tell()))

    def _tell(self):
        """Return the sentences about the forecast, some of them empty."""
        methods = dict(self._fields["method"]._description_selection(self.env))
        return [
            self.env._(
                "Expected: %(value)s; eight times of ten between %(interval)s. Way: %(method)s, by"
                " %(n)s periods.",
                value=self._show(self.value),
                interval=self._tell_interval(),
                method=methods[self.method].lower(),
                n=self.n,
            ),
            self._tell_past(),
            self._tell_outcome(),
        ]

    def _tell_interval(self):
        return f"{self._show(self.low)} – {self._show(self.high)}"

    def _tell_past(self):
        if not self.backtest_tries:
            return self.env._("There are too few periods to try it on the past.")
        hits = round(self.backtest_coverage * self.backtest_tries / 100)
        return self.env._(
            "Tried on the past: usual error %(error)s; %(hits)s of %(tries)s periods came into the"
            " interval.",
            hits=hits,
            tries=self.backtest_tries,
            error=self._show_difference(self.backtest_error),
        )

    def _tell_outcome(self):
        if self.state == "unjudged":
            return self.env._(
                "The indicator is counted in another way now: the forecast cannot be judged."
            )
        if self.state != "judged":
            return None
        fact = self._show(self.fact)
        if self.is_hit:
            return self.env._("It came to %(fact)s: the forecast was right.", fact=fact)
        return self.env._(
            "It came to %(fact)s: outside the interval. The forecast was wrong.", fact=fact
        )

    def _show(self, number):
        indicator = self.indicator_id
        text = shown_text(self.env, number, indicator.digits)
        return f"{text}\N{NO-BREAK SPACE}%" if indicator.unit == "percent" else text

    def _show_difference(self, number):
        text = shown_text(self.env, number, self.indicator_id.digits)
        is_share = self.indicator_id.unit == "percent"
        return self.env._("%(number)s p.p.", number=text) if is_share else text

    def _get_locked_text(self):
        return self.env._(
            "The forecast “%(name)s” does not change: it stays as it was made, to be judged.",
            name=self.display_name,
        )

    def _tell_hits(self):
        """Say how many of these forecasts that have been judged were right; empty without any."""
        judged = self.filtered(lambda forecast: forecast.state == "judged")
        if not judged:
            return ""
        return self.env._(
            "Of %(count)s forecasts %(hits)s came into the interval; eight of ten are promised.",
            count=len(judged),
            hits=len(judged.filtered("is_hit")),
        )
