from odoo import api, fields, models

from ...tools.measures import chance
from ..evidence.optional_numbers import OptionalFloat
from .vsoko_indicator_band import STATUSES

MISSING_REASONS = [
    ("empty_base", "Nobody to count: the base is empty"),
    ("missing_operand", "A figure of the formula has no value"),
    ("division_by_zero", "The formula divides by zero"),
    ("out_of_range", "The result of the formula is out of range"),
]
GREY_REASONS = [
    ("few", "Too few people stand behind it"),
    ("incomplete", "Too few of the expected marks are there"),
    ("failed", "Of an earlier calculation: the last one could not compute it"),
]
# a figure without people behind it, or without a better side, is compared by number alone
JUDGED = [
    (chance.BETTER, "Became better"),
    (chance.WORSE, "Became worse"),
    (chance.CHANCE, "No more than chance can do"),
]


class VsokoFigureMixin(models.AbstractModel):
    """The columns of a figure: which indicator, which cell, what was found and what it rests on.

    Shared by the figures in force and by the earlier approved ones.
    """

    _name = "vsoko.figure.mixin"
    _inherit = ["vsoko.cell.mixin", "vsoko.totals.mixin"]
    _description = "Figure"

    indicator_id = fields.Many2one(
        "vsoko.indicator", string="Indicator", required=True, readonly=True, ondelete="restrict"
    )
    numerator = fields.Float(readonly=True, aggregator=None)
    denominator = fields.Float(readonly=True, aggregator=None)
    # sums and means of percentages mean nothing: a figure of a wider cell is a value of its own
    value = OptionalFloat(readonly=True, aggregator=None)
    n = fields.Integer(string="Rests on", readonly=True, aggregator=None)
    people = fields.Integer(
        readonly=True,
        aggregator=None,
        help="How many different people stand behind the figure; the least number counts them",
    )
    completeness = fields.Float(
        string="Completeness of marks, %",
        readonly=True,
        aggregator=None,
        digits=(5, 1),
        help="Share of the expected marks that are there: each pupil of the last day in each"
        " subject of the teaching load",
    )
    missing_reason = fields.Selection(MISSING_REASONS, readonly=True)
    status = fields.Selection(STATUSES, string="Zone", readonly=True)
    grey_reason = fields.Selection(GREY_REASONS, string="Why it is not judged", readonly=True)
    previous_value = OptionalFloat(string="Previous period", readonly=True, aggregator=None)
    previous_n = fields.Integer(string="The previous one rests on", readonly=True, aggregator=None)
    previous_people = fields.Integer(
        string="People of the previous one", readonly=True, aggregator=None
    )
    delta = OptionalFloat(string="Change", readonly=True, aggregator=None)
    last_year_value = OptionalFloat(string="A year before", readonly=True, aggregator=None)
    last_year_delta = OptionalFloat(string="Change in a year", readonly=True, aggregator=None)
    rating_allowed = fields.Boolean(
        string="May enter ratings",
        readonly=True,
        help="As the indicator was when the figure was counted",
    )
    rule = fields.Char(readonly=True)
    became = fields.Selection(
        JUDGED,
        string="What became of it",
        compute="_compute_became",
        help="Since the previous period, by more than chance can do to so few people",
    )
    became_in_year = fields.Selection(
        JUDGED,
        string="What became of it in a year",
        compute="_compute_became",
        help="Since a year before, by more than chance can do to so few people",
    )
    unit = fields.Selection(related="indicator_id.unit")
    digits = fields.Integer(related="indicator_id.digits", aggregator=None)

    @api.depends(
        "value", "n", "people", "previous_value", "previous_n", "previous_people", "last_year_value"
    )
    def _compute_became(self):
        for figure in self:
            before = chance.people_behind(figure.previous_n, figure.previous_people)
            figure.became = figure._judge(figure.previous_value, before)
            # what the figure of a year before rests on is not kept: taken to be as many as now
            figure.became_in_year = figure._judge(figure.last_year_value, None)

    def _judge(self, before, base_before):
        """Return what became of the figure since another value, False where it is not judged."""
        if self.unit != "percent" or self.value is False or before is False:
            return False
        base = chance.people_behind(self.n, self.people)
        return (
            chance.judge(self.value, base, before, base_before, self.indicator_id.direction)
            or False
        )
