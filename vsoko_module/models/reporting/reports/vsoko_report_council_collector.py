from odoo import models
from odoo.fields import Domain

from ....tools.reports.council.objects import (
    changes,
    main_of,
    objects_table,
    said_of,
)
from ....tools.reports.problem.years import YearFigures, years_tables
from ....tools.reports.types.year_analysis import OBJECTS
from ....tools.reports.year.sections import share_out
from ....tools.translation import translated


class VsokoReportCouncilCollector(models.AbstractModel):
    """Takes what the director shows to councils: objects with reasons, years, decisions, forecasts.

    Readers are outside the school: what publications hide is hidden in each year that is shown.
    """

    _name = "vsoko.report.council.collector"
    _inherit = ["vsoko.report.problem.collector"]
    _description = "Taking the figures of what councils are shown"

    def _collect_given(self, report, declared):
        period = report.period_id
        years = self._get_periods_of_years(period)
        told_of = years | self._get_told_of(period)
        untold = {one: self._get_untold(report, one) for one in told_of}
        closed = frozenset().union(*untold[period])
        found = {
            "told": self._get_told(untold),
            **self._take_objects(report, years, untold),
            **self._take_decisions(report, closed),
        }
        return {name: found[name] for name in ("told", *declared.given()) if name in found}

    def _get_same_periods(self, period):
        """The same term of each year."""
        return super()._get_same_periods(period) & Domain("number", "=", period.number)

    def _take_objects(self, report, years, untold):
        indicators = self._list_indicators(report, report.period_id, untold)
        open_ones = [one for one in indicators if not one.is_inner]
        shared = share_out({code: (code,) for code in OBJECTS}, open_ones)
        names = {code: translated(self.env._, title) for code, title in OBJECTS.items()}
        statuses = self.env["vsoko.indicator.value"]._fields["status"]
        zones = dict(statuses._description_selection(self.env))
        moment = self._take_moment(report.period_id, untold)
        taken = self._take_told_years(report.period_id, years, untold)
        found = {
            "council_objects": objects_table(shared, names, moment, taken, zones, self.env._),
            "council_changes": {"sentences": changes(shared, moment, self.env._)},
        }
        for code, listed in shared.items():
            tables = years_tables(main_of(listed), taken, self.env._)
            said = said_of(listed, moment, taken, self.env._)
            found[f"council_{code}"] = tables["problem_years"] | {"sentences": said}
            if "problem_chart" in tables:
                found[f"council_chart_{code}"] = tables["problem_chart"]
        return found

    def _take_told_years(self, period, years, untold):
        """Return the years as readers may know them."""
        told = {one: self._take_moment(one, untold).figures for one in years}
        unlike = self._find_unlike(period, [f for own in told.values() for f in own.values()])
        return [
            YearFigures(
                one.year_id.name,
                figures,
                frozenset(code for code, f in figures.items() if f.indicator_id in unlike),
            )
            for one, figures in told.items()
        ]

    def _take_decisions(self, report, closed):
        decided = self.env["vsoko.action"]._get_table_for_outside(report.year_id, closed)
        expected = self.env["vsoko.forecast"]._get_table_after(report.period_id, closed)
        return {
            "council_decisions": decided,
            "council_decided": {"sentences": decided["sentences"]},
            "council_forecasts": expected,
            "council_expected": {"sentences": expected["sentences"]},
        }
