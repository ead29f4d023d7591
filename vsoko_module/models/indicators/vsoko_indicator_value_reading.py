from odoo import api, models

from ...tools import scopes
from ...tools.figure import PARTS, Figure
from ..school.vsoko_class import LEVELS

_COLUMNS = ("cell", "id", "indicator_id", "period_id", *PARTS)


class VsokoIndicatorValue(models.Model):
    """The one way to read figures for pages, reports, publications and files."""

    _inherit = "vsoko.indicator.value"

    @api.model
    def _read_figures(self, domain, order=None, limit=None):
        """Return the figures that the user may read as `Figure`, in one query.

        A number that does not exist is None here, where a record would read some as zero.

        :param order: in no order by default
        """
        query = self._search(domain, order=order, limit=limit)
        columns = [self._field_to_sql(self._table, name, query) for name in _COLUMNS]
        indicator, alias = self._fields["indicator_id"].join(self, self._table, query)
        code = indicator._field_to_sql(alias, "code", query)
        rows = self.env.execute_query(query.select(code, *columns))
        return [Figure(code, **dict(zip(_COLUMNS, row, strict=True))) for code, *row in rows]

    @api.model
    def _name_cells(self, cells, field="name"):
        """Return {cell: its name for people}; the number of queries does not depend on theirs.

        :param field: what records are called by
        """
        keys = {cell: scopes.keys(cell) for cell in cells}
        names = {
            (dimension, key): self._get_part_name(dimension, part, field)
            for dimension in scopes.DIMENSIONS
            for key, part in self._get_parts(dimension, keys.values()).items()
        }
        return {
            cell: ", ".join(names[pair] for pair in own.items())
            or self._get_label("scope", scopes.scope_of(cell))
            for cell, own in keys.items()
        }

    @api.model
    def _get_parts(self, dimension, cells):
        """Return {key: record, level or grade} of a dimension of cells ``{dimension: key}``, in
        the order for people."""
        keys = {cell[dimension] for cell in cells if dimension in cell}
        if dimension == "level":
            return {code: code for code, _name in LEVELS if code in keys}
        if dimension == "grade":
            return {grade: grade for grade in sorted(keys)}
        records = self.env[self._fields[dimension].comodel_name].browse(keys)
        # classes of two years in one order
        ordered = records.sorted("key" if dimension == "class_id" else None)
        return {record.id: record for record in ordered}
