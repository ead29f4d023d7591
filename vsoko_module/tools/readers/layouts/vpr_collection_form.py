"""The form in which a school sends the points of VPR: codes, no names, no subject."""

from collections import Counter

from ..accounting import COUNTED, SERVICE
from ..headers import header_key, mismatch
from ..layout import Extract, Layout
from ..names import clean, fold, parse_class
from ..titles import Titles
from ..works import (
    ABSENT,
    PRESENT,
    Notes,
    Work,
    WorkRow,
    find_cell,
    parse_task_heading,
    parse_work_mark,
    read_points,
)

KEY = "vpr_collection_form"
CODE, VARIANT, CLASS = "код участника", "вариант", "порядковый номер класса"
MARK = "отметка за предыдущий"
TOTALS = ("итого баллов", "итого", "сумма баллов")
SERVICE_SHEET = "служебный"


def recognise(sheets):
    return 1 if _find_sheet(sheets) else 0


def extract(sheets, _today):
    sheet = _find_sheet(sheets)
    if not sheet:
        raise mismatch(sheets, "Код участника", "Вариант", "Порядковый номер класса")
    heading = [header_key(cell) for cell in sheet.rows[0]]
    places = {
        place: task
        for place, cell in enumerate(sheet.rows[0])
        if (task := parse_task_heading(cell))
    }
    if not places:
        raise mismatch(sheets, "1 (1б)")
    notes = Notes(sheet)
    _claim(sheets, sheet, heading, places)
    rows = list(_rows(sheet, heading, places, _classes(sheets), notes))
    work = Work("vpr", tasks=tuple(places.values()))
    return Extract(KEY, Titles(), rows, tuple(notes.problems), work)


def _find_sheet(sheets):
    for sheet in sheets:
        heading = {header_key(cell) for cell in sheet.rows[0]} if sheet.rows else set()
        if {CODE, VARIANT, CLASS} <= heading:
            return sheet
    return None


def _claim(sheets, protocol, heading, places):
    known = [place for place, key in enumerate(heading) if key in (CODE, VARIANT, CLASS)]
    known += [place for place, key in enumerate(heading) if key.startswith(MARK)]
    totals = [place for place, key in enumerate(heading) if key in TOTALS]
    protocol.leave_heading(0, [*known, *places, *totals])
    protocol.leave(range(1, len(protocol.rows)), totals, COUNTED)
    for sheet in sheets:
        # the lists from which the cells of the form are chosen
        if fold(sheet.name) == SERVICE_SHEET:
            sheet.leave(range(len(sheet.rows)), None, SERVICE)


def _classes(sheets):
    """``{number of the class: class}`` of the sheet with the order of classes."""
    for sheet in sheets:
        if find_cell(sheet.rows[:1], "порядковый номер"):
            sheet.leave_heading(0, (0, 1))
            for index in range(1, len(sheet.rows)):
                sheet.take_row(index, (0, 1))
            pairs = [
                (clean(row[0]), parse_class(clean(row[1])))
                for row in sheet.rows[1:]
                if len(row) > 1
            ]
            return {number: name for number, name in pairs if name}
    return {}


def _rows(sheet, heading, places, classes, notes):
    codes = Counter(clean(row[heading.index(CODE)]) for row in sheet.rows[1:] if row)
    for index, row in enumerate(sheet.rows[1:], start=2):
        code = clean(row[heading.index(CODE)]) if row else ""
        notes.row = index
        if code and codes[code] > 1:
            notes.note("repeated_code", heading.index(CODE), code)
        elif code:
            found = _row(row, code, heading, places, classes, notes)
            if found:
                yield found


def _row(row, code, heading, places, classes, notes):
    notes.take((heading.index(CODE), heading.index(VARIANT), heading.index(CLASS), *places))
    number = clean(row[heading.index(CLASS)])
    if classes and number not in classes:
        return notes.note("unknown_class_number", heading.index(CLASS), number)
    variant = clean(row[heading.index(VARIANT)])
    absent = fold(variant).startswith("отсут")
    points = ()
    if not absent:
        cells = [row[place] for place in places]
        points = read_points(notes, cells, tuple(places.values()), min(places))
        if points is None:
            return None
    journal = next((place for place, key in enumerate(heading) if key.startswith(MARK)), None)
    if journal is not None:
        notes.take(journal)
    return WorkRow(
        notes.sheet.name,
        notes.row,
        "",
        code,
        classes.get(number),
        ABSENT if absent else PRESENT,
        "" if absent else variant,
        points,
        journal_mark=None if journal is None else parse_work_mark(row[journal]),
    )


LAYOUT = Layout(KEY, 90, recognise, extract)
