from odoo import models
from odoo.tools import SQL

from ...tools.numbers import rounded
from ..evidence.optional_numbers import OptionalFloat

_SHOWN = frozenset(
    ("value", "previous_value", "delta", "last_year_value", "last_year_delta", "target")
)


class VsokoIndicatorValue(models.Model):
    """Totals of pivots and graphs, computed from counts and never from percentages."""

    _inherit = "vsoko.indicator.value"

    value = OptionalFloat(aggregator="avg")

    def _read_group_select(self, aggregate_spec, query):
        if aggregate_spec != "value:avg":
            return super()._read_group_select(aggregate_spec, query)
        columns = {
            name: self._field_to_sql(self._table, name, query)
            for name in ("value", "numerator", "denominator", "indicator_id", "scope", "period_id")
        }
        # value × denominator is the counted part, so the quotient of sums is the figure that the
        # cells would have together; figures of several kinds have no common figure
        return SQL(
            """
            CASE WHEN count(DISTINCT (%(indicator_id)s, %(scope)s, %(period_id)s)) > 1 THEN NULL
                 WHEN count(*) = 1 THEN max(%(value)s)
                 WHEN count(%(denominator)s) = 0 THEN sum(%(numerator)s)
                 ELSE sum(%(value)s * %(denominator)s) / NULLIF(sum(%(denominator)s), 0)
            END
            """,
            **columns,
        )

    def export_data(self, fields_to_export):
        """The file has the figures as they are shown."""
        result = super().export_data(fields_to_export)
        places = [place for place, name in enumerate(fields_to_export) if name in _SHOWN]
        for figure, row in zip(self, result["datas"], strict=True):
            for place in places:
                if row[place] != "":
                    row[place] = float(rounded(row[place], figure.digits))
        return result
