"""«Достижение планируемых результатов» of VPR: a row is a task, a column a group."""

import re
from typing import NamedTuple

from .. import limits
from ..cells import BadValue
from ..headers import header_key, mismatch
from ..layout import GROUPS, Extract, Layout
from ..names import clean
from ..spelling import MARKS_AFTER
from ..titles import Titles
from ..vpr_groups import EVERYBODY, WHOLE, GroupRow, parse_share
from ..vpr_titles import read_vpr
from ..works import TASK_LABEL, FileTask, FileWork, Notes, parse_points, task_label
from .vpr_task_shares import NAME

KEY = "vpr_planned_results"
TEXT = re.compile(r"блоки пооп.*|планируем\w+ результат.*|проверяем\w+ (?:требовани|умени).*")
MAXIMUM = re.compile(r"макс\w* балл\w*")
# «1К1. Писать под диктовку»
TASK = re.compile(rf"({TASK_LABEL.pattern})\s*[.)]?\s+(\S.*)", re.IGNORECASE | re.DOTALL)
PARTICIPANTS = re.compile(r"(\d[\d\s]*?)\s*(?:уч|чел)\w*\.?", re.IGNORECASE)
# the first that a name fits: a school and a district bear the names of their regions
LEVELS = {
    "country": "|".join(WHOLE),
    "school": r"оо|.*(?<!\w)(?:школа|лицей|гимназия|м[акб]?оу|гбоу|с?оош|сош|чоу)(?!\w).*",
    "municipality": r"(?:г|город|мо)(?!\w).*|.*(?:район|муниципал|городской округ).*",
    "region": r".*(?:област|край|республик|округ|регион|субъект).*",
}
_PATTERNS = {level: re.compile(pattern) for level, pattern in LEVELS.items()}


class _Table(NamedTuple):
    """``groups``: ``{place: name}``; the tasks begin at ``row`` + 1."""

    sheet: object
    row: int
    text: int
    maximum: int
    groups: dict


def recognise(sheets):
    return 1 if _find(sheets) else 0


def extract(sheets, _today):
    table = _find(sheets)
    if not table:
        raise mismatch(sheets, "Блоки ПООП", "Макс. балл", "Регион", "ОО", "РФ")
    titles, work = read_vpr(table.sheet.rows[: table.row]) or (Titles(), FileWork("vpr"))
    notes = Notes(table.sheet)
    table.sheet.leave_titles(0, table.row)
    table.sheet.leave_heading(table.row, (table.text, table.maximum, *table.groups))
    people = _participants(table)
    tasks, texts, shares = _tasks(table, notes)
    rows = list(_groups(table, notes, people, shares))
    work = work._replace(tasks=tuple(tasks), texts=texts)
    return Extract(KEY, titles, rows, tuple(notes.problems), work)


def _find(sheets):
    for sheet in sheets:
        for row in range(min(len(sheet.rows), limits.HEADER_ROWS)):
            keys = [header_key(clean(cell)) for cell in sheet.rows[row]]
            text = next((place for place, key in enumerate(keys) if TEXT.fullmatch(key)), -1)
            most = next((place for place, key in enumerate(keys) if MAXIMUM.fullmatch(key)), -1)
            names = [clean(cell).rstrip(MARKS_AFTER) for cell in sheet.rows[row]]
            groups = {place: name for place, name in enumerate(names) if name and place > most}
            if text >= 0 and most > text and any(map(_level, groups.values())):
                return _Table(sheet, row, text, most, groups)
    return None


def _level(name):
    key = header_key(name)
    return next((level for level, known in _PATTERNS.items() if known.fullmatch(key)), "")


def _participants(table):
    """``{place: number}`` of the line «24000 уч.» under the heading; empty without it."""
    for index in range(table.row + 1, min(table.row + 3, len(table.sheet.rows))):
        row = table.sheet.rows[index]
        told = {
            place: PARTICIPANTS.fullmatch(clean(row[place]))
            for place in table.groups
            if place < len(row)
        }
        people = {place: int("".join(found[1].split())) for place, found in told.items() if found}
        if people:
            table.sheet.take_row(index, people)
            return people
    return {}


def _tasks(table, notes):
    """``([FileTask], {task: what it checks}, {place: {task: share}})``."""
    tasks, texts, shares = [], {}, {}
    for index in range(table.row + 1, len(table.sheet.rows)):
        row, notes.row = table.sheet.rows[index], index + 1
        found = TASK.fullmatch(clean(row[table.text])) if len(row) > table.text else None
        if not found:
            continue
        notes.take((table.text, table.maximum, *table.groups))
        told = _shares(row, table.groups, notes)
        if told is None:
            continue
        number = task_label(found[1])
        tasks.append(FileTask(number, _maximum(row, table.maximum, notes)))
        texts[number] = found[2]
        for place, share in told.items():
            shares.setdefault(place, {})[number] = share
    return tasks, texts, shares


def _maximum(row, place, notes):
    try:
        return parse_points(row[place] if place < len(row) else "", 0) or 0
    except BadValue:
        notes.note("bad_maximum", place, clean(row[place]))
        return 0


def _shares(row, places, notes):
    """``{place: share}`` of the filled cells of a task, None after a problem with one of them."""
    told = {}
    for place in places:
        cell = row[place] if place < len(row) else ""
        try:
            share = parse_share(cell)
        except BadValue:
            notes.note("bad_share", place, clean(cell))
            return None
        if share is not None:
            told[place] = share
    return told


def _groups(table, notes, people, shares):
    notes.row = table.row + 1
    for place, name in table.groups.items():
        level = _level(name)
        if level and place in shares:
            told = {NAME: {EVERYBODY: shares[place]}}
            sheet = table.sheet.name
            yield GroupRow(sheet, notes.row, level, name, 0, people.get(place, 0), {}, shares=told)
        elif not level:
            notes.note("unknown_group_column", place, name)


LAYOUT = Layout(
    KEY,
    title="VPR: planned results",
    order=97,
    recognise=recognise,
    extract=extract,
    loader="groups",
    asks=GROUPS,
)
