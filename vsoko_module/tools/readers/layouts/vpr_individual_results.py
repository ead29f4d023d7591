"""«Индивидуальные результаты» of VPR: codes, points and marks of those who wrote."""

from ..accounting import COUNTED, SERVICE
from ..headers import header_key, mismatch
from ..layout import RESULTS, Extract, Layout
from ..names import clean, fold, parse_class
from ..titles import Titles
from ..vpr_titles import read_vpr
from ..works import (
    LEVELS,
    PRESENT,
    FileWork,
    Notes,
    WorkRow,
    check_total,
    find_cell,
    find_tasks,
    guess_maxima,
    parse_work_mark,
    read_points,
)

KEY = "vpr_individual_results"
CODE, TOTAL = "код участника", "первичный балл"
# the line of a school over its participants
GROUP = "Кол-во участников"
SCHOOL = ("оо", "муниципалитет", "название оо", "логин", "логин оо")
OTHERS = {
    "class_name": "класс",
    "variant": "вариант",
    "mark": "отметка",
    "journal_mark": "отметка по журналу",
}


def recognise(sheets):
    return 1 if _find(sheets) else 0


def extract(sheets, _today):
    found = _find(sheets)
    if not found:
        raise mismatch(sheets, "Код участника", "Первичный балл", "Отметка")
    sheet, header = found
    titles, work = read_vpr(sheet.rows[:header]) or (Titles(), FileWork("vpr"))
    tasks = _tasks(sheet.rows, header)
    notes = Notes(sheet)
    _claim(sheet, header, tasks)
    rows = list(_rows(sheet, header, tasks, notes))
    found = guess_maxima(tasks.values(), rows)
    notes.report_guessed(found)
    work = work._replace(tasks=found, columns=tuple(place + 1 for place in tasks))
    return Extract(KEY, titles, rows, tuple(notes.problems), work)


def _find(sheets):
    for sheet in sheets:
        found = find_cell(sheet.rows[:20], CODE)
        heading = {header_key(cell) for cell in sheet.rows[found[0]]} if found else set()
        if {CODE, TOTAL, OTHERS["mark"]} <= heading:
            return sheet, found[0]
    return None


def _claim(sheet, header, tasks):
    heading = [header_key(cell) for cell in sheet.rows[header]]
    read = [place for place, key in enumerate(heading) if key in (CODE, TOTAL, *OTHERS.values())]
    school = [place for place, key in enumerate(heading) if key in SCHOOL]
    sheet.leave_titles(0, header)
    sheet.leave_heading(header - 1, tasks)
    sheet.leave_heading(header, [*read, *school, *tasks])
    sheet.leave(range(header + 1, len(sheet.rows)), school, SERVICE)


def _tasks(rows, header):
    """``{place: Task}``; the line above the headings gives the levels."""
    levels = rows[header - 1] if header else []
    tasks = find_tasks(rows[header])
    for place, task in tasks.items():
        level = fold(clean(levels[place])) if place < len(levels) else ""
        tasks[place] = task._replace(level=LEVELS.get(level, ""))
    return tasks


def _rows(sheet, header, tasks, notes):
    heading = [header_key(cell) for cell in sheet.rows[header]]
    places = {field: heading.index(title) for field, title in OTHERS.items() if title in heading}
    for index in range(header + 1, len(sheet.rows)):
        row = sheet.rows[index]
        code = clean(row[heading.index(CODE)]) if len(row) > heading.index(CODE) else ""
        notes.row = index + 1
        if code.startswith(GROUP):
            notes.leave(None, COUNTED)
        if code.isdigit():
            notes.take((heading.index(CODE), heading.index(TOTAL), *places.values(), *tasks))
            points = read_points(notes, row, tasks)
            if points is not None:
                total = row[heading.index(TOTAL)]
                check_total(notes, total, heading.index(TOTAL), points)
                yield _row(row, code, points, places, notes)


def _row(row, code, points, places, notes):
    def get(field):
        return row[places[field]] if field in places else ""

    return WorkRow(
        notes.sheet.name,
        notes.row,
        "",
        code,
        parse_class(clean(get("class_name"))),
        PRESENT,
        clean(get("variant")),
        points,
        parse_work_mark(get("mark")),
        parse_work_mark(get("journal_mark")),
    )


LAYOUT = Layout(
    KEY,
    title="VPR: individual results",
    order=95,
    recognise=recognise,
    extract=extract,
    loader="works",
    asks=RESULTS,
)
