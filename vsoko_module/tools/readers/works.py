"""What the layouts of works have in common: tasks, points, attendance, scales."""

import re
from datetime import date
from typing import NamedTuple

from .broken_cells import UNCOUNTED
from .cells import BadValue, parse_number
from .headers import header_key
from .names import LOOK_ALIKES, ClassName, clean, fold
from .problem import MESSAGES, Problem
from .spelling import MARKS_AFTER

PRESENT, ABSENT, EXEMPT = "present", "absent", "exempt"
ATTENDANCE = {
    PRESENT: ("присутствовал", "присутствовала", "да", "+", "1", "п", "был", "была"),
    ABSENT: ("отсутствовал", "отсутствовала", "нет", "н", "нб", "-", "0", "не был", "не была"),
    EXEMPT: ("освобожден", "освобождена", "осв", "осв."),
}
# in place of the points of a task
AWAY = ("н", "нб", "н/б", "отс", "отс.", "отсут", "отсут.", "отсутствовал", "отсутствовала", "б")
_WORDS = {word: state for state, words in ATTENDANCE.items() for word in words}
NOT_REACHED = frozenset(("", "x", "х", "-", "–", "—"))
# «4К1 (3б)», «9(1) (1б)», «9А (1 балл)», «11.3 k1 (2б)»
TASK_HEADING = re.compile(
    r"(\d[\w.,()\s/-]{0,14}?)\s*\(\s*(\d{1,2}(?:[.,]5)?)\s*б(?:\.|алл\w*)?\s*\)", re.IGNORECASE
)
# «Задание 1», «Зад. № 1», «№ 1»
TASK_WORD = re.compile(r"^(?:(?:задани[ея]|зад\.?|вопрос)\s*)?(?:№\s*)?(?=\d)", re.IGNORECASE)
TASK_LABEL = re.compile(
    r"\d{1,2}[а-яa-z]?(?:[.,]\d{1,2}|\(\d{1,2}\))?(?:\s*[кk]\s*\d(?:[.,]\d)?)?", re.IGNORECASE
)
IN_BRACKETS = re.compile(r"\((\w+)\)")
BAND = re.compile(r"«?([2-5])»?\s*[—–:=-]+\s*(\d+)\s*[–—-]+\s*(\d+)")
HALF = 0.5
# more points than any task gives
MOST = 60
LEVELS = {"б": "basic", "п": "advanced", "в": "high"}


class FileTask(NamedTuple):
    """A task; empty texts and None where the file is silent.

    ``maximum`` is 0 where the file does not tell it; ``guessed``: it is the best points of the
    file, the true one may be greater.
    """

    number: str
    maximum: int | float
    level: str = ""
    content: tuple = ()
    skill: tuple = ()
    answer: str = ""
    guessed: bool = False


class FileWork(NamedTuple):
    """A work that a file is about; ``scale`` is ((lowest points, mark), …), may be empty.

    ``procedure`` is a key of the program's kinds of assessments. ``columns``: numbers of the
    columns of the tasks, from 1. ``schools``: {login: {(sheet, row), …}} of a file of several.
    ``step``: points are its multiples, 1 or 0.5. ``texts``: {task: what it checks, in words}.
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
    columns: tuple = ()
    schools: dict = {}
    step: float = 1
    texts: dict = {}


class WorkRow(NamedTuple):
    """One participant: by ``name``, or by ``code`` where names are not given.

    ``points``: of each task, None for not reached; empty for a pupil who did not write.
    ``class_text``: what the row says of the class when that is no name of one: a letter of the
    grade, «нет». ``school``: the login of the school in a file of several. ``note``: words about
    a participant who has no result, «не завершил экзамен». ``score``: primary points where the file
    has no points of tasks.
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
    class_text: str = ""
    school: str = ""
    note: str = ""
    score: int | float | None = None


def parse_attendance(value):
    """A state, "" for an empty cell; raise ``BadValue("bad_attendance")`` for another word."""
    text = fold(clean(value))
    if text and text not in _WORDS:
        raise BadValue("bad_attendance")
    return _WORDS.get(text, "")


def parse_points(value, maximum, step=1):
    """Points from 0 to ``maximum`` in steps of ``step``, None for not reached; raise
    ``BadValue("bad_points")``. A maximum of 0 is not known."""
    if fold(clean(value)) in NOT_REACHED:
        return None
    try:
        number = parse_number(value)
    except BadValue:
        raise BadValue("bad_points") from None
    if number is None or number % step or not 0 <= number <= (maximum or MOST):
        raise BadValue("bad_points")
    return whole(number)


def whole(number):
    """The number as an int when it is whole: 2.0 → 2, 2.5 → 2.5."""
    return int(number) if number == int(number) else number


def parse_work_mark(value):
    """A mark from 2 to 5, or None for anything else («нет отметки», an empty cell)."""
    text = clean(value)
    return int(text) if text in ("2", "3", "4", "5") else None


def parse_task_heading(value):
    """``FileTask`` of «4К1 (3б)», or None for another heading."""
    found = TASK_HEADING.fullmatch(_without_word(value))
    if not found:
        return None
    return FileTask(task_label(found[1]), whole(float(found[2].replace(",", "."))))


def parse_task_label(value):
    """``FileTask`` without a maximum of a heading such as «9.1» or «4К1», or None."""
    text = _without_word(value)
    return FileTask(task_label(text), 0) if TASK_LABEL.fullmatch(text) else None


def _without_word(value):
    return TASK_WORD.sub("", clean(value).rstrip(MARKS_AFTER))


def find_tasks(cells):
    """``{index: Task}`` of a heading; empty when no cell tells the maximum of a task.

    A heading without a maximum among those that have one is a task as well, of maximum 0. Of two
    tasks with one number the later gets a number of its own.
    """
    tasks = {i: task for i, cell in enumerate(cells) if (task := parse_task_heading(cell))}
    if tasks:
        between = range(min(tasks), max(tasks) + 1)
        tasks |= {
            i: task for i in between if i not in tasks and (task := parse_task_label(cells[i]))
        }
    return with_own_numbers(tasks)


def with_own_numbers(tasks):
    """``{index: Task}`` in order; of two with one number the later gets a number of its own."""
    numbers, found = set(), {}
    for place, task in sorted(tasks.items()):
        number, copies = task.number, 1
        while number in numbers:
            copies += 1
            number = f"{task.number}-{copies}"
        numbers.add(number)
        found[place] = task._replace(number=number)
    return found


def guess_maxima(tasks, rows):
    """The tasks; a maximum that the file does not tell is the best points of its ``WorkRow``s."""
    found = []
    for place, task in enumerate(tasks):
        if not task.maximum:
            best = [row.points[place] or 0 for row in rows if row.points]
            task = task._replace(maximum=max([1, *best]), guessed=True)
        found.append(task)
    return tuple(found)


def guessed_numbers(tasks):
    """The numbers of the tasks whose greatest points are only the best of the file, in words."""
    return ", ".join(task.number for task in tasks if task.guessed)


def task_label(text):
    """A number of a task in one spelling: «9(1)» → «9.1», «11.3 k1» → «11.3К1»."""
    text = IN_BRACKETS.sub(r".\1", clean(text).replace(" ", "").replace(",", "."))
    return text.upper().translate(LOOK_ALIKES)


def parse_scale(text):
    """``((lowest points, mark), …)`` of «2» — 0–3; «3» — 4–5…; empty when there is none."""
    return tuple(sorted((int(low), int(mark)) for mark, low, _high in BAND.findall(clean(text))))


def read_points(notes, row, tasks, step=1):
    """Points of a row by task, or None after noting a problem.

    :param tasks: ``{index of the column: Task}``
    :param step: what points are multiples of, 1 or 0.5
    """
    points = []
    for place, task in tasks.items():
        cell = row[place] if place < len(row) else ""
        try:
            points.append(parse_points(cell, task.maximum, step))
        except BadValue:
            params = {"task": task.number, "max": task.maximum or MOST}
            notes.note("bad_points", place, clean(cell), **params)
    return tuple(points) if len(points) == len(tasks) else None


def check_total(notes, cell, place, points):
    """Name a total of the file that is not the sum of the points; an empty one says nothing."""
    counted = sum(score or 0 for score in points)
    if cell == UNCOUNTED:
        return
    try:
        total = parse_number(cell)
    except BadValue:
        total = -1
    if total is not None and total != counted:
        notes.note("total_mismatch", place, clean(cell), total=clean(cell), points=whole(counted))


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

    def report_guessed(self, tasks):
        """Say of which tasks the greatest points are only the best of the file."""
        if guessed := guessed_numbers(tasks):
            self.row = 0
            self.note("guessed_maximum", tasks=guessed)

    def take(self, places):
        """The cells of the current row were read; ``places``: an index or several."""
        self.sheet.take_row(self.row - 1, places)

    def leave(self, places, reason):
        """The cells of the current row hold nothing to read, see ``accounting.REASONS``."""
        self.sheet.leave(self.row - 1, places, reason)
