"""The lines above the tables that the system of VPR returns."""

import re

from .cells import BadValue, parse_date
from .names import clean
from .titles import Titles
from .works import Work, line_value

TITLE = re.compile(r"ВПР\s+(20\d\d)\.?\s+(.+?)\s+(\d{1,2})(?:\s*класс)?", re.IGNORECASE)


def read_vpr(rows, tasks=()):
    """``(Titles, Work)`` of «ВПР 2026 Русский язык 4» and the lines after it, or None.

    The tests of a calendar year's spring belong to the school year before it.
    """
    for row in rows:
        for cell in row:
            found = TITLE.search(clean(cell)) if isinstance(cell, str) else None
            if found:
                year, subject, grade = int(found[1]), found[2], int(found[3])
                maximum = line_value(rows, "максимальный первичный балл")
                work = Work(
                    "vpr",
                    f"ВПР {year}",
                    subject,
                    _day(rows),
                    grade,
                    tasks,
                    maximum=int(maximum) if maximum.isdigit() else 0,
                )
                return Titles(year=year - 1, subject=subject), work
    return None


def _day(rows):
    try:
        return parse_date(line_value(rows, "дата"))
    except BadValue:
        return None
