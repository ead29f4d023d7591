from odoo import models
from odoo.fields import Domain

from ....tools.reports.problem.directions import directions_table
from ....tools.reports.problem.evidence import evidence_tables, judge
from ....tools.reports.problem.state import state_table
from ....tools.reports.problem.years import YearFigures, years_tables
from ....tools.reports.types.year_analysis import OBJECTS
from ....tools.reports.year.sections import share_out
from ....tools.translation import translated
from ...governance.actions.vsoko_action import WORKED_ON

PREFIX = "problem_"
MOST_YEARS = 5


class VsokoReportProblemCollector(models.AbstractModel):
    """Takes what the problem analysis of a year proves: state, years, evidence, directions.

    One query for the figures of all years; everything is read with the rights of the author.
    """

    _name = "vsoko.report.problem.collector"
    _inherit = ["vsoko.report.year.collector"]
    _description = "Taking the figures of a problem analysis"

    def _collect_tables(self, report, names):
        others = [name for name in names if not name.startswith(PREFIX)]
        return self._collect_problem(report) | super()._collect_tables(report, others)

    def _collect_problem(self, report):
        period = report.period_id
        listed = self._list_indicators(report, period, {})
        years = self._get_periods_of_years(period)
        figures = self._read_years(years)
        present = [figure for figure in figures if figure.period_id == period.id]
        return {
            "problem_state": self._take_state(listed, present),
            **self._take_years(period, years, figures, listed),
            **self._take_evidence(period, listed, present),
            "problem_factors": self.env["vsoko.factor.study"]._get_table_of_year(report.year_id),
            "problem_forecasts": self.env["vsoko.forecast"]._get_table_after(period),
            "problem_training": self.env["vsoko.training.need"]._get_table(period.company_id),
        }

    def _get_periods_of_years(self, period):
        """Return the periods of the last school years up to this one, the earliest first."""
        same = self._get_same_periods(period) & Domain("date_end", "<=", period.date_end)
        return period.search(same, order="date_end desc", limit=MOST_YEARS).sorted("date_end")

    def _get_same_periods(self, period):
        return Domain("company_id", "=", period.company_id.id) & Domain("kind", "=", period.kind)

    def _read_years(self, years):
        return self.env["vsoko.indicator.value"]._read_figures(
            Domain("period_id", "in", years.ids) & Domain("scope", "in", ("school", "level"))
        )

    def _take_state(self, listed, present):
        statuses = self.env["vsoko.indicator.value"]._fields["status"]
        return state_table(
            share_out({code: (code,) for code in OBJECTS}, listed),
            {code: translated(self.env._, title) for code, title in OBJECTS.items()},
            {figure.code: figure for figure in present if figure.scope == "school"},
            dict(statuses._description_selection(self.env)),
            self.env._,
        )

    def _take_years(self, period, years, figures, listed):
        unlike = self._find_unlike(period, figures)
        taken = []
        for one in years:
            own = [f for f in figures if f.period_id == one.id and f.scope == "school"]
            taken.append(
                YearFigures(
                    one.year_id.name,
                    {figure.code: figure for figure in own},
                    frozenset(f.code for f in own if f.indicator_id in unlike),
                )
            )
        return years_tables([one for one in listed if one.is_main], taken, self.env._)

    def _find_unlike(self, period, figures):
        """Return the ids of the versions of indicators that count otherwise than those of the
        period."""
        framework = self.env["vsoko.framework"]._get_of_period(period)
        now = {indicator.code: indicator for indicator in framework.indicator_ids}
        versions = self.env["vsoko.indicator"].browse({one.indicator_id for one in figures})
        return {
            version.id
            for version in versions
            if version.code in now and not now[version.code]._counts_like(version)
        }

    def _take_evidence(self, period, listed, present):
        names = self.env["vsoko.indicator.value"]._name_cells({one.cell for one in present})
        count, found = judge(present, listed, names, self._get_bands(period))
        worked_on = self._get_worked_on(period.company_id)
        return {
            **evidence_tables(count, found, self.env._),
            "problem_directions": directions_table(count, found, worked_on, self.env._),
        }

    def _get_bands(self, period):
        """Return ``{code: [(lower border, status)]}`` of the system of indicators."""
        framework = self.env["vsoko.framework"]._get_of_period(period)
        return {
            indicator.code: [
                (band.lower, band.status) for band in indicator.band_ids.sorted("lower")
            ]
            for indicator in framework.indicator_ids
        }

    def _get_worked_on(self, company):
        """Return the pairs (code of an indicator, cell) that an open action is about."""
        actions = self.env["vsoko.action"].search(
            Domain("company_id", "=", company.id)
            & Domain("indicator_id", "!=", False)
            & Domain("state", "in", WORKED_ON)
        )
        return {
            (action.indicator_id.code, action.cell or "school")
            for action in actions
            # one without a cell that names a class or a subject is not about the school
            if action.cell or not (action.class_id or action.subject_id)
        }
