"""Figures of a survey: who answered, the mean, and what those who were silent could change.

Shares are fractions from 0 to 1, margins are percentage points.
"""

from math import sqrt

from .chance import Z

# level of the mean of points 4…0 by Андреев: above the first high, from the second middle
HIGH, MIDDLE, LOW = "high", "middle", "low"


def rate(answered, expected):
    """How many of those expected have answered; None when nobody was expected."""
    return answered / expected if expected else None


def pooled_mean(points):
    """Σ points / number of answers; «затрудняюсь» (None) is no answer. None without answers."""
    known = [value for value in points if value is not None]
    return sum(known) / len(known) if known else None


def level(mean, high=3, middle=2, high_included=False):
    """Level of a mean of points 4…0; None without a mean.

    :param high_included: whether the border of the high level belongs to it (Степанов: yes,
        Андреев: no)
    """
    if mean is None:
        return None
    if mean > high or (high_included and mean == high):
        return HIGH
    return MIDDLE if mean >= middle else LOW


def margin(share, answered, expected):
    """Half of the interval of 95 % with the correction for a finite number of people.

    :return: percentage points; 0 when everybody has answered, None when nobody has
    """
    if not answered:
        return None
    silent = max(expected - answered, 0)
    finite = silent / (expected - 1) if expected > 1 else 0
    return 100 * Z * sqrt(share * (1 - share) / answered * finite)


def bounds(satisfied, answered, expected):
    """(least, greatest) share if those who were silent had all answered no, or all yes.

    None when nobody was expected.
    """
    everybody = max(expected, answered)
    if not everybody:
        return None
    return satisfied / everybody, (satisfied + everybody - answered) / everybody
