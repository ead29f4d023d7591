"""Classical test theory of one work: figures of the work and of its tasks.

A row is one pupil who wrote: points by task, None for a task that was not reached. None counts
as no points and is kept apart in ``empty``; a pupil who was absent is no row at all.
"""

from dataclasses import dataclass, replace
from math import floor
from statistics import fmean, median, stdev

from .marks import share
from .reliability import alpha, ferguson, kr20, pearson, standard_error

# with fewer pupils the indices of a task and of a work say more about chance than about them
ENOUGH_FOR_INDICES = 10
ENOUGH_FOR_CERTAINTY = 30


@dataclass(frozen=True)
class ItemFigures:
    """Figures of one task; ``full + partial + zero == n``, ``empty`` of them were not reached.

    ``discrimination``: the best 27 % against the weakest; pupils with equal totals share the free
    places of a group, so it does not depend on the order of rows. ``discrimination_most`` is the
    greatest that any choice among equal totals would give.

    ``difficulty`` is the share of the possible points, 0 to 1. None: nobody wrote; for
    correlations also equal points.
    """

    n: int
    points: float
    maximum: float
    full: int
    partial: int
    zero: int
    empty: int
    difficulty: float | None
    discrimination: float | None
    discrimination_most: float | None
    item_total: float | None
    item_rest: float | None

    @property
    def percent(self):
        """% выполнения задания, None when nobody wrote."""
        return share(self.points, self.n * self.maximum)


@dataclass(frozen=True)
class WorkFigures:
    """Figures of a work; each is None where it is undefined.

    ``deviation`` and ``sem`` use the sample variance, ``variation`` is the coefficient of
    variation in per cent, ``percent`` the share of the possible points, ``kr20`` of a work whose
    tasks are all worth one point.
    """

    n: int
    maximum: float
    mean: float | None
    median: float | None
    deviation: float | None
    percent: float | None
    variation: float | None
    alpha: float | None
    kr20: float | None
    sem: float | None
    ferguson: float | None
    items: tuple


def analyse(rows, maxima, step=1):
    """``WorkFigures`` of the pupils who wrote, whatever their number; see ``for_people``.

    :param rows: points by task of each pupil, in any order
    :param maxima: greatest points by task, each positive
    :param step: of which points are multiples, 1 or 0.5
    """
    points = [[score or 0 for score in row] for row in rows]
    totals = [sum(row) for row in points]
    reliability = alpha(points)
    return WorkFigures(
        n=len(rows),
        maximum=sum(maxima),
        median=median(totals) if totals else None,
        alpha=reliability,
        kr20=kr20(points) if set(maxima) == {1} else None,
        sem=standard_error(totals, reliability),
        ferguson=ferguson([total / step for total in totals], sum(maxima) / step),
        items=tuple(_items(rows, points, totals, maxima)),
        **_totals(totals, sum(maxima)),
    )


def for_people(work, enough=ENOUGH_FOR_INDICES):
    """``WorkFigures`` that may be shown: of fewer than ``enough`` pupils without the indices.

    Reliability, its error, δ, discrimination and correlations of so few people are defined, but
    whoever reads them would take chance for a fact.
    """
    if work.n >= enough:
        return work
    items = tuple(
        replace(
            item,
            discrimination=None,
            discrimination_most=None,
            item_total=None,
            item_rest=None,
        )
        for item in work.items
    )
    return replace(work, alpha=None, kr20=None, sem=None, ferguson=None, items=items)


def group_size(n):
    """Size of the upper and of the lower group: 27 % of ``n`` rounded half up, at least one."""
    return max(1, floor(0.27 * n + 0.5))


def percent_of_tasks(rows, maxima, tasks):
    """Share of the possible points of several tasks (an element, a skill, a level), %.

    :param tasks: indices of the tasks
    :return: None when nobody wrote or there are no tasks
    """
    tasks = list(tasks)
    got = sum(row[task] or 0 for row in rows for task in tasks)
    return share(got, len(rows) * sum(maxima[task] for task in tasks))


def _totals(totals, maximum):
    if not totals:
        return dict.fromkeys(("mean", "deviation", "percent", "variation"))
    mean = fmean(totals)
    deviation = stdev(totals) if len(totals) > 1 else None
    return {
        "mean": mean,
        "deviation": deviation,
        "percent": share(sum(totals), maximum * len(totals)),
        "variation": share(deviation or 0.0, mean),
    }


def _items(rows, points, totals, maxima):
    size = group_size(len(totals))
    upper, lower = _Group(totals, size), _Group([-total for total in totals], size)
    for task, maximum in enumerate(maxima):
        column = [row[task] for row in points]
        correlations = _correlations(column, totals)
        yield ItemFigures(
            n=len(column),
            points=sum(column),
            maximum=maximum,
            full=sum(score >= maximum for score in column),
            partial=sum(0 < score < maximum for score in column),
            zero=sum(score <= 0 for score in column),
            empty=sum(row[task] is None for row in rows),
            difficulty=sum(column) / (maximum * len(column)) if column else None,
            discrimination=_difference(
                upper.sum(column), lower.sum(column), size * maximum, column
            ),
            discrimination_most=_difference(
                upper.bound(column, most=True), lower.bound(column), size * maximum, column
            ),
            item_total=correlations[0],
            item_rest=correlations[1],
        )


def _correlations(column, totals):
    rest = [total - score for total, score in zip(totals, column, strict=True)]
    return pearson(column, totals), pearson(column, rest)


def _difference(upper, lower, possible, column):
    return (upper - lower) / possible if column else None


class _Group:
    """The ``size`` pupils with the greatest totals; those who tie at the end share its places."""

    def __init__(self, totals, size):
        border = sorted(totals, reverse=True)[:size][-1:]
        self._sure = [place for place, total in enumerate(totals) if [total] > border]
        self._tied = [place for place, total in enumerate(totals) if [total] == border]
        self._free = size - len(self._sure)

    def sum(self, column):
        """Points of the group; each who ties brings the same part of the free places."""
        tied = sum(column[place] for place in self._tied)
        part = tied * self._free / len(self._tied) if self._tied else 0
        return sum(column[place] for place in self._sure) + part

    def bound(self, column, most=False):
        """The least, or the most, points that a choice among those who tie would give."""
        tied = sorted((column[place] for place in self._tied), reverse=most)
        return sum(column[place] for place in self._sure) + sum(tied[: self._free])
