"""What the same pupils have added between two works, against pupils of other classes who began
alike.

The class a pupil is in is left out of what is expected of the pupil: a class compared with itself
would halve its own difference. Pupils without a start have no expectation and are left out.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import fmean, stdev
from typing import Any

# so few pupils of other classes are no expectation
LEAST = 5


@dataclass(frozen=True, slots=True)
class Study:
    """The way of a ``pupil`` through a year: ``unit`` is what is rated, ``course`` what pupils are
    compared in (a subject of a grade), ``group`` the class; ``start`` orders the groups that began
    alike (a mark), ``result`` is what became of it.
    """

    pupil: Any
    unit: Any
    course: Any
    group: Any
    start: float
    result: float


@dataclass(frozen=True, slots=True)
class ValueAdded:
    """``mean``: by how much the results of ``n`` pupils lie above the expected ones, in the unit
    of the results; a pupil of several courses counts once, with the mean. ``deviation`` is that
    between pupils, 0 of a single one; ``pupils`` is ``{pupil: mean of the pupil}``."""

    n: int
    mean: float
    deviation: float
    pupils: Mapping = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, pupils):
        """What at least one pupil has added, ``{pupil: mean of the pupil}``."""
        found = [*pupils.values()]
        deviation = stdev(found) if len(found) > 1 else 0.0
        return cls(len(found), fmean(found), deviation, pupils)


def value_added(studies, least=LEAST):
    """``{unit: ValueAdded}``; units none of whose pupils can be compared are left out.

    :param studies: `Study` of all classes
    :param least: how many pupils of other classes an expectation rests on; a start group of fewer
        is put together with its neighbour
    """
    courses = defaultdict(list)
    for study in studies:
        courses[study.course].append(study)
    differences = defaultdict(lambda: defaultdict(list))
    for course in courses.values():
        for study, difference in _differences(course, least):
            differences[study.unit][study.pupil].append(difference)
    return {
        unit: ValueAdded.of({pupil: fmean(own) for pupil, own in pupils.items()})
        for unit, pupils in differences.items()
    }


def _differences(course, least):
    """Yield the studies of one course with the distance of the result to the expected one."""
    groups = {study.group for study in course}
    expected = {group: _expectations(group, course, least) for group in groups}
    for study in course:
        if study.start in expected[study.group]:
            yield study, study.result - expected[study.group][study.start]


def _expectations(own, course, least):
    """``{start: mean result in the other classes}`` for the pupils of one class."""
    others = {start: [] for start in sorted({study.start for study in course})}
    for study in course:
        if study.group != own:
            others[study.start].append(study.result)
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
