"""How ready a pupil is for an exam, by the trial works.

Formulas: the standard error of measurement ``s·√(1 − α)`` of `measures.reliability`, divided by
``√k`` for the mean of k trials, whose reliability is that of Spearman and Brown; T. Kelley (1927)
for the estimate drawn to the mean of the class by reliability r, whose error is ``SEM·√r``. Points
come in steps, so «at least T» begins half a step below.
"""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist, fmean

CERTAIN, LIKELY, DOUBTFUL, RISK = "certain", "likely", "doubtful", "risk"
# the chance to pass from which a word holds
WORDS = ((0.95, CERTAIN), (0.60, LIKELY), (0.40, DOUBTFUL), (0.0, RISK))
# of fewer pupils of a work its reliability says more of chance than of the work
LEAST_PUPILS = 10
# so many own pairs of a trial and the exam are a past to speak of
LEAST_PAIRS = 10
_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Readiness:
    """``mean`` of the trials and its ``distance`` to the threshold, points.

    ``chance`` to reach it from 0 to 1, its ``word``, and the expected range ``low``…``high`` (one
    error to either side); all None where the reliability is unknown or rests on fewer than ten
    pupils: then the distance alone can be told.
    """

    mean: float
    distance: float
    trials: int
    chance: float | None = None
    word: str | None = None
    low: float | None = None
    high: float | None = None


def readiness(points, threshold, reliability, deviation, class_mean, pupils, step=1):
    """The `Readiness` of one pupil, None without a trial: no data is no risk.

    :param points: of the pupil in trials of one scale
    :param reliability: α of the trials, None when it is unknown
    :param deviation: sample deviation of the points of a trial
    :param class_mean: mean points of all who wrote
    :param pupils: how many wrote
    """
    if not points:
        return None
    mean = fmean(points)
    known = Readiness(mean, mean - threshold, len(points))
    if reliability is None or not 0 < reliability <= 1 or pupils < LEAST_PUPILS:
        return known
    error = deviation * sqrt((1 - reliability) / len(points))
    if not error:
        return known
    whole = of_several(reliability, len(points))
    expected, spread = shrink(mean, class_mean, whole, error)
    chance = chance_to_reach(expected, spread, threshold, step)
    return Readiness(
        mean,
        mean - threshold,
        len(points),
        chance,
        word_of(chance),
        expected - spread,
        expected + spread,
    )


def of_several(reliability, count):
    """The reliability of the mean of ``count`` works, each of this reliability."""
    return count * reliability / (1 + (count - 1) * reliability)


def shrink(mean, class_mean, reliability, error):
    """``(expected points, their error)``: the pupil's own mean drawn to that of the class."""
    return reliability * mean + (1 - reliability) * class_mean, error * sqrt(reliability)


def chance_to_reach(expected, error, threshold, step=1):
    """The chance, 0 to 1, of at least ``threshold`` points, which come in steps of ``step``."""
    return 1 - _NORMAL.cdf((threshold - step / 2 - expected) / error)


def word_of(chance):
    """The word for a chance to reach a threshold."""
    return next(word for least, word in WORDS if chance >= least)


def meets_all(readinesses):
    """The word for several conditions that must all hold: that of the weakest; None when one of
    them cannot be told. They are checked apart: geometry is no part of the sum of points."""
    words = [one.word if one else None for one in readinesses]
    if not words or None in words:
        return None
    order = [word for _least, word in WORDS]
    return max(words, key=order.index)


def past_chance(pairs, points, reach):
    """``(passed, of how many)`` of the school's own pupils whose trial was within ``reach`` points;
    None of fewer than ten.

    :param pairs: ``[(points of the trial, whether the exam was passed)]`` of one scale
    """
    near = [passed for trial, passed in pairs if abs(trial - points) <= reach]
    return (sum(near), len(near)) if len(near) >= LEAST_PAIRS else None
