"""Whether a value is unlike its own past, told from the few points that a school has.

A standard score cannot tell it: of n points none lies further than (n − 1)/√n deviations from
their mean, so the usual bound of three is out of reach of ten. Here the tested value stays out of
what it is compared with, a spread of nothing has a floor, and events are compared by the exact
test. A value is never refused for what is found: a person confirms it and says why.
"""

from math import exp, lgamma, log, sqrt
from statistics import median
from typing import NamedTuple

from ..numbers import decimal_of
from .chance import change_interval

AMOUNT, COUNT, SHARE = "amount", "count", "share"
WARNING, HINT = "warning", "hint"
# earlier values that are looked at, the last ones
MOST_HISTORY = 8
# with fewer there is no spread to speak of: an amount is compared with the last one alone
ENOUGH_FOR_SPREAD = 3
# makes the median deviation of a normal distribution its standard deviation
NORMAL = decimal_of(0.6745)
FARTHEST = decimal_of(3.5)
RARE, VERY_RARE = 0.05, 0.01
# beyond so many deviations of the mean a chance is nothing
REACH = 12


class Point(NamedTuple):
    """The value of one period.

    ``base``: for events what they could befall (pupils, days; 1 where all periods are alike), for
    a numerator its denominator; None when it is not known, then the point tells nothing.
    """

    value: object
    base: object = None


def judge(kind, now, history, unit=1):
    """``warning``, ``hint`` or "" for a value that is like its past or has none.

    :param kind: ``amount``, ``count`` or ``share``; anything else is not judged
    :param now: the tested `Point`; it is no part of the history
    :param history: earlier points of the same cell and kind of period, from the earliest
    :param unit: the least step of an amount, 1 for whole numbers and 0.1 for one decimal
    """
    past = history[-MOST_HISTORY:]
    if kind == AMOUNT:
        values = [decimal_of(point.value) for point in past]
        return _judge_amount(decimal_of(now.value), values, decimal_of(unit))
    whole = _pooled([point for point in past if point.base])
    if kind not in (COUNT, SHARE) or not (now.base and whole.base):
        return ""
    return _judge_count(now, whole) if kind == COUNT else _judge_share(now, whole)


def _pooled(points):
    return Point(sum(point.value for point in points), sum(point.base for point in points))


def _judge_amount(value, history, unit):
    if not history:
        return ""
    if len(history) < ENOUGH_FOR_SPREAD:
        last = history[-1]
        return WARNING if abs(value - last) > max(2 * unit, abs(last) / 5) else ""
    middle = median(history)
    is_far = abs(modified_score(value, history, unit)) > FARTHEST
    return WARNING if is_far and abs(value - middle) >= max(2 * unit, abs(middle) / 10) else ""


def modified_score(value, history, unit):
    """How many deviations a value lies from the median of its history, of which it is no part.

    The deviation is the median one, and at least 5 % of the median and half a unit, so a history
    of equal values divides by nothing.
    """
    middle = median(history)
    spread = median(abs(earlier - middle) for earlier in history)
    return NORMAL * (value - middle) / max(spread, abs(middle) / 20, unit / 2)


def _judge_count(now, past):
    chance = count_chance(now, past)
    if chance < VERY_RARE:
        return WARNING
    return HINT if chance < RARE else ""


def count_chance(now, past):
    """The chance, 0 to 1, of events that are divided as unequally as this or more.

    Given all events of both, each is one of now with the share of now in the exposure: an exact
    test of two sides, which adds up what is no more likely than what was found.
    """
    total = int(now.value + past.value)
    share = now.base / (now.base + past.base)
    mean, reach = total * share, REACH * sqrt(total * share * (1 - share)) + 1
    places = range(max(0, int(mean - reach)), min(total, int(mean + reach)) + 1)
    found = _binomial(now.value, total, share) * (1 + 1e-9)
    chances = (_binomial(place, total, share) for place in places)
    return min(1.0, sum(chance for chance in chances if chance <= found))


def _binomial(count, total, share):
    ways = lgamma(total + 1) - lgamma(count + 1) - lgamma(total - count + 1)
    return exp(ways + count * log(share) + (total - count) * log(1 - share))


def _judge_share(now, past):
    """Newcombe's interval of the difference; a numerator above its base is no share."""
    percent, previous = 100 * now.value / now.base, 100 * past.value / past.base
    if not (0 <= percent <= 100 and 0 <= previous <= 100):
        return ""
    low, high = change_interval(percent, now.base, previous, past.base)
    return "" if low <= 0 <= high else HINT
