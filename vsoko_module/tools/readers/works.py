"""What the layouts of works have in common: tasks, points, attendance, scales."""

import re
from datetime import date
from typing import NamedTuple

from .cells import BadValue, parse_number
from .headers import header_key
from .names import ClassName, clean, fold
from .problem import MESSAGES, Problem

PRESENT, ABSENT, EXEMPT = "present", "absent", "exempt"
ATTENDANCE = {
    PRESENT: ("присутствовал", "присутствовала", "да", "+", "1", "п", "был", "была"),
    ABSENT: ("отсутствовал", "отсутствовала", "нет", "н", "нб", "-", "0", "не был", "не была"),
    EXEMPT: ("освобожден", "освобождена", "осв", "осв."),
}
_WORDS = {word: state for state, words in ATTENDANCE.items() for word in words}
NOT_REACHED = frozenset(("", "x", "х", "-", "–", "—"))
TASK_HEADING = re.compile(r"(\d+(?:[.,]\d+)?(?:\s*[кk]\s*\d+)?)\s*\((\d+)\s*б\.?\)", re.IGNORECASE)
MAXIMUM = re.compile(r"([\w.]+)\s*=\s*(\d+)")
BAND = re.compile(r"«?([2-5])»?\s*[—–:=-]+\s*(\d+)\s*[–—-]+\s*(\d+)")
LEVELS = {"б": "basic", "п": "advanced", "в": "high"}


class Task(NamedTuple):
    """A task; empty texts and None where the file is silent."""

    number: str
    maximum: int
    level: str = ""
    content: tuple = ()
    skill: tuple = ()
    answer: str = ""


class Work(NamedTuple):
    """A work that a file is about; ``scale`` is ((lowest points, mark), …), may be empty.

    ``procedure`` is a key of the program's kinds of assessments.
    """

    procedure: str
    title: str = ""
    subject: str = ""
    day: date | None = None
    grade: int = 0
    tasks: tuple = ()
    scale: tuple = ()
    minimum: int = 0
    maximum: int = 0


class WorkRow(NamedTuple):
    """One participant: by ``name``, or by ``code`` where names are not given.

    ``points``: of each task, None for not reached; empty for a pupil who did not write.
    """

    sheet: str
    row: int
    name: str
    code: str
    class_name: ClassName | None
    attendance: str
    variant: str = ""
    points: tuple = ()
    mark: int | None = None
    journal_mark: int | None = None
    test_score: int | None = None


def parse_attendance(value):
    """A state, "" for an empty cell; raise ``BadValue("bad_attendance")`` for another word."""
    text = fold(clean(value))
    if text and text not in _WORDS:
        raise BadValue("bad_attendance")
    return _WORDS.get(text, "")


def parse_points(value, maximum):
    """Points from 0 to ``maximum``, None for not reached; raise ``BadValue("bad_points")``."""
    if fold(clean(value)) in NOT_REACHED:
        return None
    try:
        number = parse_number(value)
    except BadValue:
        raise BadValue("bad_points") from None
    if number is None or not number.is_integer() or not 0 <= number <= maximum:
        raise BadValue("bad_points")
    return int(number)


def parse_work_mark(value):
    """A mark from 2 to 5, or None for anything else («нет отметки», an empty cell)."""
    text = clean(value)
    return int(text) if text in ("2", "3", "4", "5") else None


def parse_task_heading(value):
    """``Task`` of «4К1 (3б)», or None for another heading."""
    found = TASK_HEADING.fullmatch(clean(value))
    if not found:
        return None
    number = found[1].replace(" ", "").replace(",", ".").upper().replace("K", "К")
    return Task(number, int(found[2]))


def parse_maxima(text):
    """``{number: maximum}`` of «1=1, 2=2»."""
    return {number: int(maximum) for number, maximum in MAXIMUM.findall(clean(text))}


def parse_scale(text):
    """``((lowest points, mark), …)`` of «2» — 0–3; «3» — 4–5…; empty when there is none."""
    return tuple(sorted((int(low), int(mark)) for mark, low, _high in BAND.findall(clean(text))))


def read_points(notes, cells, tasks, column):
    """Points of a row by task, or None after noting a problem.

    :param column: index of the first of ``cells`` in the sheet
    """
    points = []
    for place, (cell, task) in enumerate(zip(cells, tasks, strict=True)):
        try:
            points.append(parse_points(cell, task.maximum))
        except BadValue:
            notes.note(
                "bad_points", column + place, clean(cell), task=task.number, max=task.maximum
            )
    return tuple(points) if len(points) == len(tasks) else None


def find_cell(rows, title):
    """``(row index, column index)`` of the first cell with this heading, or None."""
    for index, row in enumerate(rows):
        for place, cell in enumerate(row):
            if isinstance(cell, str) and header_key(cell) == title:
                return index, place
    return None


def line_value(rows, label):
    """The text after «label:» in the lines above a table, "" when it is not there."""
    for row in rows:
        for cell in row:
            if isinstance(cell, str) and fold(cell).startswith(label):
                return clean(cell.partition(":")[2])
    return ""


class Notes:
    """Problems of the rows of one sheet, and claims on their cells.

    ``row``: the number of the current row from 1. An error loses the row and names all of it.
    """

    def __init__(self, sheet):
        self.sheet = sheet
        self.row = 0
        self.problems = []

    def note(self, code, place=-1, text="", **params):
        params.setdefault("text", text)
        self.problems.append(Problem(code, self.sheet.name, self.row, place + 1, text, params))
        if self.row and MESSAGES[code].severity == "error":
            self.sheet.name_row(self.row - 1)

    def take(self, places):
        """The cells of the current row were read; ``places``: an index or several."""
        self.sheet.take_row(self.row - 1, places)

    def leave(self, places, reason):
        """The cells of the current row hold nothing to read, see ``accounting.REASONS``."""
        self.sheet.leave(self.row - 1, places, reason)
