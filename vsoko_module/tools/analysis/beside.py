"""The school's tasks and points beside those of the region, the country and the municipality."""

from typing import NamedTuple

from ..measures import share
from ..measures.chance import LESS, MORE, share_interval
from ..natural_order import natural_key
from ..readers.vpr_groups import EVERYBODY
from .distribution import distribution
from .groups import groups_by_mark
from .tasks import task_lines
from .work import Aggregate

# beside which of the groups the school is judged: the first that is there
REFERENCES = ("region", "country", "municipality")
# from the near to the far
SHOWN = ("municipality", "region", "country")


class TaskBeside(NamedTuple):
    """``own`` and ``shares`` (of ``Beside.groups``, in their order) are shares of the points of
    the task, % or None. ``change``: ``MORE`` or ``LESS`` where ``own`` differs from the reference
    by more than chance can do, else None. ``text``: what the task checks, "" when not told."""

    number: str
    text: str
    own: float | None
    shares: tuple
    change: str | None


class Beside(NamedTuple):
    """``n``: how many pupils ``own`` rests on. ``reference``: the one of ``groups`` with which
    the school is compared."""

    n: int
    groups: tuple
    reference: Aggregate
    lines: tuple


def tasks_beside(work):
    """``Beside`` of all participants, None when nobody else's tasks are known.

    The own shares are those of the results in the program, without them those that were returned
    for the school.
    """
    groups = tuple(group for group in _groups(work) if group.tasks.get(EVERYBODY))
    if not groups:
        return None
    reference = _reference(groups)
    own, n = _own_shares(work)
    labels = _labels(work, reference.tasks[EVERYBODY])
    lines = []
    for number, told in labels.items():
        shares = tuple(group.tasks[EVERYBODY].get(told) for group in groups)
        change = _change(own.get(number), n, reference.tasks[EVERYBODY].get(told))
        lines.append(TaskBeside(number, work.texts.get(told, ""), own.get(number), shares, change))
    return Beside(n, groups, reference, tuple(lines))


def marks_beside(work):
    """``(reference, {mark: (pupils, [(number of the task, own share, share of the reference)])})``
    of those who got each mark; None when nobody else's are known."""
    by_mark = groups_by_mark(work).by_mark
    groups = [group for group in _groups(work) if any(str(mark) in group.tasks for mark in by_mark)]
    if not groups:
        return None
    reference = _reference(groups)
    found = {}
    for mark, (n, own) in by_mark.items():
        told = reference.tasks.get(str(mark), {})
        labels = _labels(work, told)
        found[mark] = (
            n,
            [
                (number, own[place], told.get(label))
                for place, (number, label) in enumerate(labels.items())
            ],
        )
    return reference, found


def points_beside(work):
    """``(totals, [(group or None for the own, [share of the participants, %])])`` by primary
    points, None when nobody else's are known."""
    groups = [group for group in _groups(work) if group.points]
    if not groups:
        return None
    totals = sorted({key for group in groups for key in group.points}, key=natural_key)
    lines = [(group, [group.points.get(total) for total in totals]) for group in groups]
    return totals, [(None, _own_points(work, totals)), *lines]


def _groups(work):
    known = {group.key: group for group in work.aggregates}
    return [known[key] for key in SHOWN if key in known]


def _reference(groups):
    return min(groups, key=lambda group: REFERENCES.index(group.key))


def _school(work):
    return next((group for group in work.aggregates if group.key == "school"), None)


def _own_shares(work):
    """``({number of the task: %}, number of pupils)``."""
    if work.scored and work.tasks:
        lines = task_lines(work)
        return {line.task.number: line.item.percent for line in lines}, len(work.scored)
    school = _school(work)
    return (school.tasks.get(EVERYBODY, {}), school.participants) if school else ({}, 0)


def _own_points(work, totals):
    found = distribution(work)
    if found:
        n = sum(found.counts)
        counts = {
            str(total): count for total, count in zip(found.totals, found.counts, strict=True)
        }
        return [share(counts.get(total, 0), n) for total in totals]
    school = _school(work)
    return [school.points.get(total) if school else None for total in totals]


def _labels(work, told):
    """``{number of the own task: number in the returned table}``.

    Numbers that none of the own tasks bears are taken in their order when there are as many.
    """
    numbers = [task.number for task in work.tasks]
    labels = sorted(told, key=natural_key)
    if not numbers:
        numbers = labels
    if set(numbers).isdisjoint(labels) and len(numbers) == len(labels):
        return dict(zip(numbers, labels, strict=True))
    return {number: number for number in numbers}


def _change(own, n, reference):
    """How the own share differs from one of so many that chance has no part in it."""
    if own is None or reference is None or not n:
        return None
    low, high = share_interval(own, n)
    return MORE if low > reference else LESS if high < reference else None
