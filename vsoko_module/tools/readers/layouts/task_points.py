"""A list of a work's results: a pupil a row, a column of points for each task.

The file does not say which work it is about: people choose the assessment.
"""

from ..cells import BadValue
from ..headers import find_header, header_key, mismatch
from ..layout import RESULTS, Extract, Layout
from ..listing import Listing
from ..names import clean
from ..titles import read_titles
from ..works import (
    ABSENT,
    PRESENT,
    FileWork,
    WorkRow,
    parse_attendance,
    parse_points,
    parse_task_heading,
    parse_work_mark,
)
from . import contingent
from .assessment_sheet import task_heading

KEY = "task_points"
LABELS = {
    "name": "ФИО",
    "code": "Код участника",
    "class_name": "Класс",
    "attendance": "Присутствие",
    "variant": "Вариант",
    "total": "Сумма баллов",
    "mark": "Отметка",
}
ALIASES = {
    "name": contingent.ALIASES["name"],
    "code": ("код участника", "код"),
    "class_name": ("класс",),
    "attendance": ("присутствие", "присутствовал", "участие"),
    "variant": ("вариант",),
    "total": ("сумма баллов", "итог", "итого", "первичный балл", "всего баллов", "сумма"),
    "mark": ("отметка", "оценка"),
}
LISTING = Listing(LABELS, ALIASES, required=(("name", "code"),))
FEWEST_TASKS = 2


def recognise(sheets):
    # less than sure: the sheet of the program and the forms of VPR have tasks, too
    return 0.6 if any(len(_tasks(sheet)) >= FEWEST_TASKS for sheet in sheets) else 0


def extract(sheets, today):
    tasks = next(filter(None, map(_tasks, sheets)), {})
    if not tasks:
        raise mismatch(sheets, LABELS["name"], task_heading(1, 1))
    listing = LISTING._replace(
        labels=LABELS | {key: task.number for key, task in tasks.items()},
        aliases=ALIASES | {key: (key,) for key in tasks},
        required=(*LISTING.required, tuple(tasks)),
    )
    reader = listing.reader(sheets, today)
    rows = reader.records(lambda reader, number: _result(reader, number, tasks))
    work = FileWork("internal", tasks=tuple(tasks.values()))
    return Extract(KEY, read_titles(reader.above), rows, tuple(reader.problems), work)


def _tasks(sheet):
    """``{key of the heading: Task}`` of a sheet with a list of people; empty without it."""
    header = find_header(sheet, ALIASES, LISTING.required)
    cells = sheet.rows[header.row] if header else ()
    return {header_key(cell): task for cell in cells if (task := parse_task_heading(cell))}


def _result(reader, number, tasks):
    code = reader.text("code")
    name = "" if code else reader.person()
    class_name = reader.class_name() if reader.text("class_name") else None
    attendance, points = _written(reader, tasks)
    total = reader.number("total")
    if total is not None and attendance == PRESENT and total != sum(score or 0 for score in points):
        counted = clean(float(sum(score or 0 for score in points)))
        reader.problem("total_mismatch", "total", total=clean(total), points=counted)
    mark = parse_work_mark(reader.raw("mark"))
    if reader.ok:
        yield WorkRow(
            reader.sheet.name,
            number,
            name,
            code,
            class_name,
            attendance,
            reader.text("variant"),
            points,
            mark,
        )


def _written(reader, tasks):
    """``(attendance, points)``; points are () for who did not write."""
    attendance = _attendance(reader)
    filled = any(reader.text(key) for key in tasks)
    if attendance in ("", PRESENT) and filled:
        return PRESENT, tuple(_points(reader, key, task) for key, task in tasks.items())
    if filled:
        reader.problem("points_of_absent", next(iter(tasks)))
    elif not attendance:
        reader.problem("did_not_write", next(iter(tasks)))
    return attendance or ABSENT, ()


def _attendance(reader):
    try:
        return parse_attendance(reader.raw("attendance"))
    except BadValue as error:
        reader.problem(error.args[0], "attendance", reader.text("attendance"))
        return ABSENT


def _points(reader, key, task):
    try:
        return parse_points(reader.raw(key), task.maximum)
    except BadValue as error:
        text = reader.text(key)
        reader.problem(error.args[0], key, text, task=task.number, max=task.maximum)
        return None


LAYOUT = Layout(
    KEY,
    title="List of points by task",
    order=71,
    recognise=recognise,
    extract=extract,
    loader="works",
    asks=RESULTS,
)
