"""The description of a work («обобщённый план»): tasks with their levels, maxima and codes.

A task takes as many rows as pairs of an element of content and a skill that it checks.
"""

import re
from typing import NamedTuple

from .. import limits
from ..accounting import ROW_NUMBER
from ..cells import BadValue, parse_number
from ..headers import header_key, mismatch
from ..layout import Asked, Extract, Layout
from ..names import clean, fold
from ..titles import read_titles
from ..vpr_titles import read_vpr
from ..works import LEVELS, FileWork, Notes, task_label, whole

KEY = "test_description"
# what the heading of a column begins with, in the order in which the fields are looked for
FIELDS = {
    "number": r"(?:по )?ким\w*|(?:номер )?задани[ея] ?(?:ким\w*|в работе)?",
    "order": "",
    "activity": r"умения виды деятельности.*|проверяемые умения.*|основные умения.*",
    "planned": r"блоки пооп.*|планируем\w+ результат.*",
    "level": r"уровень.*",
    "content": r"код\w* кэс.*|код\w* проверяем\w+ элемент.*|кэс",
    "skill": r"код\w* (?:кт|кпу|про|требован\w+).*|кт|кпу",
    "maximum": r"максимальн\w+ балл.*|макс балл.*",
    "minutes": r"(?:примерное )?время.*",
}
_PATTERNS = {field: re.compile(pattern) for field, pattern in FIELDS.items()}
REQUIRED = ("number", "content", "skill", "maximum")
TEXTS = ("activity", "planned", "level")


class TaskRow(NamedTuple):
    """A task of the description; empty texts, codes and None where it is silent."""

    sheet: str
    row: int
    number: str
    maximum: float
    level: str
    activity: str
    planned: str
    content: tuple
    skills: tuple
    minutes: float | None


def recognise(sheets):
    # less than sure: the plan of a class test is such a table, too
    return 0.85 if _find(sheets) else 0


def extract(sheets, today):
    found = _find(sheets)
    if not found:
        raise mismatch(sheets, "№ КИМ", "Код КЭС", "Код КТ", "Максимальный балл")
    sheet, row, columns = found
    notes = Notes(sheet)
    above = sheet.leave_titles(0, row)
    sheet.leave_heading(row, columns.values())
    rows = [
        task
        for lines in _by_task(sheet, row, columns, notes)
        if (task := _task(sheet, columns, lines, notes))
    ]
    titles, work = read_vpr(above, tasks=()) or (read_titles(above), FileWork("vpr"))
    return Extract(KEY, titles, rows, tuple(notes.problems), work)


def _find(sheets):
    """``(sheet, index of the heading, {field: index})`` of the first description, or None."""
    for sheet in sheets:
        for index, row in enumerate(sheet.rows[: limits.HEADER_ROWS]):
            columns = _columns(row)
            if all(field in columns for field in REQUIRED):
                return sheet, index, columns
    return None


def _columns(row):
    columns = {}
    for place, cell in enumerate(row):
        key = header_key(cell) if isinstance(cell, str) and cell else None
        field = next(
            (f for f, pattern in _PATTERNS.items() if key is not None and pattern.fullmatch(key)),
            None,
        )
        if field and field not in columns:
            columns[field] = place
    return columns


def _by_task(sheet, heading, columns, notes):
    """Lists of the rows (index, cells) of one task; a row without a number goes on the last."""
    groups = {}
    number = ""
    for index in range(heading + 1, len(sheet.rows)):
        cells = {
            field: clean(sheet.rows[index][place]) if place < len(sheet.rows[index]) else ""
            for field, place in columns.items()
        }
        if not any(cells.values()):
            continue
        notes.row = index + 1
        number = task_label(cells["number"]) or number
        if not number:
            notes.note("missing_value", columns["number"], field="«№ КИМ»")
            continue
        sheet.take_row(index, [place for field, place in columns.items() if field != "order"])
        if "order" in columns:
            sheet.leave(index, columns["order"], ROW_NUMBER)
        groups.setdefault(number, []).append((index, cells))
    return groups.values()


def _task(sheet, columns, lines, notes):
    """The task of its rows, or None after an error."""
    index, first = lines[0]
    notes.row = index + 1
    maxima = {cells["maximum"] for _index, cells in lines if cells["maximum"]}
    if len(maxima) > 1:
        return notes.note("different_maxima", columns["maximum"], ", ".join(sorted(maxima)))
    maximum = _number(maxima.pop() if maxima else "")
    if not maximum or maximum % 0.5:
        return notes.note("bad_maximum", columns["maximum"], first["maximum"])
    minutes = _number(first.get("minutes", ""))
    if minutes is None and first.get("minutes"):
        notes.note("bad_minutes", columns["minutes"], first["minutes"])
    level = LEVELS.get(fold(first.get("level", ""))[:1], "")
    if first.get("level") and not level:
        notes.note("unknown_level", columns["level"], first["level"])
    return TaskRow(
        sheet.name,
        index + 1,
        task_label(first["number"]),
        whole(maximum),
        level,
        first.get("activity", ""),
        first.get("planned", ""),
        _codes(lines, "content"),
        _codes(lines, "skill"),
        minutes,
    )


def _codes(lines, field):
    """The codes of the rows, each once; a cell may hold several."""
    codes = [code for _index, cells in lines for code in re.split(r"[,;\s]+", cells[field])]
    return tuple(dict.fromkeys(code.rstrip(".") for code in codes if code.rstrip(".")))


def _number(text):
    try:
        return parse_number(text)
    except BadValue:
        return None


LAYOUT = Layout(
    KEY,
    title="Description of a work: tasks, maxima, codes",
    order=26,
    recognise=recognise,
    extract=extract,
    loader="description",
    asks={Asked.CLASS, Asked.SUBJECT, Asked.TEST},
)
