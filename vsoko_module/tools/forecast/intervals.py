"""The interval about a forecast: never narrower than what chance alone does to so many people."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from ..measures.quantiles import t_quantile
from .methods import METHODS

# one tenth of the chance lies beyond each end of the interval
TAIL = 0.9
# of fewer points none is spared for a choice between methods
ENOUGH_TO_CHOOSE = 6
Z = NormalDist().inv_cdf(TAIL)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where values can lie, None for no end; ``is_share`` says that they are per cents of people,
    of which chance alone moves so and so much."""

    low: float | None = None
    high: float | None = None
    is_share: bool = False

    def clip(self, value):
        """The nearest value that there can be."""
        if self.low is not None:
            value = max(self.low, value)
        return value if self.high is None else min(self.high, value)

    def chance(self, value, people):
        """Half the interval that chance alone makes between two groups of so many people; 0 where
        it is not known.

        Of all or nobody the share is taken as one of the people and two more would have it
        otherwise (Laplace), or else the interval of five times 100 % would have no width.
        """
        if not self.is_share or not people:
            return 0.0
        edge = 1 / (people + 2)
        share = min(1 - edge, max(edge, value / 100))
        return 100 * Z * sqrt(2 * share * (1 - share) / people)


def reach(method, values, scale, people, season=1, horizon=1):
    """``(value, low, high)`` of a method, None when nothing tells how far off it is.

    Where a method is chosen by its errors these are a little too good: a degree is spent on it.
    """
    outlook = METHODS[method](values, horizon, season)
    if outlook is None:
        return None
    chosen = sum(value is not None for value in values) >= ENOUGH_TO_CHOOSE
    degrees = outlook.degrees - chosen
    if degrees < 1:
        return None
    value = scale.clip(outlook.value)
    half = max(t_quantile(TAIL, degrees) * outlook.deviation, scale.chance(value, people))
    return value, scale.clip(value - half), scale.clip(value + half)
