"""Distribution of results: by total, by level of achievement, by groups of marks."""

from bisect import bisect_right

from .items import percent_of_tasks

MEANINGFUL_GROUP = 10

SUFFICIENT, GREY, INSUFFICIENT = "sufficient", "grey", "insufficient"
# ФИОКО 2026: expected share of a task's points by its level, and half the width of the grey zone
TASK_THRESHOLDS = {"basic": (60, 3), "advanced": (30, 1.5), "high": (30, 1.5)}


def counts_by_total(totals, maximum):
    """List of the numbers of pupils with each total from 0 to ``maximum``; half points fall."""
    counts = [0] * (int(maximum) + 1)
    for total in totals:
        counts[min(int(total), int(maximum))] += 1
    return counts


def achievement_level(percent, cuts):
    """Level of a pupil's share of the possible points; None without a share.

    :param cuts: (lower bound, level) in ascending order; the first begins at 0
    """
    if percent is None:
        return None
    return cuts[bisect_right([bound for bound, _level in cuts[1:]], percent)][1]


def task_reading(level, percent):
    """``sufficient``, ``grey`` or ``insufficient`` share of a task's points by ФИОКО.

    :param level: basic, advanced or high
    :return: None for another level or without a share
    """
    if percent is None or level not in TASK_THRESHOLDS:
        return None
    expected, margin = TASK_THRESHOLDS[level]
    if percent >= expected:
        return SUFFICIENT
    return GREY if percent >= expected - margin else INSUFFICIENT


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
