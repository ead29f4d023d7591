"""Sums of money as whole kopecks, and shares of a sum that add up to it exactly."""

from fractions import Fraction

IN_ROUBLE = 100


def kopecks(roubles):
    """Whole kopecks of a sum as it is written: 14285.72 gives 1428572.

    Raises ValueError where there are parts of a kopeck.
    """
    found = Fraction(str(roubles)) * IN_ROUBLE
    if found.denominator != 1:
        raise ValueError(f"{roubles} has parts of a kopeck")
    return found.numerator


def roubles(kopecks):
    """The nearest number to the sum in roubles, for fields and spreadsheets."""
    return kopecks / IN_ROUBLE


def divided(total, weights, order):
    """Whole kopecks in proportion to the weights, which add up to ``total`` exactly.

    By the largest remainder: each share is rounded down, and what is left goes, a kopeck each, to
    the largest parts that were cut off; of equal ones to those that come first in ``order``.

    :param int total: kopecks, not below zero
    :param weights: {key: whole number above zero}, not empty
    :param order: {key: what it is sorted by}, different for each key
    """
    whole = sum(weights.values())
    parts = {key: divmod(weight * total, whole) for key, weight in weights.items()}
    shares = {key: share for key, (share, _rest) in parts.items()}
    left = total - sum(shares.values())
    for key in sorted(parts, key=lambda key: (-parts[key][1], order[key]))[:left]:
        shares[key] += 1
    return shares
