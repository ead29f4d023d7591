"""How far two observers who saw the same agree: the share of equal points, and weighted kappa."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Agreement:
    """`count` pairs of points; `share` of them are equal; `kappa` is what is more than chance.

    Without pairs there is neither; where chance alone would agree (all gave one and the same point)
    kappa is None.
    """

    count: int
    share: float | None
    kappa: float | None


def agreement(pairs):
    """Return the `Agreement` of two observers, with linear weights.

    A difference of two points weighs twice as much as that of one. The points that chance would
    give are those each observer has given, put together at random.

    :param pairs: ``[(points of the one, points of the other)]``, whole numbers
    """
    count = len(pairs)
    if not count:
        return Agreement(0, None, None)
    seen = sum(abs(one - other) for one, other in pairs)
    by_chance = sum(abs(one - other) for one, _ in pairs for _, other in pairs)
    equal = sum(one == other for one, other in pairs)
    # sums of whole numbers: the greatest difference, by which weights are divided, cancels out
    kappa = 1 - count * seen / by_chance if by_chance else None
    return Agreement(count, equal / count, kappa)
