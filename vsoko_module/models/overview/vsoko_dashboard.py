from odoo import api, fields, models
from odoo.fields import Domain

from ...tools import scopes

_TREND_LENGTH = 8
# four quarters, the school year and the calendar year
_PERIODS_OF_YEAR = 6
_FIGURE_PARTS = (
    "id", "indicator_id", "value", "missing_reason", "status", "grey_reason", "delta",
    "n", "people",
)  # fmt: skip
_INDICATOR_FIELDS = (
    "code", "name", "short_name", "unit", "digits", "direction", "target",
)  # fmt: skip


class VsokoDashboard(models.AbstractModel):
    """What the overview shows, as plain JSON.

    Everything is read with the rights of the user: a teacher gets the own cells only. The number
    of queries does not depend on the size of the school.
    """

    _name = "vsoko.dashboard"
    _description = "Overview"

    @api.model
    @api.readonly
    def get_overview(self, period_id: int | None = None, indicator_id: int | None = None):
        """Return the whole overview of a period, by default of the last one with results.

        :return: {"empty": why there is nothing to show or False, "periods", "period", "rights",
            "indicators": {id: indicator}, "objects", "main", "deviations", "worsened",
            "heat_map", "completeness": {"share", "text", "is_low", "may_open"} or False when
            nothing is missing}; a figure is what `_describe_figure` gives of it
        """
        rights = self._get_rights()
        overview = {"rights": rights, "periods": [], "period": False}
        if not self.env["vsoko.indicator.value"].has_access("read"):
            return {**overview, "empty": "no_access"}
        if not rights["school"] and not self.env["vsoko.own.mixin"]._has_card():
            return {**overview, "empty": "no_card"}
        periods = self._get_periods()
        if not periods:
            return {**overview, "empty": "no_period"}
        period = periods.filtered(lambda p: p.id == period_id) or self._get_default(periods)
        overview |= {
            "periods": [{"id": p.id, "name": p.display_name} for p in periods],
            "period": self._describe_period(period),
        }
        framework = self.env["vsoko.framework"]._get_of_period(period)
        indicators = self._get_indicators(framework, period)
        if not indicators:
            return {**overview, "empty": "not_calculated"}
        figures = self._get_figures(period, indicators, self._get_focus_cell())
        return {
            **overview,
            "empty": False,
            "completeness": self._describe_completeness(period),
            "indicators": {i.id: self._describe_indicator(i) for i in indicators},
            "objects": self._describe_objects(framework, figures, period, periods)
            if rights["school"]
            else [],
            "main": self._describe_main(indicators, figures, period, periods),
            "deviations": self._get_deviations(period, indicators),
            "worsened": self._get_worsened(period, indicators),
            "heat_map": self.get_heat_map(period.id, indicator_id),
        }

    @api.model
    def _get_rights(self):
        user = self.env.user
        return {
            "school": user.has_groups(
                "vsoko_module.group_pedagogical_council,vsoko_module.group_methodical_council"
            ),
            "calculate": self.env["vsoko.period"].has_access("write"),
        }

    @api.model
    def _get_periods(self):
        return self.env["vsoko.period"].search(
            [("company_id", "=", self.env.company.id), ("date_start", "<=", "today")],
            order="date_start desc, date_end",
        )

    @api.model
    def _get_default(self, periods):
        """Return the latest period with results by classes and subjects, else the latest one."""
        framework = self.env["vsoko.framework"]._get_of_period(periods[:1])
        # one indicator is enough: a look through all figures under a teacher's rules is slow
        code = self._get_heat_map_choices(framework)[:1].code
        # their numbers, for an index: each version of the system has an indicator of this code
        shown = self.env["vsoko.indicator"].search([("code", "=", code)])
        # a year at a time from the latest one, so the years before cost nothing
        for start in range(0, len(periods), _PERIODS_OF_YEAR):
            some = periods[start : start + _PERIODS_OF_YEAR]
            groups = self.env["vsoko.indicator.value"]._read_group(
                [
                    ("period_id", "in", some.ids),
                    ("scope", "=", "class_subject"),
                    ("indicator_id", "in", shown.ids),
                ],
                ["period_id"],
            )
            if groups:
                return some.filtered(lambda p, groups=groups: (p,) in groups)[:1]
        return periods[:1]

    @api.model
    def _get_focus_cell(self):
        """Return the cell of the main figures: the school, or the teacher who looks."""
        if self._get_rights()["school"]:
            return scopes.cell("school")
        teacher = self.env["vsoko.teacher"].search([("user_id", "=", self.env.uid)], limit=1)
        return scopes.cell("teacher", teacher_id=teacher.id)

    @api.model
    def _get_indicators(self, framework, period):
        """Return the indicators that have figures in the period, or nothing."""
        found = self.env["vsoko.indicator.value"].search_count(
            [("period_id", "=", period.id)], limit=1
        )
        return framework.indicator_ids.filtered(lambda i: bool(found) and i.has_source)

    @api.model
    def _get_figures(self, period, indicators, cell):
        """Return {indicator: its figure in a cell of the period}."""
        found = self.env["vsoko.indicator.value"]._read_figures(
            Domain("period_id", "=", period.id)
            & Domain("cell", "=", cell)
            & Domain("indicator_id", "in", indicators.ids)
        )
        return {indicators.browse(figure.indicator_id): figure for figure in found}

    @api.model
    def _describe_period(self, period):
        # Teachers do not read the list of calculations; its last date is no secret.
        last_run = (
            self.env["vsoko.calculation"]
            .sudo()
            .search([("period_id", "=", period.id)], order="id desc", limit=1)
        )
        return {
            "id": period.id,
            "name": period.display_name,
            "state": period.state,
            "drift_count": period.drift_count,
            "calculated_on": fields.Datetime.to_string(last_run.date_start) or False,
        }

    @api.model
    def _describe_completeness(self, period):
        """Return how much of the marks is there where it is not all; a part is not the whole."""
        Completeness = self.env["vsoko.completeness"]
        cell = self._get_focus_cell()
        found = Completeness.search([("period_id", "=", period.id), ("cell", "=", cell)], limit=1)
        if not found or found.known == found.expected:
            return False
        domain = Domain("teacher_id", "=", found.teacher_id.id) if found.teacher_id else Domain.TRUE
        return {
            "share": found.share,
            "text": Completeness._get_text(period, domain),
            "is_low": found.share < period.company_id.vsoko_least_completeness,
            "may_open": self.env["vsoko.fact.expected_mark"].has_access("read"),
        }

    @api.model
    def _describe_indicator(self, indicator):
        return {name: indicator[name] for name in _INDICATOR_FIELDS}

    @api.model
    def _describe_figure(self, figure):
        """Return the parts of a figure that the page shows; what there is not is None.

        "barrier" says why other pupils were in the class in the previous period, "became" what
        became of it by more than chance.
        """
        parts = {name: getattr(figure, name) for name in _FIGURE_PARTS}
        indicator = self.env["vsoko.indicator"].browse(figure.indicator_id)
        became = figure.judge(indicator.unit, indicator.direction)
        return parts | {"barrier": figure.previous_barrier, "became": became}

    @api.model
    def _describe_main(self, indicators, figures, period, periods):
        main = indicators.filtered("is_main")
        trends = self._get_trends(main, period, periods)
        classes = self._tell_classes(period)
        return [
            {
                **self._describe_figure(figures[i]),
                "trend": trends.get(i.code, []),
                "classes": classes if i._rests_on_marks() else "",
            }
            for i in main
            if i in figures
        ]

    @api.model
    def _tell_classes(self, period):
        """Say of how many classes there are marks under a figure of the school, if not of all."""
        if not self._get_rights()["school"]:
            return ""
        rows = period._find_completeness("class")
        known = sum(row.known > 0 for row in rows)
        count = len(rows) + len(period._find_classes_without_pupils()[period])
        if known == count:
            return ""
        return self.env._("marks of %(known)s of %(all)s classes", known=known, all=count)

    @api.model
    def _get_trends(self, indicators, period, periods):
        """Return {code: figures of the last periods of this kind, the oldest first}."""
        same_kind = periods.filtered(
            lambda p: p.kind == period.kind and p.date_start <= period.date_start
        )[:_TREND_LENGTH]
        found = self.env["vsoko.indicator.value"]._read_figures(
            Domain("period_id", "in", same_kind.ids)
            & Domain("cell", "=", self._get_focus_cell())
            & Domain("indicator_id.code", "in", indicators.mapped("code"))
        )
        values = {(figure.code, figure.period_id): (figure.value, figure.n) for figure in found}
        return {
            code: [
                {"period": p.display_name, "value": value, "n": n}
                for p in reversed(same_kind)
                for value, n in [values.get((code, p.id), (None, None))]
            ]
            for code in indicators.mapped("code")
        }
