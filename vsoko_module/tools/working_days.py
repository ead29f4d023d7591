"""Working days of staff, Monday to Friday, and the terms that are counted in them.

Public holidays are those of article 112 of the Labour Code, part 1: (month, day). A holiday at a
weekend moves the day off to the next working day (part 2), except those of January. Which days
the government moves differently each year is no rule: the calendar of the school says it. Where
the two disagree both are days off, so a term may be a day longer and is never shorter.
"""

from datetime import timedelta

SATURDAY = 5
JANUARY = 1
HOLIDAYS = frozenset(
    {(JANUARY, day) for day in range(1, 9)} | {(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)}
)
# no holiday outside January stands farther from the day that is off for it
_FARTHEST = 3


def last_working_day(day, count, days_off=()):
    """The last of so many working days after a day; the day itself when `count` is 0.

    :param days_off: further days off, of the calendar of the school
    """
    while count > 0:
        day += timedelta(days=1)
        count -= is_working(day, days_off)
    return day


def is_working(day, days_off=()):
    """Whether staff work on the day."""
    return not (_is_off(day) or day in days_off or _is_moved_to(day))


def _is_off(day):
    return day.weekday() >= SATURDAY or (day.month, day.day) in HOLIDAYS


def _is_moved_to(day):
    """Whether the day is the first working one after a holiday at a weekend."""
    for number in range(1, _FARTHEST + 1):
        before = day - timedelta(days=number)
        if not _is_off(before):
            return False
        at_weekend = before.weekday() >= SATURDAY and (before.month, before.day) in HOLIDAYS
        if at_weekend and before.month != JANUARY:
            return True
    return False
