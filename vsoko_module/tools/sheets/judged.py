"""How unlike each other the criteria of a sheet are: what another list of criteria could have done
to its share of points.

The points of a sheet are no count of pupils. Its criteria are the sample: an act might as well have
named others of their kind, so the differences between them tell how sure the share is (the error
of a mark of several items, Spearman 1910).
"""

from dataclasses import dataclass
from math import fsum, sqrt

from .points import limited


@dataclass(frozen=True, slots=True)
class JudgedCriteria:
    """By so many ``criteria`` a sheet was judged; ``deviation``: how far they lie apart, in per
    cents of their points at most, each as heavy as it may give points."""

    criteria: int
    deviation: float


def judged(parts, leaves_unclaimed=False):
    """`JudgedCriteria` of a sheet; None where no criterion has an end of its points.

    Criteria of a group of which one has no end of its own are one criterion together, with the cap
    of the group. What takes points away is none: it gives nothing at most.

    :param parts: `points.Awarded` of the criteria
    :param bool leaves_unclaimed: whether what nobody has claimed is left out, else it gave nothing
    """
    groups = {}
    for part in parts:
        if part.points is not None or not leaves_unclaimed:
            groups.setdefault(part.group, []).append(part)
    units = [unit for of_group in groups.values() for unit in _units(of_group)]
    whole = fsum(most for _points, most in units)
    if not whole:
        return None
    mean = fsum(points for points, _most in units) / whole
    variance = fsum(most * (points / most - mean) ** 2 for points, most in units) / whole
    return JudgedCriteria(len(units), 100 * sqrt(variance))


def _units(parts):
    """``[(points, points at most)]`` of the criteria of one group."""
    if any(part.maximum is None for part in parts):
        cap = parts[0].cap
        given = fsum(part.points or 0 for part in parts)
        return [(max(limited(given, cap), 0), cap)] if cap else []
    return [(part.points or 0, part.maximum) for part in parts if part.maximum]
