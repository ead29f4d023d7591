from odoo import api, fields, models

from ...tools.numbers import rounded

_PERIOD_FIELDS = ("name", "kind", "date_start", "date_end", "year_id")


class VsokoCompleteness(models.Model):
    """The marks of a whole year at a glance: classes down, periods across."""

    _inherit = "vsoko.completeness"

    @api.model
    @api.readonly
    def get_matrix(self, year_id: int | None = None):
        """Return the completeness of the classes that the user sees, in all periods of a year.

        :param year_id: by default the current year, or the last one
        :return: ``{"years": [{"id", "name"}], "year", "periods": [{"id", "name", "is_over",
            "is_calculated"}], "rows": [{"id", "name", "cells"}], "total": cells of the school,
            "least", "may_open"}``; a cell is None where no marks are expected, otherwise ``{"share"
            (whole per cent; a part is neither all nor nothing), "known", "expected", "status"}``;
            the status is empty until the period is over
        """
        years = self.env["vsoko.year"].search_fetch(
            [("company_id", "=", self.env.company.id)], ["name", "state", "company_id"]
        )
        year = self._choose_year(years, year_id)
        periods = self.env["vsoko.period"].search_fetch([("year_id", "=", year.id)], _PERIOD_FIELDS)
        periods = periods._sort_by_time()
        cells = self.search_fetch(
            [("period_id", "in", periods.ids), ("scope", "in", ("school", "class"))],
            ["period_id", "class_id", "expected", "known"],
        )
        today = fields.Date.context_today(self)
        described = {(cell.class_id, cell.period_id): cell._describe_cell(today) for cell in cells}
        nothing = self.env["vsoko.class"]
        return {
            "years": [{"id": year.id, "name": year.name} for year in years],
            "year": year.id,
            "periods": [self._describe_period(period, cells, today) for period in periods],
            "rows": [
                {
                    "id": school_class.id,
                    "name": school_class.name,
                    "cells": [described.get((school_class, period)) for period in periods],
                }
                for school_class in cells.class_id.sorted("key")
            ],
            "total": [described.get((nothing, period)) for period in periods],
            "least": year.company_id.vsoko_least_completeness,
            "may_open": self.env["vsoko.fact.expected_mark"].has_access("read"),
        }

    @api.model
    def _choose_year(self, years, year_id):
        current = years.filtered(lambda year: year.state == "current")
        return years.filtered(lambda year: year.id == year_id) or current[:1] or years[:1]

    @api.model
    def _describe_period(self, period, cells, today):
        return {
            "id": period.id,
            "name": period.name,
            "is_over": period.date_end < today,
            "is_calculated": period in cells.period_id,
        }

    def _describe_cell(self, today):
        share = int(rounded(100 * self.known / self.expected, 0))
        if 0 < self.known < self.expected:
            share = min(99, max(1, share))
        return {
            "share": share,
            "known": self.known,
            "expected": self.expected,
            "status": self._judge(today),
        }

    def _judge(self, today):
        """Return the zone: all is there, enough to judge figures by, or too little."""
        if self.known == self.expected:
            return "optimal"
        if self.period_id.date_end >= today:
            return False
        least = self.company_id.vsoko_least_completeness
        return "acceptable" if self.share >= least else "critical"
