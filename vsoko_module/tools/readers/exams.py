"""Protocols of state exams: short answers as «+-», extended ones as «2(3)»."""

import re

from .accounting import PERSONAL, SERVICE
from .cells import BadValue, parse_date
from .layout import Extract
from .listing import Listing
from .names import clean, fold
from .titles import Titles
from .works import PRESENT, Task, Work, WorkRow, line_value, parse_work_mark

LABELS = {
    "class_name": "Класс",
    "surname": "Фамилия",
    "first_name": "Имя",
    "patronymic": "Отчество",
    "short": "Задания с кратким ответом",
    "long": "Задания с развёрнутым ответом",
    "total": "Первичный балл",
    "mark": "Оценка",
    "test_score": "Балл",
    "name": "Фамилия",
}
ALIASES = {
    "class_name": ("класс",),
    "surname": ("фамилия",),
    "first_name": ("имя",),
    "patronymic": ("отчество",),
    "short": ("задания с кратким ответом",),
    "long": ("задания с развернутым ответом",),
    "total": ("первичный балл",),
    "mark": ("оценка", "отметка"),
    "test_score": ("балл", "тестовый балл", "итоговый балл"),
}
IGNORED = {
    PERSONAL: ("серия", "номер"),
    SERVICE: ("код оо", "код ппэ", "код мсу", "код регистрации", "аудитория"),
}
LISTING = Listing(
    LABELS,
    ALIASES,
    required=("surname", "first_name", "short", "total", ("mark", "test_score")),
    ignored=IGNORED,
)
SHORT = re.compile(r"[+\-−–\d]*")
LONG = re.compile(r"(?:\d+\(\d+\))*")
ONE_LONG = re.compile(r"(\d+)\((\d+)\)")
YEAR = re.compile(r"(20\d\d)")


def recognises(sheets, word):
    """Whether a sheet has the heading of a protocol below a title with this word."""
    return any(
        word in fold(clean(cell))
        for above in LISTING.above(sheets)
        for row in above
        for cell in row
    )


def extract_exam(key, procedure, sheets, today):
    """``Extract`` of ``WorkRow``; the tasks of the work are those of the answers."""
    reader = LISTING.first_reader(sheets, today)
    answers = reader.records(_answers)
    tasks = _tasks(answers)
    guessed = [task.number for task in tasks if task.answer == "short" and task.maximum > 1]
    if guessed:
        reader.row_number = 0
        reader.problem("guessed_maximum", tasks=", ".join(guessed))
    rows = [row for answer in answers if (row := _row(reader, answer, tasks))]
    titles, work = _work(reader.above, procedure, tasks, today)
    return Extract(key, titles, rows, tuple(reader.problems), work)


def _work(rows, procedure, tasks, today):
    subject = re.sub(r"^\d+\s*[—–-]\s*", "", line_value(rows, "предмет"))
    minimum = line_value(rows, "минимальный балл")
    try:
        day = parse_date(line_value(rows, "дата экзамена"), today)
    except BadValue:
        day = None
    found = YEAR.search(" ".join(clean(cell) for row in rows for cell in row))
    titles = Titles(year=int(found[1]) - 1 if found else None, subject=subject)
    work = Work(
        procedure,
        subject=subject,
        day=day,
        tasks=tasks,
        minimum=int(minimum) if minimum.isdigit() else 0,
    )
    return titles, work


def _answers(reader, number):
    """``(row number, facts, short answers, [(points, maximum)])`` unless there is a problem."""
    name, class_name = reader.person(), reader.class_name()
    short, extended = reader.text("short").replace(" ", ""), reader.text("long").replace(" ", "")
    for field, pattern, text in (("short", SHORT, short), ("long", LONG, extended)):
        if not pattern.fullmatch(text):
            reader.problem("bad_answers", field, text)
    total, score = reader.number("total"), reader.number("test_score")
    mark = parse_work_mark(reader.raw("mark"))
    if reader.ok:
        points = [(int(got), int(most)) for got, most in ONE_LONG.findall(extended)]
        facts = (name, class_name, total, mark, None if score is None else int(score))
        yield number, facts, short, points


def _tasks(answers):
    """Tasks by the answers of all: a digit in place of a plus means a task of several points."""
    count = max((len(short) for _n, _f, short, _l in answers), default=0)
    tasks = []
    for place in range(count):
        signs = [short[place] for _n, _f, short, _l in answers if place < len(short)]
        digits = [int(sign) for sign in signs if sign.isdigit()]
        tasks.append(Task(str(place + 1), max([2, *digits]) if digits else 1, answer="short"))
    longest = max((points for *_rest, points in answers), key=len, default=[])
    tasks += [
        Task(str(count + place), maximum, answer="long")
        for place, (_points, maximum) in enumerate(longest, start=1)
    ]
    return tuple(tasks)


def _row(reader, answer, tasks):
    number, (name, class_name, total, mark, score), short, extended = answer
    reader.row_number = number
    points = [_short_points(sign) for sign in short] + [got for got, _most in extended]
    if len(points) != len(tasks):
        return reader.problem("bad_answers", "short", short)
    if total is not None and total != sum(points):
        reader.problem("total_mismatch", "total", total=clean(total), points=sum(points))
    return WorkRow(
        reader.sheet.name,
        number,
        name,
        "",
        class_name,
        PRESENT,
        points=tuple(points),
        mark=mark,
        test_score=score,
    )


def _short_points(sign):
    if sign == "+":
        return 1
    return int(sign) if sign.isdigit() else 0
