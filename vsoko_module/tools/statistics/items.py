"""Classical test theory of one work: figures of the work and of its tasks.

A row is one pupil who wrote: points by task, None for a task that was not reached. None counts
as no points and is kept apart in ``empty``; a pupil who was absent is no row at all.
"""

from dataclasses import dataclass, replace
from math import floor, sqrt
from statistics import median

from .marks import share
from .reliability import alpha, ferguson, kr20, pearson, standard_error, variance

# with fewer pupils the indices of a task and of a work say more about chance than about them
ENOUGH_FOR_INDICES = 10
ENOUGH_FOR_CERTAINTY = 30


@dataclass(frozen=True)
class ItemFigures:
    """Figures of one task; ``full + partial + zero == n``, ``empty`` of them were not reached.

    ``difficulty`` is the share of the possible points, 0 to 1. None: nobody wrote; for
    correlations also equal points.
    """

    n: int
    points: float
    full: int
    partial: int
    zero: int
    empty: int
    difficulty: float | None
    discrimination: float | None
    item_total: float | None
    item_rest: float | None

    @property
    def percent(self):
        """% выполнения задания, None when nobody wrote."""
        return None if self.difficulty is None else self.difficulty * 100


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


def analyse(rows, maxima):
    """``WorkFigures`` of the pupils who wrote, whatever their number; see ``for_people``.

    :param rows: points by task of each pupil, in the order that breaks ties of the total
    :param maxima: greatest points by task, each positive
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
        ferguson=ferguson(totals, sum(maxima)),
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
        replace(item, discrimination=None, item_total=None, item_rest=None) for item in work.items
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
    mean = sum(totals) / len(totals)
    deviation = sqrt(variance(totals, sample=True)) if len(totals) > 1 else None
    spread = sqrt(variance(totals))
    return {
        "mean": mean,
        "deviation": deviation,
        "percent": share(mean, maximum),
        "variation": share(deviation if deviation is not None else spread, mean),
    }


def _items(rows, points, totals, maxima):
    order = sorted(range(len(totals)), key=lambda place: -totals[place])
    size = group_size(len(totals))
    upper, lower = order[:size], order[-size:]
    for task, maximum in enumerate(maxima):
        column = [row[task] for row in points]
        correlations = _correlations(column, totals)
        yield ItemFigures(
            n=len(column),
            points=sum(column),
            full=sum(score >= maximum for score in column),
            partial=sum(0 < score < maximum for score in column),
            zero=sum(score <= 0 for score in column),
            empty=sum(row[task] is None for row in rows),
            difficulty=sum(column) / (maximum * len(column)) if column else None,
            discrimination=_difference(column, upper, lower, maximum) if column else None,
            item_total=correlations[0],
            item_rest=correlations[1],
        )


def _correlations(column, totals):
    rest = [total - score for total, score in zip(totals, column, strict=True)]
    return pearson(column, totals), pearson(column, rest)


def _difference(column, upper, lower, maximum):
    gap = sum(column[place] for place in upper) - sum(column[place] for place in lower)
    return gap / (len(upper) * maximum)
