"""The lines above the tables that the system of VPR returns, in whatever order they are."""

import re

from .cells import BadValue, parse_date
from .names import clean
from .titles import Titles
from .works import FileWork, line_value

VPR = re.compile(
    r"(?<![а-яё])(?:ВПР|всероссийск\w+ проверочн\w+ работ\w+)(?![а-яё])", re.IGNORECASE
)
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)(?:\s*(?:года?|г\.?))?")
GRADE = re.compile(
    r"(?<!\d)(\d{1,2})\s*(?:-?й\s+)?(?:кл\.|класс)\w*|класс\w*\s*:?\s*(\d{1,2})", re.IGNORECASE
)
LAST_NUMBER = re.compile(r"(?<![\d.])(\d{1,2})\W*$")
# what the lines say beside the subject
WORDS = re.compile(
    r"(?:протокол|соответстви\w+|список|коды?|кодов|участник\w*|статистика|отмет\w+|результат\w*"
    r"|индивидуальн\w+|сравнени\w+|журнал\w*|выполнени\w+|задани\w+|группам\w*|распределени\w+"
    r"|первичн\w+|балл\w*|достижени\w+|планируем\w+|по|с)(?![а-яё])",
    re.IGNORECASE,
)
EDGES = " .,;:—–-_/()«»\"'"


def read_vpr(rows, tasks=()):
    """``(Titles, Work)`` of «ВПР 2026 Русский язык 4» and the lines around it, or None.

    The subject is "", the grade 0 where no line tells them. The tests of a calendar year's spring
    belong to the school year before it.
    """
    texts = [clean(cell) for row in rows for cell in row if isinstance(cell, str) and cell]
    line = next((text for text in texts if VPR.search(text)), None)
    if line is None:
        return None
    day = _day(rows)
    year = YEAR.search(line)
    year = int(year[1]) if year else day.year if day else None
    subject, grade = _about(line)
    maximum = line_value(rows, "максимальный первичный балл")
    work = FileWork(
        "vpr",
        f"ВПР {year or ''}".strip(),
        line_value(rows, "предмет") or subject,
        day,
        grade or _grade(texts),
        tasks,
        maximum=int(maximum) if maximum.isdigit() else 0,
    )
    return Titles(year=year and _school_year(year, day), subject=work.subject), work


def about_vpr(above):
    """The subject and the grade that the lines above a table name, "" and 0 where they do not."""
    found = read_vpr(above)
    return (found[1].subject, found[1].grade) if found else ("", 0)


def _school_year(year, day):
    return year if day and day.month > 8 else year - 1


def _about(line):
    """The subject and the grade of the line that names VPR."""
    rest = YEAR.sub(" ", VPR.sub(" ", line, 1), 1)
    grade = _grade([rest])
    if grade:
        rest = GRADE.sub(" ", rest, 1)
    else:
        found = LAST_NUMBER.search(rest)
        grade = int(found[1]) if found else 0
        rest = rest[: found.start()] if found else rest
    return clean(re.sub(r"[.,;:]+", " ", WORDS.sub(" ", rest))).strip(EDGES), grade


def _grade(texts):
    for text in texts:
        found = GRADE.search(text)
        if found:
            return int(found[1] or found[2])
    return 0


def _day(rows):
    try:
        return parse_date(line_value(rows, "дата"))
    except BadValue:
        return None
