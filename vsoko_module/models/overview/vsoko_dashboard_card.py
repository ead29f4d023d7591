from typing import Literal

from odoo import api, models
from odoo.fields import Domain

from ...tools import scopes

_COLUMNS = 10


class VsokoDashboard(models.AbstractModel):
    _inherit = "vsoko.dashboard"

    @api.model
    @api.readonly
    def get_card(
        self, model: Literal["vsoko.class", "vsoko.teacher", "vsoko.student"], record_id: int
    ):
        """Return the main figures of a class, a teacher or a pupil over the last periods.

        :return: {"periods": [{"id", "name", "is_term"}] from the oldest, "rows":
            [{"indicator", "cells": [figure or None]}]}; what the user may not read is not there
        """
        record = self.env[model].browse(record_id)
        Value = self.env["vsoko.indicator.value"]
        dimension = Value._get_dimension(model)
        if not Value.has_access("read"):
            return {"periods": [], "rows": []}
        cell = scopes.cell(dimension.removesuffix("_id"), **{dimension: record.id})
        found = Value._read_figures(
            Domain("cell", "=", cell) & Domain("indicator_id.is_main", "=", True),
            order=Value._order,
        )
        # the year comes after its last term, which ends on the same day
        known = dict.fromkeys(figure.period_id for figure in found)
        periods = self.env["vsoko.period"].browse(known)
        periods = periods.sorted(lambda p: (p.date_end, p.date_end - p.date_start))[-_COLUMNS:]
        figures = {(figure.code, figure.period_id): figure for figure in found}
        indicators = self.env["vsoko.indicator"].browse(
            {figure.code: figure.indicator_id for figure in found}.values()
        )
        return {
            "periods": [
                {"id": p.id, "name": p.display_name, "is_term": "year" not in p.kind}
                for p in periods
            ],
            "rows": [
                {
                    "indicator": self._describe_indicator(indicator),
                    "cells": [
                        self._describe_figure(figures[indicator.code, period.id])
                        if (indicator.code, period.id) in figures
                        else None
                        for period in periods
                    ],
                }
                for indicator in indicators.sorted("sequence")
            ],
        }
