"""What the same pupils have added between two works, against pupils of other classes who began
alike.

The class a pupil is in is left out of what is expected of the pupil: a class compared with itself
would halve its own difference. Pupils without a start have no expectation and are left out.
"""

from dataclasses import dataclass
from statistics import fmean, stdev

# so few pupils of other classes are no expectation
LEAST = 5


@dataclass(frozen=True, slots=True)
class ValueAdded:
    """``mean``: by how much the results of ``n`` pupils lie above the expected ones, in the unit
    of the results; ``deviation`` of one pupil, 0 for a single one."""

    n: int
    mean: float
    deviation: float


def value_added(pupils, least=LEAST):
    """``{unit: ValueAdded}``; units none of whose pupils can be compared are left out.

    :param pupils: ``[(unit, class, start, result)]``: whose the pupil is, the class, the group of
        the start in order of its level (a mark), and the final result
    :param least: how many pupils of other classes an expectation rests on; a start group of fewer
        is put together with its neighbour
    """
    expected = {name: _expectations(name, pupils, least) for name in {one[1] for one in pupils}}
    differences = {}
    for unit, class_, start, result in pupils:
        if start in expected[class_]:
            differences.setdefault(unit, []).append(result - expected[class_][start])
    return {
        unit: ValueAdded(len(own), fmean(own), stdev(own) if len(own) > 1 else 0.0)
        for unit, own in differences.items()
    }


def _expectations(own, pupils, least):
    """``{start: mean result in the other classes}`` for the pupils of one class."""
    others = {start: [] for start in sorted({one[2] for one in pupils})}
    for _unit, class_, start, result in pupils:
        if class_ != own:
            others[start].append(result)
    return {
        start: fmean(results)
        for starts, results in _merge(others, least)
        for start in starts
        if len(results) >= least
    }


def _merge(others, least):
    """``[([starts], [results])]``: neighbours put together until there are enough; what is left at
    the end goes to the group before."""
    merged = []
    for start, results in others.items():
        if merged and len(merged[-1][1]) < least:
            merged[-1][0].append(start)
            merged[-1][1].extend(results)
        else:
            merged.append(([start], list(results)))
    if len(merged) > 1 and len(merged[-1][1]) < least:
        starts, results = merged.pop()
        merged[-1][0].extend(starts)
        merged[-1][1].extend(results)
    return merged
