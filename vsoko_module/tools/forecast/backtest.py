"""How a method would have done on the school's own past: it is given what was known before each
value and asked for that value. It never sees what came later."""

from dataclasses import dataclass

from .intervals import reach
from .methods import METHODS, SEASONAL

FIRST_ORIGIN = 3


@dataclass(frozen=True, slots=True)
class Backtest:
    """``tries`` values were asked; ``error`` is the mean distance from them, ``hits`` of them lay
    in the interval."""

    tries: int
    error: float
    hits: int


def backtest(method, values, scale, people=None, season=1):
    """The `Backtest` of a method, None when the series has nothing to try it on.

    :param people: behind each value, taken as those of the last one
    """
    tried = []
    for place in _origins(values):
        interval = reach(method, values[:place], scale, people, season)
        if interval:
            tried.append((values[place], *interval))
    if not tried:
        return None
    distance = sum(abs(came - value) for came, value, _low, _high in tried)
    hits = sum(low <= came <= high for came, _value, low, high in tried)
    return Backtest(len(tried), distance / len(tried), hits)


def mean_errors(values, season=1):
    """``{method: mean absolute error}`` of the methods that could be tried, on the same values."""
    able = [name for name in METHODS if name != SEASONAL or _has_seasons(values, season)]
    rows = []
    for place in _origins(values):
        found = [METHODS[name](values[:place], 1, season) for name in able]
        if all(found):
            rows.append([abs(values[place] - outlook.value) for outlook in found])
    if not rows:
        return {}
    sums = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    return dict(zip(able, sums, strict=True))


def _has_seasons(values, season):
    """Whether a year before is known of three values at least."""
    if season < 2:
        return False
    pairs = zip(values, values[season:], strict=False)
    return sum(None not in pair for pair in pairs) >= FIRST_ORIGIN and values[-season] is not None


def _origins(values):
    """Places of the values that are asked: three are known before, and the one next to it."""
    return [
        place
        for place in range(FIRST_ORIGIN, len(values))
        if None not in (values[place], values[place - 1])
        and sum(value is not None for value in values[:place]) >= FIRST_ORIGIN
    ]
