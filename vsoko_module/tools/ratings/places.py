"""Places, and when there are none.

A unit has a place when enough of the weight and enough people stand behind its index. Nobody has
one when the units differ by no more than chance: then an order would be an order of luck.
"""

from dataclasses import dataclass
from statistics import NormalDist

from ..measures.shrinkage import moments
from ..numbers import rounded

# the least share of the weight that has to be there
MIN_COVERAGE = 2 / 3
# two units whose intervals of this level do not meet differ at about 95 %
INTERVAL_LEVEL = 84
# by which a unit is told apart from all of them together
SURE_LEVEL = 95
# an index is shown, and places are told apart, with so many decimals
DIGITS = 1
# weights that add up to two thirds only but for the last bit are two thirds
_EPSILON = 1e-9

ABOVE, AMONG, BELOW = "above", "among", "below"
# why a unit has no place
NO_DATA, COVERAGE, FEW_PEOPLE = "no_data", "coverage", "few_people"
# why nobody has
FEW_UNITS, CHANCE = "few_units", "chance"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a unit stands: its ``interval`` (low, high) of the given level, its index ``drawn`` to
    the common one as far as chance explains the distance, ``group`` by which it is told apart from
    the common index, ``place`` and its ``range`` (from, to). What does not exist is None, and
    ``reason`` says why there is no place.
    """

    interval: tuple | None = None
    drawn: float | None = None
    group: str | None = None
    place: int | None = None
    range: tuple | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class RatingTable:
    """The ``standings`` of the units, their common index ``centre`` and the ``variance`` between
    them beyond chance in square points: 0 when they differ by chance alone. Both are None with
    fewer than three units that might have a place."""

    standings: list
    centre: float | None
    variance: float | None


def places(values):
    """The places of values, the greatest first; equal ones share a place: 1, 2, 2, 4.

    Equal is what is shown as equal.
    """
    shown = [rounded(value, DIGITS) for value in values]
    ordered = sorted(shown, reverse=True)
    first = {}
    for number, value in enumerate(ordered, 1):
        first.setdefault(value, number)
    return [first[value] for value in shown]


def place_ranges(intervals):
    """``[(from, to)]``: the places that intervals [(low, high)] leave open to each."""
    return [
        (
            1 + sum(other_low > high for other_low, _high in intervals),
            len(intervals) - sum(other_high < low for _low, other_high in intervals),
        )
        for low, high in intervals
    ]


def stand(indexes, min_n, level=INTERVAL_LEVEL):
    """`RatingTable` of the units of a rating.

    :param indexes: `index.Index` of each unit
    :param min_n: the least number of people behind a place
    :param level: of the intervals by which places are compared, per cents
    """
    reasons = [_reason(one, min_n) for one in indexes]
    judged = {number: indexes[number] for number, reason in enumerate(reasons) if not reason}
    spread = moments([(one.value, one.noise**2) for one in judged.values()])
    centre, variance = spread or (None, None)
    found = _order(judged, level) if variance else {}
    common = None if variance else FEW_UNITS if spread is None else CHANCE
    standings = [
        Standing(
            None if one.value is None else _interval(one, level),
            None if one.value is None or not spread else _draw(one, *spread),
            _group(one, *spread) if spread and number in judged else None,
            *found.get(number, (None, None)),
            reasons[number] or common,
        )
        for number, one in enumerate(indexes)
    ]
    return RatingTable(standings, centre, variance)


def _order(judged, level):
    """``{number: (place, range)}`` of the units that may have a place."""
    numbers = places([one.value for one in judged.values()])
    spans = place_ranges([_interval(one, level) for one in judged.values()])
    return dict(zip(judged, zip(numbers, spans, strict=True), strict=True))


def _reason(index, min_n):
    if index.value is None:
        return NO_DATA
    if index.coverage < MIN_COVERAGE - _EPSILON:
        return COVERAGE
    return FEW_PEOPLE if index.n < min_n else None


def _interval(index, level):
    reach = NormalDist().inv_cdf(0.5 + level / 200) * index.error
    return max(0.0, index.value - reach), min(100.0, index.value + reach)


def _draw(index, centre, variance):
    """The index without the part of its distance to the common one that chance explains."""
    noise = index.noise**2
    kept = variance / (variance + noise) if variance + noise else 1.0
    return centre + kept * (index.value - centre)


def _group(index, centre, variance):
    low, high = _interval(index, SURE_LEVEL)
    if not variance or low <= centre <= high:
        return AMONG
    return ABOVE if low > centre else BELOW
