"""Points of the participants of VPR by codes: no names, no subject; on one sheet or on several.

The form in which a school sends them and the results of past years as the federal system gives
them out, also for many schools at once.
"""

from collections import Counter

from .. import limits
from ..accounting import COUNTED, HEADING, ROW_NUMBER, SERVICE
from ..cells import BadValue
from ..headers import header_key, mismatch
from ..layout import RESULTS, Extract, Layout
from ..names import clean, fold, parse_class
from ..titles import Titles
from ..vpr_table import find_tables, is_absent
from ..works import (
    ABSENT,
    PRESENT,
    FileWork,
    Notes,
    WorkRow,
    check_total,
    find_cell,
    guess_maxima,
    parse_points,
    parse_work_mark,
    read_points,
    task_label,
)

KEY = "vpr_collection_form"
SERVICE_SHEET = "служебный"
LETTER_SHEET = "буква цифра класса"
NO_MARK = ("", "-", "нет отметки", "нет")


def recognise(sheets):
    return 1 if find_tables(sheets) else 0


def extract(sheets, _today):
    tables = find_tables(sheets)
    if not tables:
        raise mismatch(sheets, "Код участника", "Вариант", "1 (1б)")
    reading = _Reading(sheets, tables)
    rows = list(reading.merged())
    tasks = reading.tasks(rows)
    work = FileWork(
        "vpr",
        tasks=tasks,
        columns=tuple(place + 1 for place in tables[0].tasks),
        schools=reading.schools,
    )
    return Extract(KEY, Titles(), rows, tuple(reading.problems), work)


class _Reading:
    """The rows of all protocols of a file; ``schools`` maps a login to the places of its rows."""

    def __init__(self, sheets, tables):
        self._tables = tables
        self._classes = _classes(sheets)
        self._notes = [Notes(table.sheet) for table in tables]
        self.schools = {}
        maxima = _maxima(sheets)
        for table in tables:
            table.claim()
            for place, task in table.tasks.items():
                if not task.maximum:
                    table.tasks[place] = task._replace(maximum=maxima.get(task.number, 0))

    @property
    def problems(self):
        return [problem for notes in self._notes for problem in notes.problems]

    @property
    def _tasks(self):
        """``{number: Task}`` of all protocols in their order."""
        found = {}
        for table in self._tables:
            for task in table.tasks.values():
                found.setdefault(task.number, task)
        return found

    def tasks(self, rows):
        """The tasks with their maxima, told or guessed."""
        tasks = guess_maxima(self._tasks.values(), rows)
        self._notes[0].report_guessed(tasks)
        return tasks

    def merged(self):
        """Yield a ``WorkRow`` of each participant, put together from all protocols."""
        found = {}
        for table, notes in zip(self._tables, self._notes, strict=True):
            for row in self._read_table(table, notes):
                found.setdefault((row.school, row.code), []).append((notes, row))
        numbers = list(self._tasks)
        for parts in found.values():
            row = _merge(parts)
            if row and row.attendance == PRESENT:
                yield row._replace(points=tuple(row.points.get(number) for number in numbers))
            elif row:
                yield row._replace(points=())

    def _read_table(self, table, notes):
        codes = Counter(
            (table.get(row, "school"), table.get(row, table.code)) for row in table.body
        )
        for index, row in enumerate(table.body, start=table.row + 1):
            notes.row = index + 1
            school, code = table.get(row, "school"), table.get(row, table.code)
            if table.is_heading(row):
                notes.leave(None, HEADING)
                continue
            if code:
                self.schools.setdefault(school, set()).add((table.sheet.name, index + 1))
            if code and codes[school, code] > 1:
                notes.note("repeated_code", table.code, code)
            elif code:
                yield from self._read_row(table, notes, row, code)
            elif any(table.get(row, place) for place in (*table.variants, *table.tasks)):
                notes.note("missing_value", table.code, field="«Код участника»")

    def _read_row(self, table, notes, row, code):
        """Yield the row, its points by the number of the task; nothing after an error."""
        number = table.get(row, "class_number")
        if self._classes and number and number not in self._classes:
            notes.note("unknown_class_number", table.columns["class_number"], number)
            return
        notes.take([table.code, *table.variants, *table.tasks])
        variants = [text for place in table.variants if (text := table.get(row, place))]
        absent = bool(variants) and all(map(is_absent, variants))
        points = self._read_points(table, notes, row, absent)
        if points is None:
            return
        class_name, class_text = self._find_class(table, notes, row, number)
        yield WorkRow(
            table.sheet.name,
            notes.row,
            "",
            code,
            class_name,
            ABSENT if absent else PRESENT,
            "" if absent else "/".join(dict.fromkeys(variants)),
            points,
            journal_mark=_read_mark(table, notes, row),
            class_text=class_text,
            school=table.get(row, "school"),
        )

    def _read_points(self, table, notes, row, absent):
        if "school" in table.columns:
            notes.take(table.columns["school"])
        total = table.columns.get("total")
        if absent:
            written = next((p for p in table.tasks if table.get(row, p) not in ("", "0")), None)
            if written is not None:
                notes.note("points_of_absent", written, table.get(row, written))
            if total is not None:
                notes.leave(total, COUNTED)
            return {}
        points = read_points(notes, row, table.tasks)
        if points is None:
            return None
        if total is not None:
            notes.take(total)
            check_total(notes, row[total] if total < len(row) else "", total, points)
        return {task.number: got for task, got in zip(table.tasks.values(), points, strict=True)}

    def _find_class(self, table, notes, row, number):
        """``(ClassName or None, text that is no name of a class)`` of a row."""
        fields = ("class_number", "class_name", "class_letter")
        notes.take([table.columns[field] for field in fields if field in table.columns])
        text = table.get(row, "class_name")
        found = parse_class(text)
        if found:
            return found, ""
        text = text or self._classes.get(number, "") or table.get(row, "class_letter")
        found = parse_class(text)
        return (found, "") if found and found.letter else (None, text)


def _merge(parts):
    """One row of what several protocols say of a participant; None after an error."""
    (_notes, row), *others = parts
    for other_notes, other in others:
        both = row.points.keys() & other.points.keys()
        if row.attendance != other.attendance or any(
            row.points[number] != other.points[number] for number in both
        ):
            other_notes.row = other.row
            other_notes.note("different_protocols", -1, row.code, sheet=row.sheet, other=row.row)
            return None
        row = row._replace(
            points=row.points | other.points,
            journal_mark=row.journal_mark or other.journal_mark,
            variant=row.variant or other.variant,
        )
    return row


def _read_mark(table, notes, row):
    """The mark of the journal; a text that is none stays unread and is named."""
    place = table.columns.get("mark")
    if place is None:
        return None
    mark = parse_work_mark(table.get(row, place))
    if mark or fold(table.get(row, place)) in NO_MARK:
        notes.take(place)
    return mark


def _maxima(sheets):
    """``{number: greatest points}`` of the sheet with the values that the form allows."""
    found = {}
    for sheet in sheets:
        if fold(sheet.name) != SERVICE_SHEET or not sheet.rows:
            continue
        sheet.leave(range(len(sheet.rows)), None, SERVICE)
        for place, heading in enumerate(sheet.rows[0]):
            cells = [row[place] for row in sheet.rows[1:] if place < len(row)]
            points = [number for cell in cells if (number := _points(cell)) is not None]
            found[task_label(clean(heading))] = max(points, default=0)
    return found


def _points(cell):
    try:
        return parse_points(cell, 0)
    except BadValue:
        return None


def _classes(sheets):
    """``{number of the class: its name or letter}`` of the sheet with the order of classes."""
    for sheet in sheets:
        found = find_cell(sheet.rows[: limits.HEADER_ROWS], "порядковый номер")
        if found:
            return dict(_numbered(sheet, *found))
    return {number: name for sheet in sheets for number, name in _letters(sheet)}


def _numbered(sheet, header, place):
    """Yield the number and the name of each class; the names stand beside the numbers."""
    sheet.leave_titles(0, header)
    sheet.leave_heading(header, (place, place + 1))
    for index in range(header + 1, len(sheet.rows)):
        row = sheet.rows[index]
        if len(row) > place + 1 and clean(row[place + 1]):
            sheet.take_row(index, (place, place + 1))
            yield clean(row[place]), clean(row[place + 1])
        else:  # the form numbers its empty lines
            sheet.leave(index, place, ROW_NUMBER)


def _letters(sheet):
    """Yield the number and the letter of each class of the sheet «Классы»."""
    for header, row in enumerate(sheet.rows[: limits.HEADER_ROWS]):
        keys = [header_key(clean(cell)) for cell in row]
        place = next((i for i, key in enumerate(keys) if key.startswith(LETTER_SHEET)), None)
        if place is not None:
            yield from _lettered(sheet, header, place)
            return


def _lettered(sheet, header, place):
    sheet.leave_titles(0, header)
    sheet.leave(header, None, HEADING)
    sheet.leave(range(header + 1, len(sheet.rows)), None, SERVICE)
    for number, row in enumerate(sheet.rows[header + 1 :], start=1):
        if place < len(row) and clean(row[place]):
            sheet.take(header + number, place)
            yield str(number), clean(row[place])


LAYOUT = Layout(
    KEY,
    title="VPR: points of participants",
    order=90,
    recognise=recognise,
    extract=extract,
    loader="works",
    asks=RESULTS,
)
