"""A list of a work's results: a pupil a row, a column of points for each task.

People are asked what the lines above do not say of the work. Tasks are headed «1 (2б)»,
«Задание 1», or by their numbers alone beside a total, over a line of the greatest points or under
a title of a work, for days of a month are numbers, too. Greatest points that are not told are
guessed.
"""

import re
from itertools import pairwise

from ..accounting import COUNTED, HEADING
from ..cells import BadValue
from ..headers import find_header, header_key, mismatch
from ..layout import RESULTS, Extract, Layout
from ..listing import Listing
from ..names import clean, fold
from ..task_headings import is_of_greatest, with_heading_texts
from ..work_titles import is_about_work, read_work_titles
from ..works import (
    ABSENT,
    AWAY,
    HALF,
    PRESENT,
    WorkRow,
    guess_maxima,
    guessed_numbers,
    parse_attendance,
    parse_points,
    parse_task_heading,
    parse_task_label,
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
    "total": (
        "сумма баллов",
        "итог",
        "итого",
        "первичный балл",
        "всего баллов",
        "сумма",
        "итого баллов",
        "баллы",
    ),
    "mark": ("отметка", "оценка"),
}
IGNORED = {COUNTED: ("процент", "%", "% выполнения", "процент выполнения", "выполнение")}
LISTING = Listing(LABELS, ALIASES, required=(("name", "code"),), ignored=IGNORED)
# a task that is done, not done, half done
HALF_DONE = frozenset(("±", "+-", "+/-", "-+", "∓"))
SIGNS = {"+": 1, **dict.fromkeys(("-", "–", "—", "−"), 0), **dict.fromkeys(HALF_DONE, HALF)}
FEWEST_TASKS = 2
# fewer bare numbers may be anything
FEWEST_NUMBERS = 3


def recognise(sheets):
    # less than sure: the sheet of the program and the forms of VPR have tasks, too
    return 0.6 if any(len(_tasks(sheet)) >= FEWEST_TASKS for sheet in sheets) else 0


def extract(sheets, today):
    sheets = [_with_texts(sheet) for sheet in sheets]
    tasks = next(filter(None, map(_tasks, sheets)), {})
    if not tasks:
        raise mismatch(sheets, LABELS["name"], task_heading(1, 1))
    listing = LISTING._replace(
        labels=LABELS | {key: task.number for key, task in tasks.items()},
        aliases=ALIASES | {key: (key,) for key in tasks},
        required=(*LISTING.required, tuple(tasks)),
    )
    reader = listing.reader(sheets, today)
    signs = _signs(reader, tasks)
    rows = reader.records(lambda reader, number: _result(reader, number, tasks, signs))
    found = guess_maxima(tasks.values(), rows)
    if guessed := guessed_numbers(found):
        reader.row_number = 0
        reader.problem("guessed_maximum", tasks=guessed)
    titles, work = read_work_titles(reader.above, today)
    step = HALF if HALF in signs.values() else 1
    work = work._replace(tasks=found, step=step)
    return Extract(KEY, titles, rows, tuple(reader.problems), work)


def _signs(reader, tasks):
    """``{sign: points}`` of a list whose tasks bear signs, empty where they bear points."""
    cells = {reader.text(key) for _number in reader.rows() for key in tasks}
    if not _are_signs(cells):
        return {}
    return SIGNS if cells & HALF_DONE else {sign: SIGNS[sign] for sign in SIGNS.keys() - HALF_DONE}


def _with_texts(sheet):
    header = find_header(sheet, ALIASES, LISTING.required)
    return with_heading_texts(sheet, header.row) if header else sheet


def _tasks(sheet):
    """``{key of the heading: Task}`` of a sheet with a list of people; empty without it."""
    header = find_header(sheet, ALIASES, LISTING.required)
    cells = [clean(cell) for cell in sheet.rows[header.row]] if header else ()
    told = {header_key(cell): task for cell in cells if (task := parse_task_heading(cell))}
    return told or (_numbered(sheet, header, cells) if header else {})


def _numbered(sheet, header, cells):
    """Tasks headed by their numbers, one after another from the first."""
    tasks = {place: task for place, cell in enumerate(cells) if (task := parse_task_label(cell))}
    order = [int(re.match(r"\d+", task.number)[0]) for task in tasks.values()]
    steps = [1, *(number - last for last, number in pairwise(order))]
    if len(order) < FEWEST_NUMBERS or order[0] != 1 or not {0, 1}.issuperset(steps):
        return {}
    body = sheet.rows[header.last + 1 :]
    below = body[0] if body else ()
    are_bare = all(cells[place][:1].isdigit() for place in tasks)
    is_told = "total" in header.columns or is_of_greatest(below)
    if are_bare and not is_told and not is_about_work(sheet.rows[: header.row]):
        return {}
    # without the headings that are repeated on a page
    filled = [
        (clean(row[place]), cells[place]) for row in body for place in tasks if place < len(row)
    ]
    if _are_signs(cell for cell, heading in filled if cell != heading):
        return {header_key(cells[place]): task._replace(maximum=1) for place, task in tasks.items()}
    return {
        header_key(cells[place]): task._replace(maximum=_greatest(below, place))
        for place, task in tasks.items()
    }


def _are_signs(cells):
    """Whether tasks are done or not done, «+» and «-», and bear no points."""
    cells = set(cells)
    return "+" in cells and not any(map(str.isdigit, cells))


def _greatest(row, place):
    """The greatest points of a task in the line of them; 0 where there is no such line."""
    if not is_of_greatest(row) or place >= len(row):
        return 0
    try:
        return parse_points(row[place], 0) or 0
    except BadValue:
        return 0


def _result(reader, number, tasks, signs):
    if is_of_greatest(reader.sheet.rows[number - 1]):
        reader.leave(HEADING)
        return
    code = reader.text("code")
    name = "" if code else reader.person()
    class_name = reader.class_name() if reader.text("class_name") else None
    attendance, points = _written(reader, tasks, signs)
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


def _written(reader, tasks, signs):
    """``(attendance, points)``; points are () for who did not write."""
    attendance = _attendance(reader)
    texts = [text for key in tasks if (text := reader.text(key))]
    if texts and not attendance and all(fold(text) in AWAY for text in texts):
        return ABSENT, ()
    filled = bool(texts)
    if attendance in ("", PRESENT) and filled:
        return PRESENT, tuple(_points(reader, key, task, signs) for key, task in tasks.items())
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


def _points(reader, key, task, signs):
    if (text := reader.text(key)) in signs:
        return signs[text]
    try:
        return parse_points(reader.raw(key), task.maximum)
    except BadValue as error:
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
