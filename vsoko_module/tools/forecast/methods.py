"""Ways to go on with a short series: the next value, and how far off it usually is.

Formulas: R. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, 5.2 and 5.5. A
value is a number or None for a period that has none: a gap stays a gap, its neighbours are no
neighbours of each other.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

NAIVE, MEAN, DRIFT, SEASONAL = "naive", "mean", "drift", "seasonal"
LAST = 3


@dataclass(frozen=True, slots=True)
class Outlook:
    """The expected ``value``, the ``deviation`` of what came from what was expected, and of how
    many ``degrees`` that is known: 0 when nothing tells it."""

    value: float
    deviation: float
    degrees: int


def naive(values, horizon=1, season=1):
    """The last value; it strays as the steps between neighbours did."""
    known = _known(values)
    away = horizon + len(values) - 1 - known[-1][0]
    deviation, degrees = _root_mean_square(_steps(values))
    return Outlook(known[-1][1], deviation * sqrt(away), degrees)


def drift(values, horizon=1, season=1):
    """The last value and the mean step of the whole series."""
    (first, start), (last, end) = _known(values)[0], _known(values)[-1]
    span, away = last - first, horizon + len(values) - 1 - last
    slope = (end - start) / span if span else 0.0
    steps = _steps(values)
    degrees = max(0, len(steps) - 1)
    rest = sum((step - slope) ** 2 for step in steps)
    deviation = sqrt(rest / degrees) if degrees else 0.0
    reach = sqrt(away * (1 + away / span)) if span else 0.0
    return Outlook(end + away * slope, deviation * reach, degrees)


def mean(values, horizon=1, season=1):
    """The mean of the last three values; it strays as such means did from what came next."""
    errors = [
        value - _mean_of_last(values[:place])
        for place, value in enumerate(values)
        if value is not None and len(_known(values[:place])) >= LAST
    ]
    return Outlook(_mean_of_last(values), *_root_mean_square(errors))


def seasonal(values, horizon=1, season=1):
    """The value of the same term a year before; None where there is none."""
    place = len(values) - 1 + horizon - season
    if season < 2 or not 0 <= place < len(values) or values[place] is None:
        return None
    steps = [
        later - earlier
        for earlier, later in zip(values, values[season:], strict=False)
        if None not in (earlier, later)
    ]
    return Outlook(values[place], *_root_mean_square(steps))


# the simplest first: of equally good ones it is taken
METHODS = {NAIVE: naive, MEAN: mean, DRIFT: drift, SEASONAL: seasonal}


def _known(values):
    return [(place, value) for place, value in enumerate(values) if value is not None]


def _steps(values):
    return [later - earlier for earlier, later in pairwise(values) if None not in (earlier, later)]


def _mean_of_last(values):
    last = [value for _place, value in _known(values)[-LAST:]]
    return sum(last) / len(last)


def _root_mean_square(errors):
    """``(root of the mean square, how many)``."""
    count = len(errors)
    return (sqrt(sum(error * error for error in errors) / count), count) if count else (0.0, 0)
