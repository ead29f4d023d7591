"""One fund of a bonus among people: the price of a point and sums that add up to the fund.

Each gets the weight times the price, at most the cap. What is above the cap goes to the others,
until nothing changes; so one price holds for all: min(cap, weight · price).
"""

import math
from dataclasses import dataclass, field
from fractions import Fraction

from odoo.addons.vsoko_module.tools.remainder import divided

NO_FUND, NO_POINTS, ALL_CAPPED = "no_fund", "no_points", "all_capped"


@dataclass(frozen=True)
class Participant:
    """``key`` tells people apart and can be sorted, ``number`` is the personnel number."""

    key: object
    points: Fraction
    weight: Fraction
    number: str = ""


@dataclass(frozen=True)
class Distribution:
    """What became of a fund, in kopecks.

    ``fund`` is what was given, ``reserve`` what stays back; ``amounts`` have every key, so that
    reserve + amounts + undistributed = fund. ``price`` is exact, for one of the weight; None where
    nothing is paid. ``reason`` says why something is left, empty when all is paid.
    """

    fund: int
    reserve: int
    amounts: dict
    weights: Fraction = Fraction(0)
    price: Fraction | None = None
    undistributed: int = 0
    reason: str = ""
    capped: frozenset = field(default_factory=frozenset)


def reserve_of(fund, percent):
    """Kopecks of a reserve of so many per cent, rounded down: never more than was said."""
    return int(fund * percent / 100)


def distribute(fund, people, percent=Fraction(0), minimum=Fraction(0), cap=None):
    """Return the ``Distribution`` of a fund.

    :param int fund: kopecks, not below zero
    :param people: of ``Participant``; whoever has less than the minimum of points gets nothing
        and weighs nothing
    :param percent: of the reserve, a Fraction from 0 to 100
    :param cap: kopecks that one person gets at most, None without a cap
    """
    if fund < 0 or not 0 <= percent <= 100:
        raise ValueError("a fund is not below zero, and a reserve is from 0 to 100 per cent")
    reserve = reserve_of(fund, percent)
    left = fund - reserve
    amounts = {one.key: 0 for one in people}
    taking = {one.key: one for one in people if one.weight > 0 and one.points >= minimum}
    unit = math.lcm(*(one.weight.denominator for one in taking.values()))
    weights = {key: _in_units(one.weight, unit) for key, one in taking.items()}
    whole = Fraction(sum(weights.values()), unit)
    if not left or not whole:
        reason = NO_POINTS if left else NO_FUND
        return Distribution(fund, reserve, amounts, whole, None, left, reason)
    capped, price = _cap(left, weights, cap)
    amounts |= dict.fromkeys(capped, cap)
    left -= sum(amounts.values())
    if opened := {key: weight for key, weight in weights.items() if key not in capped}:
        order = {key: (-taking[key].points, taking[key].number, key) for key in opened}
        amounts |= divided(left, opened, order)
        left = 0
    reason = ALL_CAPPED if left else ""
    return Distribution(fund, reserve, amounts, whole, price * unit, left, reason, capped)


def _in_units(weight, unit):
    """The weight times a multiple of its denominator, which is whole: no fraction is made."""
    return weight.numerator * (unit // weight.denominator)


def _cap(left, weights, cap):
    """Return (keys of those at the cap, price) when nobody more comes above it."""
    opened, capped = dict(weights), set()
    while True:
        price = Fraction(left - (cap or 0) * len(capped), sum(opened.values()))
        above = {key for key, weight in opened.items() if cap is not None and weight * price > cap}
        capped |= above
        opened = {key: weight for key, weight in opened.items() if key not in above}
        if not above or not opened:
            return frozenset(capped), price
