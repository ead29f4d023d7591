"""How large a difference is, in deviations: the same word for marks, points and days."""

from math import sqrt
from statistics import fmean, variance

from ..measures.chance import Z


def hedges(first, second):
    """``(g, low, high)`` of the difference of two lists of values, None for fewer than two in one
    of them or equal values in both.

    L. Hedges (1981): d of the pooled deviation, corrected by ``J = 1 − 3/(4·df − 1)``; the
    interval of 95 % by the normal error of d, corrected likewise.
    """
    if min(len(first), len(second)) < 2:
        return None
    both = len(first) + len(second)
    degrees = both - 2
    within = (len(first) - 1) * variance(first) + (len(second) - 1) * variance(second)
    if not within:
        return None
    d = (fmean(first) - fmean(second)) / sqrt(within / degrees)
    error = sqrt(both / (len(first) * len(second)) + d * d / (2 * both))
    correction = 1 - 3 / (4 * degrees - 1)
    return correction * d, correction * (d - Z * error), correction * (d + Z * error)
