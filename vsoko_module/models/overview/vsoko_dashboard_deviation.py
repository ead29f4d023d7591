from odoo import api, models
from odoo.fields import Domain

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
        Value = self.env["vsoko.indicator.value"]
        weighed = [
            (
                figure.cell,
                severity(figure.value, borders[indicator], indicator.direction),
                figure,
            )
            for figure in Value._read_figures(domain, order=Value._order)
            if (indicator := main.browse(figure.indicator_id)) in borders
        ]
        worst = rank_cells(weighed, _LIMIT)
        names = Value._name_cells([cell for cell, _figures in worst], "display_name")
        return [
            {
                "cell": cell,
                "name": names[cell],
                "figures": [self._describe_figure(figure) for figure in figures],
            }
            for cell, figures in worst
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
            & Domain("status", "!=", "grey")
        )
        Value = self.env["vsoko.indicator.value"]
        more = main.filtered(lambda i: i.direction == "more")
        less = main.filtered(lambda i: i.direction == "less")
        fallen = Value._read_figures(
            base & Domain("indicator_id", "in", more.ids) & Domain("delta", "<", 0),
            order="delta, id",
            limit=_LOOKED_THROUGH,
        )
        risen = Value._read_figures(
            base & Domain("indicator_id", "in", less.ids) & Domain("delta", ">", 0),
            order="delta desc, id",
            limit=_LOOKED_THROUGH,
        )
        worse = [figure for figure in fallen if figure.is_worse("more")]
        worse += [figure for figure in risen if figure.is_worse("less")]
        worst = {}
        for figure in sorted(worse, key=lambda one: -abs(one.delta)):
            # a subject of one class is that class, a cell is bad by several indicators: told once
            worst.setdefault((figure.value, figure.previous_value, figure.n), figure)
        by_cell = {}
        for figure in worst.values():
            by_cell.setdefault(figure.cell, figure)
        shown = list(by_cell.values())[:_LIMIT]
        names = Value._name_cells([figure.cell for figure in shown], "display_name")
        return [{**self._describe_figure(figure), "name": names[figure.cell]} for figure in shown]


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
