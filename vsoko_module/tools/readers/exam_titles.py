"""The lines above the protocol of an exam: its subject, its day, the least points."""

import re

from .cells import BadValue, parse_date
from .names import clean
from .titles import Titles
from .works import FileWork, line_value

YEAR = re.compile(r"(20\d\d)")
CODE = re.compile(r"^\d+\s*[—–-]\s*")
# «01 - Русский язык 2026.06.04», maybe after the name of the exam
IN_ONE = re.compile(
    r"(?:[а-я\s]{0,40}?[.:,]?\s*)?\d{1,2}\s*[-–—]\s*(?P<subject>[^\d]{3,80}?)[\s,;:(]*"
    r"(?P<day>\d{4}[.\-/]\d\d[.\-/]\d\d|\d\d[.\-/]\d\d[.\-/]\d{4})?\)?",
    re.IGNORECASE,
)


def read_exam_titles(rows, procedure, tasks, today):
    """``(Titles, Work)`` of the lines; the subject "" and the day None where they are silent."""
    line = _in_one(rows)
    subject = CODE.sub("", line_value(rows, "предмет")) or (line["subject"] if line else "")
    minimum = line_value(rows, "минимальный балл")
    day = line_value(rows, "дата экзамена") or line_value(rows, "дата")
    found = YEAR.search(" ".join(clean(cell) for row in rows for cell in row))
    titles = Titles(year=int(found[1]) - 1 if found else None, subject=subject.strip())
    work = FileWork(
        procedure,
        subject=subject.strip(),
        day=_day(day, today) or (_day(line["day"] or "", today) if line else None),
        tasks=tasks,
        minimum=int(minimum) if minimum.isdigit() else 0,
    )
    return titles, work


def _in_one(rows):
    for row in rows:
        for cell in row:
            found = IN_ONE.fullmatch(clean(cell)) if isinstance(cell, str) else None
            if found:
                return found
    return None


def _day(text, today):
    try:
        return parse_date(text, today)
    except BadValue:
        return None
