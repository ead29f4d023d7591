"""The next value of a school's own series with an interval of 80 %, or why there is none."""

from dataclasses import dataclass

from .backtest import Backtest, backtest, mean_errors
from .intervals import ENOUGH_TO_CHOOSE, reach
from .methods import DRIFT, NAIVE, SEASONAL

LEAST_POINTS = 3
# what says more than «as last time» has to have been better by so much
EARNED = 0.9
FEW, GAPS, FLAT = "few", "gaps", "flat"


@dataclass(frozen=True, slots=True)
class Prospect:
    """A forecast: ``value`` within ``low``…``high`` eight times of ten, by ``method``, from ``n``
    points; ``tried`` is how the method did before, None when there was nothing to try it on.

    Without a forecast ``reason`` says why and all else but ``n`` is None.
    """

    n: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    method: str | None = None
    tried: Backtest | None = None
    reason: str | None = None


def forecast(values, scale, people=None, season=1, horizon=1):
    """The `Prospect` of the next value.

    :param values: of periods of one kind and one definition, without a hole in time, the oldest
        first; None where a period has no value
    :param scale: `Scale` of the values
    :param people: behind the last value
    :param season: how many such periods a year has; from two on the same term of the year before
        is tried, too
    :param horizon: how many periods after the last one is asked
    """
    count = sum(value is not None for value in values)
    if count < LEAST_POINTS:
        return Prospect(count, reason=FEW)
    method = _choose(values, count, season)
    interval = reach(method, values, scale, people, season, horizon)
    if interval is None:
        return Prospect(count, reason=GAPS)
    value, low, high = interval
    if low == high:
        return Prospect(count, reason=FLAT)
    tried = backtest(method, values, scale, people, season)
    return Prospect(count, value, low, high, method, tried)


def _choose(values, count, season):
    """The method that was best on the past of the series; «as last time» of too short a one."""
    if count < ENOUGH_TO_CHOOSE:
        return NAIVE
    errors = mean_errors(values, season)
    least = errors.get(NAIVE)
    if least is None:
        return NAIVE
    able = {
        method: error
        for method, error in errors.items()
        if method not in (DRIFT, SEASONAL) or error <= EARNED * least
    }
    return min(able, key=able.get)
