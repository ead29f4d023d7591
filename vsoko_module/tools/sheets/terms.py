"""Days on which something about a sheet is still possible."""

from datetime import timedelta

SATURDAY = 5


def last_working_day(day, count):
    """The last of so many working days, Monday to Friday, after a day; holidays are not known."""
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < SATURDAY
    return day
