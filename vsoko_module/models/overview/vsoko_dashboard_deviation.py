from odoo import api, models
from odoo.fields import Domain

from ...tools.measures.chance import is_worse, people_behind
from ...tools.measures.deviations import rank_cells, severity

_LIMIT = 12
# figures that are looked through for changes by more than chance
_LOOKED_THROUGH = 400
# what a deviation is looked for in; a list of people out of line is nobody's first screen
_SCOPES = ("class", "subject", "class_subject")


class VsokoDashboard(models.AbstractModel):
    _inherit = "vsoko.dashboard"

    @api.model
    def _get_deviations(self, period, indicators):
        """Return the worst cells, each with all its critical figures.

        :return: [{"cell", "name", "figures"}]
        """
        main = indicators.filtered("is_main")
        borders = self._get_critical_borders(main)
        domain = period._get_critical_domain() & Domain("indicator_id", "in", main.ids)
        critical = self.env["vsoko.indicator.value"].search(domain)
        weighed = [
            (
                figure.cell,
                severity(figure.value, borders[figure.indicator_id], figure.direction),
                figure,
            )
            for figure in critical
            if figure.indicator_id in borders
        ]
        return [
            {
                "cell": cell,
                "name": figures[0].cell_name,
                "figures": [self._describe_figure(figure) for figure in figures],
            }
            for cell, figures in rank_cells(weighed, _LIMIT)
        ]

    @api.model
    def _get_critical_borders(self, indicators):
        """Return {indicator: border of its critical band}."""
        return {
            band.indicator_id: band.lower if band.indicator_id.direction == "less" else band.upper
            for band in indicators.band_ids
            if band.status == "critical"
        }

    @api.model
    def _get_worsened(self, period, indicators):
        """Return the largest changes for the worse, in percentage points, one a cell.

        :return: [figure with "name"]; changes of other units cannot be compared with them, and
            what chance alone can do to so few people is no change for the worse
        """
        main = indicators.filtered(lambda i: i.is_main and i.unit == "percent")
        base = (
            Domain("period_id", "=", period.id)
            & Domain("scope", "in", _SCOPES)
            & Domain("has_previous", "=", True)
            & Domain("status", "!=", "grey")
        )
        Value = self.env["vsoko.indicator.value"]
        more = main.filtered(lambda i: i.direction == "more")
        less = main.filtered(lambda i: i.direction == "less")
        fallen = Value.search(
            base & Domain("indicator_id", "in", more.ids) & Domain("delta", "<", 0),
            order="delta, id",
            limit=_LOOKED_THROUGH,
        )
        risen = Value.search(
            base & Domain("indicator_id", "in", less.ids) & Domain("delta", ">", 0),
            order="delta desc, id",
            limit=_LOOKED_THROUGH,
        )
        worst = {}
        for figure in (fallen | risen).filtered(self._is_worse).sorted(lambda one: -abs(one.delta)):
            # a subject of one class is that class, a cell is bad by several indicators: told once
            worst.setdefault((figure.value, figure.previous_value, figure.n), figure)
        by_cell = {}
        for figure in worst.values():
            by_cell.setdefault(figure.cell, figure)
        return [
            {**self._describe_figure(figure), "name": figure.cell_name}
            for figure in list(by_cell.values())[:_LIMIT]
        ]

    @api.model
    def _is_worse(self, figure):
        return is_worse(
            figure.value,
            people_behind(figure.n, figure.people),
            figure.previous_value,
            people_behind(figure.previous_n, figure.previous_people),
            figure.direction,
        )


class VsokoPeriod(models.Model):
    _inherit = "vsoko.period"

    def _get_critical_domain(self):
        """Return the domain of the figures of these periods that the overview calls critical."""
        return (
            Domain("period_id", "in", self.ids)
            & Domain("indicator_id.is_main", "=", True)
            & Domain("indicator_id.direction", "!=", "none")
            & Domain("scope", "in", _SCOPES)
            & Domain("status", "=", "critical")
        )

    def action_open_critical(self):
        """Open all critical figures of the period, of which the overview shows the worst."""
        action = self.action_open_values()
        action["domain"] = list(self._get_critical_domain())
        return action | {"context": {"search_default_group_scope": 1}}
