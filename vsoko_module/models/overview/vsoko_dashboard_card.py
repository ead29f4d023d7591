from typing import Literal

from odoo import api, models

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
        found = Value.search(
            [
                ("cell", "=", scopes.cell(dimension.removesuffix("_id"), **{dimension: record.id})),
                ("indicator_id.is_main", "=", True),
            ]
        )
        # the year comes after its last term, which ends on the same day
        periods = found.period_id.sorted(lambda p: (p.date_end, p.date_end - p.date_start))
        periods = periods[-_COLUMNS:]
        figures = {(f.indicator_id.code, f.period_id): f for f in found}
        indicators = {f.indicator_id.code: f.indicator_id for f in found}
        return {
            "periods": [
                {"id": p.id, "name": p.display_name, "is_term": "year" not in p.kind}
                for p in periods
            ],
            "rows": [
                {
                    "indicator": self._describe_indicator(indicator),
                    "cells": [
                        self._describe_figure(figures[code, period])
                        if (code, period) in figures
                        else None
                        for period in periods
                    ],
                }
                for code, indicator in sorted(indicators.items(), key=lambda i: i[1].sequence)
            ],
        }
