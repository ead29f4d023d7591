from odoo import api, models
from odoo.fields import Domain

from ...tools import scopes
from ...tools.reports.council.reasons import Seen, tell_reason, worst
from ..indicators.vsoko_indicator_band import STATUSES
from ..mixins.shown_figures import shown_text

_MOST_YEARS = 4


class VsokoDashboard(models.AbstractModel):
    """The objects of assessment: their colour, why they have it, and the years before."""

    _inherit = "vsoko.dashboard"

    @api.model
    def _describe_objects(self, framework, figures, period, periods):
        """Return the objects of assessment with the worst status of their main figures.

        :return: [{"id", "name", "short_name", "status", "reason", "years": [{"name", "status"}]
            from the earliest, "counts", "total", "known"}]
        """
        objects = framework.criterion_ids.filtered(lambda criterion: not criterion.parent_id)
        years = self._get_years_of_objects(framework, period, periods)
        return [self._describe_object(one, framework, figures, years) for one in objects]

    @api.model
    def _describe_object(self, criterion, framework, figures, years):
        indicators = framework.indicator_ids.filtered(lambda one: one.object_id == criterion)
        own = [figures[one] for one in indicators if one in figures]
        seen = [self._see(one, figures.get(one)) for one in indicators if one.is_main]
        return {
            "id": criterion.id,
            "name": criterion.name,
            "short_name": criterion.short_name or criterion.name,
            "status": worst(seen) or False,
            "reason": tell_reason(seen, self.env._),
            "years": [
                {"name": name, "status": statuses[criterion.id]}
                for name, statuses in years.items()
                if criterion.id in statuses
            ],
            "counts": {
                status: sum(figure.status == status for figure in own) for status, _name in STATUSES
            },
            "total": len(indicators),
            "known": sum(figure.is_known for figure in own),
        }

    @api.model
    def _see(self, indicator, figure):
        name = indicator.short_name or indicator.name
        if figure is None or not figure.is_known:
            return Seen(name, "")
        sign = "\u00a0%" if indicator.unit == "percent" else ""
        return Seen(
            name, shown_text(self.env, figure.value, indicator.digits) + sign, figure.status
        )

    @api.model
    def _get_years_of_objects(self, framework, period, periods):
        """Return {name of a school year: {id of an object: its worst status}}, from the earliest.

        The objects are those of today's system: indicators are found by their codes.
        """
        years = periods.filtered(
            lambda one: one.kind == "year" and one.date_start <= period.date_start
        )[:_MOST_YEARS].sorted("date_start")
        main = framework.indicator_ids.filtered("is_main")
        object_of = {indicator.code: indicator.object_id.id for indicator in main}
        found = self.env["vsoko.indicator.value"]._read_figures(
            Domain("period_id", "in", years.ids)
            & Domain("cell", "=", scopes.cell("school"))
            & Domain("indicator_id.code", "in", list(object_of))
        )
        seen = {}
        for figure in found:
            place = figure.period_id, object_of[figure.code]
            seen.setdefault(place, []).append(
                Seen("", "x" if figure.is_known else "", figure.status)
            )
        judged = {place: worst(figures) for place, figures in seen.items()}
        return {
            year.year_id.name: {
                one: status for (of, one), status in judged.items() if of == year.id and status
            }
            for year in years
        }
