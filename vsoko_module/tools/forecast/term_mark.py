"""The mark of a term as chances, from the works of the term and the mark of the term before.

What the school's own teachers made of works and earlier marks in terms that are over says how much
an earlier mark weighs, by how much the mark differs from the mean of works, and how sure all this
is. The chance of a mark is that of a normal error to round to it.
"""

from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import NormalDist, fmean, stdev

MARKS = (2, 3, 4, 5)
# how many works an earlier mark may be worth
WEIGHTS = (0.5, 1, 2, 4)
# of fewer past marks the habit of a school is not known
LEAST_PAST = 30
# marks are whole: nobody is surer of one than of a quarter of a mark
LEAST_SPREAD = 0.25


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a pupil in a subject before the end of a term: the marks of works, and the
    mark of the term before, None without one."""

    works: tuple
    earlier: int | None = None

    @property
    def is_empty(self):
        """Whether nothing is known."""
        return not self.works and self.earlier is None

    def mean(self, weight):
        """The mean, an earlier mark being worth ``weight`` works; None when nothing is known."""
        if self.is_empty:
            return None
        shares = weight if self.earlier is not None else 0
        total = sum(self.works) + shares * (self.earlier or 0)
        return total / (len(self.works) + shares)


@dataclass(frozen=True, slots=True)
class Habit:
    """How marks of terms followed from works: the ``weight`` of an earlier mark, the usual
    ``shift`` of the mark from the mean, the ``spread`` about it, from ``n`` past marks, of which
    ``kept`` were the most likely ones."""

    weight: float
    shift: float
    spread: float
    n: int
    kept: int


def learn(past):
    """The `Habit` of the past; None of fewer than thirty marks.

    :param past: ``[(Known, mark 2–5)]`` of terms that are over
    """
    told = [(known, mark) for known, mark in past if not known.is_empty]
    if len(told) < LEAST_PAST:
        return None
    spread, weight, shift = min(_fit(told, weight) for weight in WEIGHTS)
    habit = Habit(weight, shift, max(LEAST_SPREAD, spread), len(told), 0)
    kept = sum(most_likely(chances(known, habit)) == mark for known, mark in told)
    return replace(habit, kept=kept)


def _fit(told, weight):
    rests = [mark - known.mean(weight) for known, mark in told]
    return stdev(rests), weight, fmean(rests)


def chances(known, habit):
    """``{mark: chance 0 to 1}`` that add up to one; None when nothing is known of the pupil."""
    if known.is_empty:
        return None
    expected = NormalDist(known.mean(habit.weight) + habit.shift, habit.spread)
    borders = [0.0, *(expected.cdf(mark + 0.5) for mark in MARKS[:-1]), 1.0]
    steps = pairwise(borders)
    return {mark: upper - lower for mark, (lower, upper) in zip(MARKS, steps, strict=True)}


def most_likely(found):
    """The mark of the greatest chance, of equal ones the lower: nobody is promised too much."""
    return max(found, key=lambda mark: (found[mark], -mark))
