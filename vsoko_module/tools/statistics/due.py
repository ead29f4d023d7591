"""When a statistical form is due and on which days somebody is reminded of it."""

import calendar
from datetime import date, timedelta

WEEK = 7


def due_after(last_day, days):
    """The due day so many days after the last day of the period."""
    return last_day + timedelta(days=days)


def due_on(last_day, day, month):
    """The first such day of a year that is after the last day of the period.

    A day that the month does not have is its last one.
    """
    due = _day_of(last_day.year, month, day)
    return due if due > last_day else _day_of(last_day.year + 1, month, day)


def _day_of(year, month, day):
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def parse_offsets(text):
    """Return the days before (−) and after the due day, in order: ``"-7, -1, 1"`` → [-7, -1, 1].

    :raise ValueError: when something is no whole number
    """
    return sorted({int(part.replace("\u2212", "-")) for part in text.split(",") if part.strip()})


def last_reminder(due, offsets, today):
    """The last day of reminding that is not after today, None before the first one.

    After the last offset one reminds every week.
    """
    passed = [offset for offset in offsets if due + timedelta(days=offset) <= today]
    if not passed:
        return None
    last = due + timedelta(days=passed[-1])
    if passed[-1] == max(offsets):
        last += timedelta(days=(today - last).days // WEEK * WEEK)
    return last


def is_reminded(due, offsets, reminded, today):
    """Whether somebody is to be reminded today; days that the server missed are made up once.

    :param reminded: the day of the last message, None when there was none
    """
    last = last_reminder(due, offsets, today)
    return last is not None and (reminded is None or reminded < last)
