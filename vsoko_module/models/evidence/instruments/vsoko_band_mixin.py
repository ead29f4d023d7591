from odoo import fields, models

from ....tools.measures import Band
from ..points import Points


class VsokoBandMixin(models.AbstractModel):
    """One mark of a scale."""

    _name = "vsoko.band.mixin"
    _description = "Mark of a scale"

    min_score = Points(string="From points", required=True, aggregator=None)
    mark = fields.Integer(required=True, aggregator=None)
    part = fields.Char(
        string="On condition of", help="The part of the tasks whose points are asked for besides"
    )
    part_score = Points(string="Points of the part", aggregator=None)

    _mark_range = models.Constraint("CHECK(mark BETWEEN 1 AND 5)", "A mark must be from 1 to 5.")
    _score_positive = models.Constraint(
        "CHECK(min_score >= 0 AND COALESCE(part_score, 0) >= 0)", "Points must not be negative."
    )

    def _get_bands(self):
        """Return these marks as ``tools.measures.Band``."""
        return [
            Band(line.min_score, line.mark, line.part or None, line.part_score) for line in self
        ]
