"""Dates of a school year: academic terms and levels of education.

Plain values in, plain values out. The names are official Russian wording, therefore data.
"""

import re
from datetime import date
from typing import NamedTuple

LEVELS = (
    ("noo", range(1, 5)),
    ("ooo", range(5, 10)),
    ("soo", range(10, 13)),
)


class Term(NamedTuple):
    """One term of a calendar: both dates belong to the term."""

    kind: str
    number: int
    name: str
    date_start: date
    date_end: date


# Borders that schools usually choose, as (month, day) of the first and the last day.
_BORDERS = {
    "quarter": (((9, 1), (10, 26)), ((11, 5), (12, 30)), ((1, 12), (3, 27)), ((4, 6), (5, 26))),
    "trimester": (((9, 1), (11, 16)), ((11, 24), (2, 15)), ((2, 24), (5, 26))),
    "half": (((9, 1), (12, 30)), ((1, 12), (5, 26))),
}
_NAMES = {
    "quarter": "{number} четверть",
    "trimester": "{number} триместр",
    "half": "{number} полугодие",
}
YEAR_NAME = "Учебный год"
CALENDAR_YEAR_NAME = "{year} календарный год"


def level_of(grade):
    """Return the code of the level of education of a grade (273-ФЗ, art. 10), or None."""
    return next((code for code, grades in LEVELS if grade in grades), None)


def terms(kind, year_start, year_end):
    """Return the terms of one kind and the year itself, clipped to the school year.

    :param kind: ``quarter``, ``trimester``, ``half``, or ``calendar_year`` for the calendar year
        in which the school year begins, whole and alone
    :param year_start: first day of the school year
    :param year_end: last day of the school year
    :return: list of Term; the last one has the kind ``year``
    :raises KeyError: for an unknown kind
    """
    if kind == "calendar_year":
        first, last = date(year_start.year, 1, 1), date(year_start.year, 12, 31)
        return [Term(kind, 1, CALENDAR_YEAR_NAME.format(year=first.year), first, last)]
    result = []
    for number, borders in enumerate(_BORDERS[kind], start=1):
        first, last = (_in_school_year(border, year_start) for border in borders)
        first, last = max(first, year_start), min(last, year_end)
        if first <= last:
            result.append(Term(kind, number, _NAMES[kind].format(number=number), first, last))
    lessons_end = result[-1].date_end if result else year_end
    result.append(Term("year", 1, YEAR_NAME, year_start, lessons_end))
    return result


def first_year_of(day):
    """Return the year in which the school year begins that is worked in on a day: from August on
    the coming one."""
    return day.year if day.month >= 8 else day.year - 1


def school_year(first_year):
    """Return (name, first day, last day) of the school year that begins in a year."""
    name = f"{first_year}/{first_year + 1}"
    return name, date(first_year, 9, 1), date(first_year + 1, 8, 31)


def year_later(day):
    """Return the same day of the next year; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def next_year_name(name):
    """Return the name of the school year after this one: every number of four digits grows by 1."""
    return re.sub(r"\b\d{4}\b", lambda number: str(int(number[0]) + 1), name)


def _in_school_year(border, year_start):
    month, day = border
    year = year_start.year if month >= year_start.month else year_start.year + 1
    return date(year, month, day)
