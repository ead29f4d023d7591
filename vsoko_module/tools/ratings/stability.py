"""How much a place owes to the weights that somebody has chosen.

The weights are a decision, and others would have been as good. So each is moved by up to a quarter
up or down, a thousand times with a fixed seed, and each component is left out once.
"""

from dataclasses import dataclass
from random import Random

TURNS = 1000
SHIFT = 0.25
SEED = 462
# a place that moves by so many is the same place
NEAR = 1


@dataclass(frozen=True, slots=True)
class Stability:
    """``kept``: per cents of the other weights by which the place stays within one of the real
    one; ``best`` and ``worst``: the places reached by other weights or without a component."""

    kept: float
    best: int
    worst: int


def stability(weights, rows, turns=TURNS, seed=SEED):
    """``[Stability]`` of the units.

    :param weights: of the components, in their order
    :param rows: ``[[points or None]]`` of units that have a place, in the same order
    """
    if not rows:
        return []
    usual = _order(weights, rows)
    chance = Random(seed)
    tried = [
        _order([weight * chance.uniform(1 - SHIFT, 1 + SHIFT) for weight in weights], rows)
        for _turn in range(turns)
    ]
    near = [0] * len(rows)
    for order in tried:
        for number, place in enumerate(order):
            near[number] += abs(place - usual[number]) <= NEAR
    reached = [usual, *tried, *_without_each(weights, rows)]
    spans = [[place for place in column if place] for column in zip(*reached, strict=True)]
    return [
        Stability(100 * count / turns, min(span), max(span))
        for count, span in zip(near, spans, strict=True)
    ]


def _without_each(weights, rows):
    """The orders without one component each; who then has none is in no place."""
    if len(weights) < 2:
        return
    for number in range(len(weights)):
        yield _order([0.0 if number == place else one for place, one in enumerate(weights)], rows)


def _order(weights, rows):
    """The places by these weights; None for a row without any of them. Rounded to a tenth as
    `places` does, by a quicker way than its exact one."""
    values = [_value(weights, row) for row in rows]
    first = {}
    for number, value in enumerate(
        sorted((one for one in values if one is not None), reverse=True)
    ):
        first.setdefault(value, number + 1)
    return [first.get(value) for value in values]


def _value(weights, row):
    whole = total = 0.0
    for weight, points in zip(weights, row, strict=True):
        if points is not None:
            whole += weight
            total += weight * points
    return round(total / whole, 1) if whole else None
