from odoo import api, fields, models

from .vsoko_start_page import ADMINISTRATION, DIRECTOR, StartCard


class VsokoStartPage(models.AbstractModel):
    """What the marks and figures of the periods ask of those who lead the school."""

    _inherit = "vsoko.start.page"

    @api.model
    def _get_cards(self):
        """Return the cards with those of periods, of what became worse and of forecasts."""
        cards = super()._get_cards()
        if not self.env.user.has_group(ADMINISTRATION):
            return cards
        return [*self._get_period_cards(), *cards, *self._get_figure_cards()]

    @api.model
    def _get_period_cards(self):
        return [
            self._make_approval_card(
                "periods",
                "vsoko.period",
                self.env._("Periods to approve"),
                self.env._("No period of this school year waits to be approved."),
                self.env._("Approve the figures"),
                self.env._(
                    "Approved figures are locked: nobody changes them until the period is"
                    " reopened. Approve?"
                ),
                self._describe_periods,
            ),
            StartCard(
                "loading",
                "vsoko.period",
                self.env._("Marks of the classes"),
                self.env._("No period of this school year is open."),
                domain=[
                    ("company_id", "=", self.env.company.id),
                    ("year_id.state", "=", "current"),
                    ("state", "=", "open"),
                    ("date_start", "<=", self._get_today()),
                ],
                describe=self._describe_loading,
                groups=ADMINISTRATION,
                order="date_end",
                method="action_open_missing_marks",
            ),
        ]

    @api.model
    def _get_figure_cards(self):
        today = self._get_today()
        return [
            StartCard(
                "worsened",
                "vsoko.indicator.value",
                self.env._("Changed for the worse"),
                self.env._("No main figure has become worse by more than chance."),
                domain=[("id", "in", self._get_worsened_ids())],
                describe=self._describe_changes,
                groups=DIRECTOR,
            ),
            StartCard(
                "forecasts",
                "vsoko.forecast",
                self.env._("Forecasts of the running period"),
                self.env._("No forecasts of the running period are made."),
                domain=[
                    ("state", "=", "made"),
                    ("scope", "=", "school"),
                    ("period_id.date_start", "<=", today),
                    ("period_id.date_end", ">=", today),
                ],
                describe=self._describe_forecasts,
                groups=DIRECTOR,
            ),
        ]

    @api.model
    def _get_shown_period(self):
        """Return the period that the overview opens with, which may be none."""
        Dashboard = self.env["vsoko.dashboard"]
        periods = Dashboard._get_periods()
        return Dashboard._get_default(periods) if periods else periods

    @api.model
    def _get_worsened_ids(self):
        """Return the figures that the overview of the director names first, none for others."""
        period = self._get_shown_period()
        if not period or not self.env.user.has_group(DIRECTOR):
            return []
        Dashboard = self.env["vsoko.dashboard"]
        framework = self.env["vsoko.framework"]._get_of_period(period)
        indicators = Dashboard._get_indicators(framework, period)
        return [figure["id"] for figure in Dashboard._get_worsened(period, indicators)]

    @api.model
    def _describe_periods(self, periods):
        """Of a period that is over all marks should be there."""
        return self._describe_waiting(periods, is_due=True)

    @api.model
    def _describe_loading(self, periods):
        """Say of how many classes all marks are there; what is missing later is late."""
        told = dict.fromkeys(periods.ids, (self.env._("not calculated yet"), False))
        today = fields.Date.context_today(self)
        rows = periods._find_completeness("class").grouped("period_id")
        without_pupils = periods._find_classes_without_pupils()
        for period, classes in rows.items():
            empty = len(without_pupils[period])
            full = sum(one.known == one.expected for one in classes)
            text = self.env._(
                "of %(all)s classes loaded: %(full)s, in part: %(part)s, nothing: %(nothing)s",
                all=len(classes) + empty,
                full=full,
                part=sum(0 < one.known < one.expected for one in classes),
                nothing=sum(not one.known for one in classes) + empty,
            )
            is_missing = full < len(classes) + empty
            told[period.id] = text, is_missing and period.date_end < today
        return told

    @api.model
    def _describe_changes(self, figures):
        return {
            one.id: (
                self.env._(
                    "it is %(value)s, the change is %(change)s",
                    value=one._format(one.value),
                    change=one._format_change(),
                ),
                False,
            )
            for one in figures
        }

    @api.model
    def _describe_forecasts(self, forecasts):
        return {
            one.id: (
                self.env._(
                    "expected %(value)s, eight times of ten %(interval)s",
                    value=one.value_text,
                    interval=one.interval_text,
                ),
                False,
            )
            for one in forecasts
        }
