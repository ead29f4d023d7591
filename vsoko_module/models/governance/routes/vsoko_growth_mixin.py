from odoo import api, fields, models

from ....tools.measures import effect as measure
from ....tools.reports.formatting import number
from ....tools.risks.growth import growth
from ...evidence.optional_numbers import OptionalFloat

VERDICTS = [
    (measure.BETTER, "Growth beyond chance"),
    (measure.RANDOM, "Within chance"),
    (measure.WORSE, "Fall beyond chance"),
    (measure.UNKNOWN, "Too early to judge"),
]
# verdicts that works have given
SAID = (measure.BETTER, measure.RANDOM, measure.WORSE)
_NUMBERS = ("share_before", "share_after", "expected", "change_low", "change_high", "rest_change")


class VsokoGrowthMixin(models.AbstractModel):
    """What has become of a route or of one of its goals, as of an action: before and after, what
    was to be expected, what chance alone does (`tools.risks.growth`).

    Only the program writes, when a work closes; a closed route keeps what it was closed with.
    Whoever reads the record reads the numbers of all its pupils together.
    """

    _name = "vsoko.growth.mixin"
    _description = "Growth beyond chance"

    verdict = fields.Selection(VERDICTS, string="Growth", readonly=True, copy=False)
    share_before = OptionalFloat(string="It was", readonly=True, copy=False, aggregator=None)
    share_after = OptionalFloat(string="It is", readonly=True, copy=False, aggregator=None)
    tasks_before = fields.Integer(readonly=True, copy=False, aggregator=None)
    tasks_after = fields.Integer(readonly=True, copy=False, aggregator=None)
    expected = OptionalFloat(
        string="Expected without the route", readonly=True, copy=False, aggregator=None
    )
    change_low = OptionalFloat(readonly=True, copy=False, aggregator=None)
    change_high = OptionalFloat(readonly=True, copy=False, aggregator=None)
    rest_change = OptionalFloat(
        string="Change of the classmates", readonly=True, copy=False, aggregator=None
    )
    growth_text = fields.Text(string="What has become of it", compute="_compute_growth_text")

    def _get_progress(self):
        """Return the rows of progress that the record is about."""
        raise NotImplementedError

    def _judge(self):
        """Find anew what works say of these records."""
        # Works judge all pupils of the record, whoever of them the user reads.
        for record in self.sudo():
            record.write(record._find_growth())

    def _find_growth(self):
        pairs = [row._get_stretches() for row in self._get_progress()]
        found = growth(pairs)
        if found:
            return _get_values(found)
        return dict.fromkeys(_NUMBERS, False) | {
            "verdict": measure.UNKNOWN,
            "tasks_before": sum(before.tasks for before, _after in pairs),
            "tasks_after": sum(after.tasks for _before, after in pairs),
        }

    @api.depends("verdict", *_NUMBERS)
    @api.depends_context("lang")
    def _compute_growth_text(self):
        for record in self:
            record.growth_text = "\n".join(filter(None, record._tell_growth()))

    def _tell_growth(self):
        if not self.verdict:
            return [self.env._("Works that are closed after the beginning will show it.")]
        verdict = dict(self._fields["verdict"]._description_selection(self.env))[self.verdict]
        if self.verdict == measure.UNKNOWN:
            return [f"{verdict}: {self._tell_why_unknown()}"]
        return [f"{verdict}.", self._tell_shares(), self._tell_expected(), self._tell_rest()]

    def _tell_why_unknown(self):
        if not self.tasks_before:
            return self.env._("no work has checked this before the route.")
        if not self.tasks_after:
            return self.env._("no work has checked this since the route began.")
        return self.env._("too few tasks have checked this before and after.")

    def _tell_shares(self):
        return self.env._(
            "It was %(before)s %% of the points (tasks: %(tasks_before)s), it is %(after)s %%"
            " (tasks: %(tasks_after)s).",
            before=number(self.share_before, 0),
            after=number(self.share_after, 0),
            tasks_before=self.tasks_before,
            tasks_after=self.tasks_after,
        )

    def _tell_expected(self):
        return self.env._(
            "Without the route about %(expected)s %% was to be expected: low results rise by"
            " themselves. Chance alone makes the change anything from %(low)s to %(high)s p.p.",
            expected=number(self.expected, 0),
            low=number(self.change_low, 0, signed=True),
            high=number(self.change_high, 0, signed=True),
        )

    def _tell_rest(self):
        if self.rest_change is False:
            return None
        return self.env._(
            "The classmates have changed by %(rest)s p.p. in the same works.",
            rest=number(self.rest_change, 0, signed=True),
        )


def _get_values(found):
    """Return the values of the fields for a `Growth`."""
    effect = found.effect
    return {
        "verdict": effect.verdict,
        "share_before": found.before.percent,
        "share_after": found.after.percent,
        "tasks_before": found.before.base,
        "tasks_after": found.after.base,
        "expected": effect.expected,
        "change_low": effect.low,
        "change_high": effect.high,
        "rest_change": False if effect.difference is None else effect.change - effect.difference,
    }
