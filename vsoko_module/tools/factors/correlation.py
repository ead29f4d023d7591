"""Whether one thing grows with another: ranks alone, so marks and days need no common scale."""

from math import atanh, erfc, sqrt, tanh

from ..measures.chance import Z
from ..measures.reliability import pearson

LEAST = 4


def rank_correlation(xs, ys):
    """``(rho, low, high, chance)`` by Spearman, None for fewer than four or when either is
    the same for all.

    The interval of 95 % is that of D. Bonett and T. Wright (2000), whose error is
    ``√((1 + ρ²/2)/(n − 3))`` of Fisher's z; ``chance`` is of the same size without any connection.
    """
    if len(xs) < LEAST:
        return None
    rho = pearson(ranks(xs), ranks(ys))
    if rho is None:
        return None
    degrees = len(xs) - 3
    # ranks that agree in everything have no finite z
    middle = atanh(max(-1 + 1e-12, min(1 - 1e-12, rho)))
    reach = Z * sqrt((1 + rho * rho / 2) / degrees)
    chance = erfc(abs(middle) * sqrt(degrees / 2))
    return rho, tanh(middle - reach), tanh(middle + reach), chance


def ranks(values):
    """The ranks of values from 1; equal ones share the middle of their ranks."""
    order = sorted(range(len(values)), key=lambda place: values[place])
    found, start = [0.0] * len(values), 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for place in order[start : end + 1]:
            found[place] = 1 + (start + end) / 2
        start = end + 1
    return found
