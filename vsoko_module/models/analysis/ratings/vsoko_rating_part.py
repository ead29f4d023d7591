from odoo import fields, models

from ...evidence.optional_numbers import OptionalFloat


class VsokoRatingPart(models.Model):
    """What one component gives to the index of one line; a missing figure has a part without
    points, whose weight the others share."""

    _name = "vsoko.rating.part"
    _description = "Part of an index"
    _order = "line_id, component_id, id"

    line_id = fields.Many2one(
        "vsoko.rating.line",
        string="Line",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    component_id = fields.Many2one(
        "vsoko.rating.component",
        string="Component",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(related="line_id.company_id", store=True, index=True)
    value = OptionalFloat(string="Figure", readonly=True, aggregator=None)
    n = fields.Integer(
        string="Rests on",
        readonly=True,
        aggregator=None,
        help="People; of a pupil it is marks, by a final sheet criteria",
    )
    normalised = OptionalFloat(
        string="Points",
        readonly=True,
        aggregator=None,
        help="Of 100: where the figure lies between the goalposts",
    )
    weight = fields.Float(
        string="Share of the weight",
        readonly=True,
        aggregator=None,
        help="From 0 to 1, after the weight of what is missing is given to the rest",
    )
    contribution = fields.Float(
        string="Contribution", readonly=True, aggregator=None, help="Together they are the index"
    )
    median = OptionalFloat(
        string="Middle of all", readonly=True, aggregator=None, help="Points of the middle line"
    )
    gain = fields.Float(
        string="What the middle would give",
        readonly=True,
        aggregator=None,
        help="By how much the index would rise if the figure reached the middle of all",
    )
