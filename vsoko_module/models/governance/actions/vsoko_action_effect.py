from odoo import api, fields, models

from ....tools.measures import effect as measure
from ...evidence.optional_numbers import OptionalFloat, OptionalInteger
from ...indicators.engine import without_nested_loops
from .comparison import BeforeAndAfter

VERDICTS = [
    ("reached", "Reached"),
    ("better", "Better"),
    ("random", "Within chance"),
    ("worse", "Worse"),
    ("unknown", "Cannot be measured"),
]
REASONS = [
    ("no_baseline", "The figure of the problem was not kept or rests on too few people"),
    ("no_figure", "The period has no such figure"),
    ("few", "Too few people stand behind the figure"),
    ("incomplete", "Too few of the expected marks are there"),
    ("failed", "The last calculation could not compute the figure"),
    ("redefined", "The indicator is counted in another way now"),
    ("other_pupils", "Other pupils are in the class"),
    ("no_share", "The indicator is no share of people, or has no better and worse"),
]

# what an effect is, without the day
_FOUND = (
    "value_after",
    "numerator_after",
    "denominator_after",
    "expected",
    "change_low",
    "change_high",
    "rest_change",
    "risen",
    "fallen",
    "verdict",
    "verdict_reason",
)


class VsokoAction(models.Model):
    """What became of the problem: the effect, found when the target period is calculated.

    It is found anew with each calculation, which an approved period does not have any more; a
    closed action keeps what it was closed with.
    """

    _inherit = "vsoko.action"

    effect_date = fields.Date(string="Measured on", readonly=True, copy=False)
    value_after = OptionalFloat(string="It is", readonly=True, copy=False, aggregator=None)
    numerator_after = OptionalFloat(readonly=True, copy=False, aggregator=None)
    denominator_after = OptionalFloat(readonly=True, copy=False, aggregator=None)
    expected = OptionalFloat(
        string="Expected without measures", readonly=True, copy=False, aggregator=None
    )
    change_low = OptionalFloat(readonly=True, copy=False, aggregator=None)
    change_high = OptionalFloat(readonly=True, copy=False, aggregator=None)
    rest_change = OptionalFloat(
        string="Change of the rest of the school", readonly=True, copy=False, aggregator=None
    )
    risen = OptionalInteger(string="Pupils who came in", readonly=True, copy=False, aggregator=None)
    fallen = OptionalInteger(
        string="Pupils who went out", readonly=True, copy=False, aggregator=None
    )
    verdict = fields.Selection(VERDICTS, readonly=True, copy=False, index=True, tracking=True)
    verdict_reason = fields.Selection(REASONS, string="Why", readonly=True, copy=False)

    def _is_judged(self):
        """Whether figures have said what became of the problem."""
        return self.state == "measured" and self.verdict not in (False, "unknown")

    def _measure(self):
        """Find the effect of those of the actions whose target period is over and calculated;
        return those of which something else is said than before."""
        today = fields.Date.context_today(self)
        # The caller has checked the right; figures count the whole school.
        ready = self.sudo().filtered(
            lambda action: (
                action.state in ("done", "measured")
                and action.indicator_id
                and action.period_id
                and action.target_period_id
                and action.target_period_id.date_end < today
                and action.target_period_id.value_count
            )
        )
        changed = self.browse()
        pairs = ready.grouped(lambda action: (action.period_id, action.target_period_id))
        for (before, after), actions in pairs.items():
            comparison = BeforeAndAfter(actions, before, after)
            changed |= actions.filtered(lambda action, found=comparison: action._keep_effect(found))
        return changed

    def _keep_effect(self, comparison):
        """Keep what became of the problem; return whether that is something new."""
        found = dict.fromkeys(_FOUND, False) | self._find_effect(comparison) | {"state": "measured"}
        # no pupils and «not known» are equal to Python
        kept = {name: (self[name], self[name] is False) for name in found}
        is_new = kept != {name: (value, value is False) for name, value in found.items()}
        if is_new:
            self._store(found | {"effect_date": fields.Date.context_today(self)})
        return is_new

    def _find_effect(self, comparison):
        """Return what became of the problem, as values of the fields."""
        after = comparison.after(self)
        known = {}
        if after and after.is_known and after.grey_reason != "few":
            known = {
                "value_after": self._round(after.value),
                "numerator_after": False if after.numerator is None else after.numerator,
                "denominator_after": after.denominator or False,
            }
        reason = comparison.refusal(self)
        if reason:
            return known | {"verdict": measure.UNKNOWN, "verdict_reason": reason}
        return known | self._tell_effect(comparison.effect(self), comparison.rest(self))

    def _tell_effect(self, effect, rest):
        return {
            "expected": self._round(effect.expected),
            "change_low": self._round(effect.low),
            "change_high": self._round(effect.high),
            "rest_change": self._round(rest[1] - rest[0]) if rest else False,
            "risen": False if effect.risen is None else effect.risen,
            "fallen": False if effect.fallen is None else effect.fallen,
            "verdict": effect.verdict,
        }

    def _round(self, number):
        """Return a number as the database keeps it, so that the same is seen to be the same."""
        return round(number, 6)


class VsokoCalculation(models.Model):
    _inherit = "vsoko.calculation"

    @api.model
    def _run(self, period, trigger="manual", may_remove=False):
        """A calculation of a target period tells what became of the actions."""
        run = super()._run(period, trigger, may_remove)
        # Whoever may calculate, the effects are those of the whole school.
        actions = self.env["vsoko.action"].sudo()
        judged = actions.search(
            [("target_period_id", "=", period.id), ("state", "in", ("done", "measured"))]
        )._measure()
        if judged:
            run._count_verdicts()
        return run

    def _count_verdicts(self):
        """Count once more the figures over the verdicts that were just found, so that the period
        is approved as it was calculated."""
        measures = self.framework_id._get_measures()
        if "action" not in measures:
            return
        self.env.flush_all()
        with without_nested_loops(self.env.cr):
            self._store_measures({"action": measures["action"]}, self._prepare_target())
        self.env["vsoko.indicator.value"].invalidate_model()
