"""Distribution of results: by total, by level of achievement, by groups of marks."""

from bisect import bisect_right
from fractions import Fraction

from ..numbers import rounded
from .items import percent_of_tasks

MEANINGFUL_GROUP = 10

SUFFICIENT, GREY, INSUFFICIENT = "sufficient", "grey", "insufficient"
# ФИОКО 2026: expected share of a task's points by its level, and half the width of the grey zone
TASK_THRESHOLDS = {"basic": (60, 3), "advanced": (30, 1.5), "high": (30, 1.5)}


def counts_by_total(totals, maximum, step=1):
    """List of the numbers of pupils with each total from 0 to ``maximum`` in steps of ``step``."""
    last = int(maximum / step)
    counts = [0] * (last + 1)
    for total in totals:
        counts[min(int(total / step), last)] += 1
    return counts


def achievement_level(percent, cuts):
    """Level of a pupil's share of the possible points, as it is shown; None without a share.

    :param cuts: (lower bound, level) in ascending order; the first begins at 0
    """
    if percent is None:
        return None
    shown = float(rounded(percent, 1))
    return cuts[bisect_right([bound for bound, _level in cuts[1:]], shown)][1]


def expected_share(tasks):
    """``(expected share, margin)`` of the points of tasks, %: the expected shares of their levels
    (ФИОКО), weighted by points; None when no task has a level.

    :param tasks: (level, greatest points); a level is basic, advanced or high
    """
    known = _known(tasks)
    total = sum(Fraction(points) for *_share, points in known)
    if not total:
        return None
    return tuple(float(weighted / total) for weighted in _weighted(known))


def _known(tasks):
    return [
        (*TASK_THRESHOLDS[level], points) for level, points in tasks if level in TASK_THRESHOLDS
    ]


def _weighted(known):
    """Exact sums of expected shares and of margins by points."""
    return [sum(Fraction(line[part]) * Fraction(line[2]) for line in known) for part in (0, 1)]


def share_reading(tasks, percent):
    """``sufficient``, ``grey`` or ``insufficient`` share of the points of tasks by ФИОКО; judged
    is the share as it is shown.

    :param tasks: as for ``expected_share``
    :return: None without a share or without levels
    """
    expected = expected_share(tasks)
    if percent is None or expected is None:
        return None
    threshold, _margin = expected
    shown = float(rounded(percent, 1))
    if shown >= threshold:
        return SUFFICIENT
    known = _known(tasks)
    shares, margins = _weighted(known)
    lowest = float((shares - margins) / sum(Fraction(points) for *_share, points in known))
    return GREY if shown >= lowest else INSUFFICIENT


def percent_by_mark(rows, maxima, marks):
    """``{mark: (number of pupils, [share of the points of each task, %])}`` in mark order.

    :param marks: mark of each row; a row without a mark is left out
    """
    return {
        mark: (len(group), [percent_of_tasks(group, maxima, [task]) for task in range(len(maxima))])
        for mark, group in sorted(_group(rows, marks).items())
    }


def crossings(groups, enough=MEANINGFUL_GROUP):
    """Tasks that a group with a lower mark did better than one with a higher mark.

    :param groups: as ``percent_by_mark`` gives; groups of fewer than ``enough`` are left out
    :return: ``[(task index, lower mark, higher mark)]``
    """
    kept = [(mark, shares) for mark, (n, shares) in sorted(groups.items()) if n >= enough]
    return [
        (task, low, high)
        for place, (low, low_shares) in enumerate(kept)
        for high, high_shares in kept[place + 1 :]
        for task, share in enumerate(low_shares)
        if share > high_shares[task]
    ]


def _group(rows, marks):
    grouped = {}
    for row, mark in zip(rows, marks, strict=True):
        if mark:
            grouped.setdefault(mark, []).append(row)
    return grouped
