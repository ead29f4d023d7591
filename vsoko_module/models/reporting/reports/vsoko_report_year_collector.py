from odoo import models
from odoo.fields import Domain

from ....tools.reports.year.sections import is_of_year, main_of, share_out, without_helpers
from ....tools.reports.year.tables import Moment, meaning_table, section_tables

NOTHING = frozenset()


class VsokoReportYearCollector(models.AbstractModel):
    """Takes what a document of a year shows: figures of the school, section by section.

    A document of a calendar year tells of the school year that ended in it and of the last terms
    of the next one: a calendar year is no period of teaching.
    """

    _name = "vsoko.report.year.collector"
    _inherit = ["vsoko.report.collector"]
    _description = "Taking the figures of a document of a year"

    def _collect(self, report):
        figures = super()._collect(report)
        figures["told"] = figures["given"].pop("told", {})
        return figures

    def _collect_given(self, report, declared):
        periods = self._get_periods(report)
        untold = {period: self._get_untold(report, period) for period in self._get_told_of(periods)}
        moments = [self._take_moment(period, untold) for period in periods]
        indicators = self._list_indicators(report, periods, untold)
        shared = share_out(declared.places, indicators)
        belonging = main_of if declared.main_alone else without_helpers
        shared = belonging(shared, declared.places)
        indicators = [one for listed in shared.values() for one in listed]
        tables = {"told": self._get_told(untold, {one.code for one in indicators})}
        for section, listed in shared.items():
            tables |= section_tables(section, listed, moments, self.env._)
        tables["year_meaning"] = meaning_table(indicators, moments, self.env._)
        asked = declared.given()
        others = self._collect_tables(report, [name for name in asked if not is_of_year(name)])
        return others | {name: tables[name] for name in ("told", *asked) if name in tables}

    def _get_untold(self, report, period):
        """Return ({code of a hidden figure of the school: why}, codes left out) of the period.

        Nothing is hidden inside the school; publications say what is outside.
        """
        return {}, NOTHING

    def _get_periods(self, report):
        """Return the periods with figures that the document tells of, the main one first."""
        own = report.period_id
        if own.kind != "calendar_year":
            return own
        within = own.search(
            Domain("company_id", "=", own.company_id.id)
            & Domain("kind", "!=", "calendar_year")
            & Domain("date_end", ">=", own.date_start)
            & Domain("date_end", "<=", own.date_end),
            order="date_end",
        ).filtered("value_count")
        year = within.filtered(lambda period: period.kind == "year")[-1:]
        later = within.filtered(lambda period: not year or period.date_start > year.date_end)
        last = max(later.mapped("date_end"), default=None)
        return year | later.filtered(lambda period: period.date_end == last)

    def _get_told_of(self, periods):
        """Return the periods whose figures stand in the document, those compared with too."""
        return periods | (periods[:1]._get_previous() if periods else periods)

    def _take_moment(self, period, untold):
        hidden, left_out = untold[period]
        figures = {
            figure.code: figure.hide() if figure.code in hidden else figure
            for figure in self._read_school(period)
            if figure.code not in left_out
        }
        before = period._get_previous()
        if before not in untold:
            return Moment(period.display_name, figures, reasons=dict(hidden))
        closed = NOTHING.union(*untold[before])
        reasons = dict(untold[before][0]) | dict(hidden)
        return Moment(period.display_name, figures, before.display_name, closed, reasons)

    def _read_school(self, period):
        """Return the figures of the whole school."""
        return self.env["vsoko.indicator.value"]._read_figures(
            Domain("period_id", "=", period.id) & Domain("scope", "=", "school")
        )

    def _list_indicators(self, report, periods, untold):
        """Return the indicators of the system of the main period as `Listed`."""
        own = report.year_id.period_ids.filtered(lambda period: period.kind == "year")
        main = (periods or own)[:1] or report.period_id
        framework = self.env["vsoko.framework"]._get_of_period(main)
        left_out = untold[main][1] if main in untold else NOTHING
        operands = framework._get_operand_codes() if framework else NOTHING
        return [
            indicator._as_listed(operands)._replace(is_inner=indicator.code in left_out)
            for indicator in framework.indicator_ids.sorted("sequence")
        ]

    def _get_told(self, untold, codes=None):
        """Return ``{id of a period: codes that the document tells of it}`` as plain data.

        :param codes: of the indicators that the document is made of, None for all
        """
        return {
            str(period.id): sorted(
                figure.code
                for figure in self._read_school(period)
                if (codes is None or figure.code in codes)
                and figure.code not in NOTHING.union(*untold[period])
            )
            for period in untold
        }
