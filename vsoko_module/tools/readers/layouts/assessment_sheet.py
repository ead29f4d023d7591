"""The program's own sheet of an assessment: pupils down, tasks across, filled in and loaded back.

A row that is empty but for the name has no result yet. «н» or «осв» in any cell of points says
that the pupil did not write, «-» that a task was not reached.
"""

import re
from collections import Counter
from datetime import date
from typing import NamedTuple

from ..accounting import COUNTED, ROW_NUMBER, SERVICE
from ..cells import BadValue, parse_date
from ..headers import header_key, is_row_number, mismatch
from ..layout import Asked, Extract, Layout
from ..limits import HEADER_ROWS
from ..names import clean, fold, fold_person, parse_class
from ..titles import Titles
from ..works import (
    ABSENT,
    EXEMPT,
    HALF,
    PRESENT,
    FileTask,
    Notes,
    WorkRow,
    find_cell,
    line_value,
    read_points,
    whole,
)

KEY = "assessment_sheet"
TITLE = "Ведомость результатов работы"
NUMBER, NAME, CLASS, VARIANT, TOTAL = "№", "ФИО", "Класс", "Вариант", "Итого"
# lines above the table, as the writer makes them and the reader finds them
WORK, SUBJECT, DAY = "Работа №", "Предмет", "Дата"
# a hidden line with the points that may be typed, where these are halves
CHOICES = "Баллы до"
WORDS = {ABSENT: "н", EXEMPT: "осв"}
NOT_REACHED = "-"
_STATES = {word: state for state, word in WORDS.items()}
_TASK = re.compile(r"(.+?)\s*\((\d+(?:[.,]5)?)\s*б\.?\)")
_TITLES = {header_key(title): title for title in (NAME, CLASS, VARIANT, TOTAL)}


def task_heading(number, maximum):
    """Heading of the column of a task: «4К1 (3б)»."""
    return f"{number} ({clean(maximum).replace('.', ',')}б)"


def recognise(sheets):
    return 1 if any(find_cell(sheet.rows[:3], header_key(TITLE)) for sheet in sheets) else 0


def extract(sheets, today):
    form = _find_form(sheets)
    if not form:
        raise mismatch(sheets, NAME)
    if not form.tasks:
        raise mismatch(sheets, task_heading(1, 1))
    notes = Notes(form.sheet)
    form.claim()
    rows = list(_rows(form, notes))
    titles = Titles(subject=line_value(form.above, fold(SUBJECT)))
    return Extract(KEY, titles, rows, tuple(notes.problems), form.work(today))


class SheetWork(NamedTuple):
    """The assessment that a sheet is of; ``columns`` are those of the tasks, ``name_column`` is
    that of the names, from 1."""

    number: int
    subject: str
    day: date | None
    tasks: tuple
    columns: tuple
    name_column: int
    sheet: str
    row: int


class SheetForm:
    """The places of a sheet; ``tasks`` maps the index of a column to its task."""

    def __init__(self, sheet, row):
        self.sheet = sheet
        self.row = row
        self.above = sheet.rows[:row]
        self.heading = sheet.rows[row]
        self.tasks = {i: task for i, cell in enumerate(self.heading) if (task := _task(cell))}
        keys = [header_key(clean(cell)) for cell in self.heading]
        self.places = {title: keys.index(key) for key, title in _TITLES.items() if key in keys}

    def claim(self):
        """Claim the lines above, the headings, the numbers and the totals of the rows."""
        numbers = [i for i, cell in enumerate(self.heading) if is_row_number(clean(cell))]
        total = self.places.get(TOTAL, -1)
        rows = range(self.row + 1, len(self.sheet.rows))
        self.sheet.leave_titles(0, self.row)
        for index, row in enumerate(self.above):
            if row and clean(row[0]).startswith(CHOICES):
                self.sheet.leave(index, None, SERVICE)
        self.sheet.leave_heading(self.row, [*self.tasks, *self.places.values(), *numbers])
        self.sheet.leave(rows, numbers, ROW_NUMBER)
        if total >= 0:
            self.sheet.leave(rows, total, COUNTED)
        read = [place for place in (*self.tasks, *self.places.values()) if place != total]
        for row in rows:
            self.sheet.take_row(row, read)

    def get(self, row, title):
        place = self.places.get(title, -1)
        return clean(row[place]) if 0 <= place < len(row) else ""

    def work(self, today):
        number = line_value(self.above, fold(WORK))
        try:
            day = parse_date(line_value(self.above, fold(DAY)), today)
        except BadValue:
            day = None
        return SheetWork(
            int(number) if number.isdecimal() else 0,
            line_value(self.above, fold(SUBJECT)),
            day,
            tuple(self.tasks.values()),
            tuple(place + 1 for place in self.tasks),
            self.places[NAME] + 1,
            self.sheet.name,
            self.row + 1,
        )


def _find_form(sheets):
    for sheet in sheets:
        found = find_cell(sheet.rows[:HEADER_ROWS], header_key(NAME))
        if found:
            return SheetForm(sheet, found[0])
    return None


def _task(cell):
    found = _TASK.fullmatch(clean(cell))
    return FileTask(found[1], whole(float(found[2].replace(",", ".")))) if found else None


def _rows(form, notes):
    names = Counter(
        (form.get(row, CLASS), fold_person(form.get(row, NAME)))
        for row in form.sheet.rows[form.row + 1 :]
    )
    for index in range(form.row + 1, len(form.sheet.rows)):
        row = form.sheet.rows[index]
        name = form.get(row, NAME)
        notes.row = index + 1
        cells = {place: row[place] if place < len(row) else "" for place in form.tasks}
        if not any(clean(cell) for cell in cells.values()):
            continue
        if not name:
            notes.note("row_without_name", form.places[NAME])
        elif names[form.get(row, CLASS), fold_person(name)] > 1:
            notes.note("same_name", form.places[NAME], name, name=name)
        else:
            yield from _results(form, row, name, cells, notes)


def _results(form, row, name, cells, notes):
    """Yield the result of a row; nothing when it is empty or wrong."""
    filled = {place: cell for place, cell in cells.items() if clean(cell)}
    words = {place: fold(clean(cell)) for place, cell in filled.items()}
    states = {place: _STATES[word] for place, word in words.items() if word in _STATES}
    found = {
        "sheet": form.sheet.name,
        "row": notes.row,
        "name": name,
        "code": "",
        "class_name": parse_class(form.get(row, CLASS)),
        "variant": form.get(row, VARIANT),
    }
    if not states:
        points = [
            read_points(notes, row, {place: task}, HALF) for place, task in form.tasks.items()
        ]
        if None not in points:
            yield WorkRow(**found, attendance=PRESENT, points=tuple(point for (point,) in points))
    elif len(set(states.values())) == 1 and len(states) == len(filled):
        yield WorkRow(**found, attendance=next(iter(states.values())))
    else:
        place = next(iter(states))
        notes.note("points_and_absence", place, clean(filled[place]))


LAYOUT = Layout(
    KEY,
    title="Sheet of an assessment",
    order=71,
    recognise=recognise,
    extract=extract,
    loader="sheet",
    asks={Asked.WORK},
)
