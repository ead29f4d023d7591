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
    """What one criterion gives: points (None: nothing is known), its group, the cap of that, and
    how many it gives at most (None: it has no maximum)."""

    points: float | None
    group: object = None
    cap: float | None = None
    maximum: float | None = None


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


def of_records(given, maximum=None):
    """Points of records that give so many each; no record is no claim (None), not a zero."""
    known = [exact(points) for points in given]
    return limited(float(sum(known)), maximum) if known else None


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


def most(parts, leaves_unclaimed=False):
    """The most points that a sheet could have, each group within its cap; None where a criterion
    has neither a maximum nor the cap of its group.

    :param bool leaves_unclaimed: whether what nobody has claimed is left out of it
    """
    maxima, caps = {}, {}
    for part in parts:
        if part.points is None and leaves_unclaimed:
            continue
        maxima.setdefault(part.group, []).append(part.maximum)
        caps[part.group] = part.cap
    groups = [_most_of(of_group, caps[group]) for group, of_group in maxima.items()]
    return None if None in groups else float(sum(groups))


def _most_of(maxima, cap):
    if None in maxima:
        return exact(cap) if cap else None
    return _capped(sum(map(exact, maxima)), cap)


def share(points, most):
    """Percent of the most points, not below zero; None where either is not known or it is 0."""
    if points is None or not most:
        return None
    return float(max(exact(points), 0) * 100 / exact(most))


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


def next_of_records(given, each, maximum=None):
    """The `Shortfall` of one record more; None at the maximum or where records give nothing."""
    now, then = (of_records(some, maximum) or 0 for some in (given, [*given, each]))
    return Shortfall(1, then) if then > now else None
