from odoo import fields, models
from odoo.tools import SQL


class VsokoIndicatorValue(models.Model):
    """Totals of pivots and graphs, computed from counts and never from percentages."""

    _inherit = "vsoko.indicator.value"

    value = fields.Float(aggregator="avg")

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
        """A missing value is an empty cell of the file, not zero."""
        result = super().export_data(fields_to_export)
        known = {"value": "has_value", "previous_value": "has_previous", "delta": "has_previous"}
        for place, name in enumerate(fields_to_export):
            if name in known:
                for figure, row in zip(self, result["datas"], strict=True):
                    row[place] = row[place] if figure[known[name]] else ""
        return result
