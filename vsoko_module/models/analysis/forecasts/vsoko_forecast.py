from odoo import fields, models
from odoo.tools import SQL

from ...evidence.optional_numbers import OptionalFloat

METHODS = [
    ("naive", "As last time"),
    ("mean", "The mean of the last three"),
    ("drift", "The usual step once more"),
    ("seasonal", "As a year before"),
]
STATES = [
    ("made", "Waits for its period"),
    ("judged", "Judged"),
    ("unjudged", "Cannot be judged"),
]


class VsokoForecast(models.Model):
    """What was to be expected of a figure before its period was over.

    It is frozen when it is made and judged when the period is calculated, so that everybody sees
    how often the program is right. Only the program writes.
    """

    _name = "vsoko.forecast"
    _inherit = ["vsoko.cell.mixin", "vsoko.own.mixin", "vsoko.lock.mixin"]
    _description = "Forecast of a figure"
    _order = "period_id, indicator_id, scope, level, class_id, id"
    _rec_names_search = ["indicator_id"]
    _locked_states = tuple(key for key, _label in STATES)

    indicator_id = fields.Many2one(
        "vsoko.indicator",
        string="Indicator",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    year_id = fields.Many2one(
        related="period_id.year_id", string="School year", store=True, index=True
    )
    state = fields.Selection(STATES, default="made", required=True, readonly=True, index=True)
    value = fields.Float(string="Expected value", required=True, readonly=True, aggregator=None)
    low = fields.Float(
        string="Expected from",
        required=True,
        readonly=True,
        aggregator=None,
        help="Eight times of ten the figure is to be between the two",
    )
    high = fields.Float(string="Expected to", required=True, readonly=True, aggregator=None)
    method = fields.Selection(METHODS, required=True, readonly=True)
    n = fields.Integer(string="Periods behind it", readonly=True, aggregator=None)
    people = fields.Integer(string="People of the last period", readonly=True, aggregator=None)
    backtest_tries = fields.Integer(
        string="Tried on past periods",
        readonly=True,
        aggregator=None,
        help="For how many past periods the same method was asked, with what was known before each",
    )
    backtest_error = OptionalFloat(string="Usual error", readonly=True, aggregator=None)
    backtest_coverage = OptionalFloat(
        string="Past periods in the interval, %", readonly=True, aggregator=None
    )
    made_at = fields.Datetime(
        string="Made on", required=True, readonly=True, default=fields.Datetime.now
    )
    fact = OptionalFloat(string="What came", readonly=True, aggregator=None)
    is_hit = fields.Boolean(string="In the interval", readonly=True)
    error = OptionalFloat(string="Differs by", readonly=True, aggregator=None)
    judged_date = fields.Date(string="Judged on", readonly=True)
    cell_name = fields.Char(string="Where", compute="_compute_cell_name")
    unit = fields.Selection(related="indicator_id.unit")

    _cell_uniq = models.Constraint(
        "UNIQUE(indicator_id, period_id, cell)", "This figure is foretold already."
    )
    _interval_order = models.Constraint(
        "CHECK(low <= value AND value <= high AND low < high)",
        "A forecast lies in its interval, and the interval has a width.",
    )
    _class_idx = models.Index("(class_id) WHERE class_id IS NOT NULL")
    _period_idx = models.Index("(period_id)")

    def _get_own_condition(self, alias):
        """The school and its levels are everybody's; a class is that of its teachers."""
        return SQL(
            "(%(class)s IS NULL OR %(class)s IN (%(homeroom)s) OR %(class)s IN (%(lessons)s))",
            **{
                "class": SQL.identifier(alias, "class_id"),
                "homeroom": self._get_homeroom_sql(),
                "lessons": self._get_led_lessons_sql(SQL("own_lesson.class_id")),
            },
        )
