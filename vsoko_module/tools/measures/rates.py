"""How often rare events happen, and what chance alone can do to their number.

Exact bounds of 95 % by Poisson (Garwood): each tail holds 2.5 %.
"""

from math import exp

TAIL = 0.025
_STEPS = 100


def rate_bounds(cases, exposure, per=1000):
    """``(low, high)`` of the rate of ``cases`` ≥ 0 (whole) among ``exposure`` people, ``per`` so
    many of them; None without exposure, since nothing could have happened.
    """
    if not exposure or exposure <= 0:
        return None
    return tuple(bound * per / exposure for bound in _count_bounds(cases))


def _count_bounds(cases):
    """The least and the greatest mean number of events under which ``cases`` is no wonder."""
    most = cases + 10 * (cases + 1) ** 0.5 + 10
    low = _find(lambda mean: 1 - _at_most(cases - 1, mean) > TAIL, most) if cases else 0.0
    return low, _find(lambda mean: _at_most(cases, mean) < TAIL, most)


def _at_most(cases, mean):
    """The chance of no more than ``cases`` events where ``mean`` are expected."""
    term = total = exp(-mean)
    for number in range(1, cases + 1):
        term *= mean / number
        total += term
    return total


def _find(is_past, most):
    """Where a condition that grows with the mean begins to hold, between 0 and ``most``."""
    low, high = 0.0, most
    for _step in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if is_past(middle) else (middle, high)
    return high
