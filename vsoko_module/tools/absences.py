"""Which lines about missed days would count one day of a pupil twice."""

from datetime import date
from typing import NamedTuple

from .school_days import count_school_days


class Missed(NamedTuple):
    """Days that a pupil missed from ``first`` to ``last``, both included, for one reason.

    ``days``: how many school days; fewer than there are between the two make it a sum over that
    time, which does not say which days they were.
    """

    first: date
    last: date
    reason: str
    days: int

    def is_sum(self):
        return self.days < count_school_days(self.first, self.last)


def meet(one, other):
    """Whether two ``Missed`` have a day in common."""
    return one.first <= other.last and other.first <= one.last


def count_twice(one, other):
    """Whether two ``Missed`` of one pupil have a day in common that both count.

    Sums of different reasons stand beside one another, as in the report of a quarter.
    """
    if not meet(one, other):
        return False
    return one.reason == other.reason or not (one.is_sum() or other.is_sum())
