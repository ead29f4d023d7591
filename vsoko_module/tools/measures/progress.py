"""Change of the same pupils over works and over periods."""

from collections import Counter
from dataclasses import dataclass

from .marks import MarkCounts, share

_NAMES = {
    5: "five",
    4: "four",
    3: "three",
    2: "two",
    1: "one",
    0: "failed",
    None: "not_attested",
}


@dataclass(frozen=True)
class Progress:
    """``both`` pupils wrote both works; per cents are shares of the possible points of theirs,
    ``change`` is in percentage points; marks are compared where both are known."""

    both: int
    first_percent: float | None
    second_percent: float | None
    change: float | None
    mark_up: int
    mark_same: int
    mark_down: int


@dataclass(frozen=True)
class Step:
    """One work of a series: ``percent`` and ``marks`` of the pupils who wrote every work,
    ``change`` in percentage points and numbers of marks against the work before."""

    percent: float | None
    marks: MarkCounts
    change: float | None
    mark_up: int
    mark_same: int
    mark_down: int


def progress(first, first_maximum, second, second_maximum):
    """``Progress`` between works.

    :param first: ``{pupil: (total, mark or None)}`` of those who wrote
    :param second: the same of the later work
    """
    pupils, (before, after) = series([(first, first_maximum), (second, second_maximum)])
    return Progress(
        len(pupils),
        before.percent,
        after.percent,
        after.change,
        after.mark_up,
        after.mark_same,
        after.mark_down,
    )


def series(works):
    """``(pupils who wrote every work, [Step])``; nobody wrote them all: per cents are None.

    :param works: ``[({pupil: (total, mark or None)}, maximum)]`` in the order of time
    """
    pupils = frozenset.intersection(*(frozenset(totals) for totals, _maximum in works))
    steps = []
    for place, (totals, maximum) in enumerate(works):
        percent = share(sum(totals[pupil][0] for pupil in pupils), maximum * len(pupils))
        marks = {pupil: totals[pupil][1] for pupil in pupils if totals[pupil][1]}
        before = steps[-1].percent if place else None
        change = None if before is None or percent is None else percent - before
        earlier = {pupil: works[place - 1][0][pupil][1] for pupil in pupils} if place else {}
        steps.append(Step(percent, count_marks(marks.values()), change, *compare(earlier, marks)))
    return pupils, steps


def compare(before, after):
    """``(up, same, down)``: numbers of pupils by the change of their mark, where both are known."""
    known = [after[pupil] - mark for pupil, mark in before.items() if mark and after.get(pupil)]
    return (
        sum(step > 0 for step in known),
        sum(step == 0 for step in known),
        sum(step < 0 for step in known),
    )


def count_marks(values):
    """``MarkCounts`` of marks from 1 to 5; None is «н/а», 0 a failed course («незач»)."""
    counts = Counter(_NAMES[value] for value in values)
    return MarkCounts(**counts)


def same_pupils(periods):
    """Pupils who have a mark or «н/а» in every period that has any.

    :param periods: ``[{pupil: [marks]}]``
    """
    known = [frozenset(marks) for marks in periods if marks]
    return frozenset.intersection(*known) if known else frozenset()
