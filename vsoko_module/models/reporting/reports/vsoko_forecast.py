from odoo import api, models
from odoo.fields import Domain

from ....tools.reports.given import frozen_table
from ....tools.writers.cells import Column


class VsokoForecast(models.Model):
    """What reports tell of the forecasts."""

    _inherit = "vsoko.forecast"

    @api.model
    def _get_table_after(self, period, closed=()):
        """Return what is to be expected of the main figures of the school after a period, and how
        often all forecasts of the school were right before.

        :param closed: codes of the indicators that the readers must not know
        """
        school = Domain("company_id", "=", period.company_id.id) & Domain("scope", "=", "school")
        coming = self.search(
            school
            & Domain("state", "=", "made")
            & Domain("indicator_id.is_main", "=", True)
            & Domain("indicator_id.code", "not in", list(closed))
            & Domain("period_id.date_end", ">", period.date_end)
        ).sorted(lambda one: (one.period_id.date_end, one.indicator_id.sequence, one.id))
        columns = [
            Column(self.env._("Period"), width=15),
            Column(self.env._("Indicator"), width=30),
            Column(self.env._("Expected"), width=11),
            Column(self.env._("Eight times of ten"), width=16),
            Column(self.env._("How it did before"), width=28),
        ]
        rows = [
            [
                one.period_id.display_name,
                one.indicator_id.name,
                one.value_text,
                one.interval_text,
                one.past_text,
            ]
            for one in coming
        ]
        judged = self.search(school & Domain("state", "=", "judged"))
        return frozen_table(columns, rows, sentences=self._get_sentences_after(coming, judged))

    @api.model
    def _get_sentences_after(self, coming, judged):
        if not coming:
            first = self.env._(
                "No main figure has a forecast for the coming periods: it is made on the form of a"
                " period."
            )
        else:
            first = self.env._(
                "Forecasts of the main figures for the coming periods: %(count)s.",
                count=len(coming),
            )
        hits = judged._tell_hits() or self.env._(
            "No forecast of the school has been judged yet: how often they are right is not known."
        )
        return [first, hits]
