"""Points of a teacher's sheet.

A criterion gives points by a scale of a figure or for each record, never more than its maximum;
the criteria of a group together never give more than the cap of the group. What is not known
stays unknown (None): it takes no part, it is no zero.
"""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class ScaleStep:
    """From this bound of the figure on (up to it, where less is better) so many points."""

    bound: float
    points: float


@dataclass(frozen=True)
class Awarded:
    """What one criterion gives: points (None: nothing is known), its group, the cap of that."""

    points: float | None
    group: object = None
    cap: float | None = None


@dataclass(frozen=True)
class Shortfall:
    """What is missing for more points: by how much, and how many points there would be."""

    missing: float
    points: float


def exact(number):
    """The number as it is written: 0.1 is a tenth."""
    return Fraction(str(number))


def reaches(step, value, less_is_better=False):
    return value <= step.bound if less_is_better else value >= step.bound


def of_scale(steps, value, maximum=None, less_is_better=False):
    """Points of a figure: the best step it reaches, 0 when it reaches none; None without it."""
    if value is None:
        return None
    reached = [step.points for step in steps if reaches(step, value, less_is_better)]
    return limited(max(reached, default=0), maximum)


def of_records(count, each, maximum=None):
    """Points for so many records; none of them is no claim (None), not a zero."""
    return limited(float(exact(each) * count), maximum) if count else None


def limited(points, maximum):
    """Points within the maximum of the criterion; None or 0: it has no maximum."""
    return min(points, maximum) if maximum else points


def total(parts):
    """The points of a sheet, each group within its cap; None when nothing is known at all."""
    known = [part for part in parts if part.points is not None]
    if not known:
        return None
    sums, caps = {}, {}
    for part in known:
        sums[part.group] = sums.get(part.group, Fraction(0)) + exact(part.points)
        caps[part.group] = part.cap
    return float(sum(_capped(of_group, caps[group]) for group, of_group in sums.items()))


def _capped(points, cap):
    return min(points, exact(cap)) if cap else points


def next_of_scale(steps, value, maximum=None, less_is_better=False):
    """The `Shortfall` to the next points of a scale; None at the top or without a figure."""
    now = of_scale(steps, value, maximum, less_is_better)
    if now is None:
        return None
    better = [step for step in steps if limited(step.points, maximum) > now]
    gaps = [
        Shortfall(float(abs(exact(step.bound) - exact(value))), limited(step.points, maximum))
        for step in better
    ]
    return min(gaps, key=lambda gap: (gap.missing, -gap.points), default=None)


def next_of_records(count, each, maximum=None):
    """The `Shortfall` of one record more; None at the maximum or where records give nothing."""
    now, then = (of_records(number, each, maximum) or 0 for number in (count, count + 1))
    return Shortfall(1, then) if then > now else None
