"""Days on which lessons are held."""

from datetime import timedelta

SUNDAY = 6


def count_school_days(first, last):
    """How many days from Monday to Saturday there are from `first` to `last`, both included; 0
    when `last` is earlier. Holidays are not known here."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return sum(day.weekday() != SUNDAY for day in days)
