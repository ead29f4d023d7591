"""Shares of a whole number that add up to it exactly."""


def divided(total, weights, order):
    """Whole parts of ``total`` in proportion to the weights, which add up to it exactly.

    By the largest remainder: each part is rounded down, and what is left goes, one each, to the
    largest remainders that were cut off; of equal ones to those that come first in ``order``.

    :param int total: not below zero
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
