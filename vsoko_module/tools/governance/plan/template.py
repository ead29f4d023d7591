"""The shipped plan of a school year: a list of JSON objects, one a line of the plan.

``month`` and ``day`` say until when (``start_day`` of the same month: from when), ``object`` is the
code of the object of assessment, ``grades`` are those whose classes it is about, ``makes`` is the
model of what it makes. All other keys are fields of the line.
"""

import json
from datetime import timedelta

from .school_weeks import day_of_month

SATURDAY = 5


def read_template(content):
    """Return the lines of the template in the order of the year."""
    return json.loads(content)


def parse_grades(text):
    """Return the grades of a text: ``"2-4, 10"`` → {2, 3, 4, 10}; an empty text names none."""
    grades = set()
    for part in (text or "").split(","):
        first, _dash, last = part.strip().partition("-")
        if first:
            grades |= set(range(int(first), int(last or first) + 1))
    return grades


def working_day(year_start, month, day):
    """The day of the school year, or the Friday before it when it is at a weekend."""
    found = day_of_month(year_start, month, day)
    return found - timedelta(days=max(found.weekday() - SATURDAY + 1, 0))
