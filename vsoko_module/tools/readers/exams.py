"""Protocols of state exams: short answers as «+-», extended ones as «2(3)» or «2 1 2»."""

import re

from .accounting import COUNTED, PERSONAL, SERVICE
from .exam_titles import read_exam_titles
from .layout import Extract
from .listing import Listing
from .names import clean, fold
from .refusals import Refused
from .works import ABSENT, PRESENT, FileTask, WorkRow, guessed_numbers, parse_work_mark

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
    "name": "ФИО",
}
ALIASES = {
    "class_name": ("класс",),
    "surname": ("фамилия",),
    "first_name": ("имя",),
    "patronymic": ("отчество",),
    "name": ("фио", "ф и о", "фио участника", "участник", "фамилия имя отчество"),
    "short": ("задания с кратким ответом", "краткие ответы"),
    "long": ("задания с развернутым ответом", "развернутые ответы"),
    "total": ("первичный балл",),
    "mark": ("оценка", "отметка"),
    "test_score": ("балл", "тестовый балл", "итоговый балл"),
}
IGNORED = {
    PERSONAL: ("серия", "номер", "документ"),
    COUNTED: ("процент выполнения", "процент", "%", "% выполнения"),
    SERVICE: ("код оо", "код ппэ", "код мсу", "код регистрации", "аудитория", "ппэ"),
}
LISTING = Listing(
    LABELS,
    ALIASES,
    required=(("name", "surname"), "short", "total", ("mark", "test_score")),
    ignored=IGNORED,
)
SUMMARY = Listing(LABELS, ALIASES, required=(("name", "surname"),))
SHORT = re.compile(r"[+\-−–\d]*")
ONE_LONG = re.compile(r"(\d+|[xх+-])\((\d+)\)", re.IGNORECASE)
LONG = re.compile(rf"(?:{ONE_LONG.pattern})*", re.IGNORECASE)
SPACED = re.compile(r"(?:\d{1,2}|[xх-])(?: (?:\d{1,2}|[xх-]))*", re.IGNORECASE)
# words in place of the points, and what they say of the participant
AWAY = re.compile(r"(?:не ?яв|отсут|не пришел|н/я)")
UNFINISHED = re.compile(r"(?:не заверш|удален|аннул|не засчит|без результата|не допущен)")
LAST_GRADE_OF_OGE = 10


def recognise_exam(sheets, procedure):
    """How sure it is that the sheets are a protocol of the exam; see ``find_procedure``."""
    if any(True for _above in LISTING.above(sheets)):
        return 1 if find_procedure(sheets) == procedure else 0
    return 0.6 if procedure == "ege" and is_summary(sheets) else 0


def find_procedure(sheets):
    """ "oge" or "ege": by the titles, else by the kind of the result and the grades."""
    titles = [fold(clean(cell)) for above in LISTING.above(sheets) for row in above for cell in row]
    for procedure, word in (("oge", "огэ"), ("ege", "егэ")):
        if any(word in text for text in titles):
            return procedure
    reader = LISTING.first_reader([_copy(sheet) for sheet in sheets], None)
    if reader.column("test_score"):
        return "ege"
    grades = [name.grade for _row in reader.rows() if (name := reader.class_name())]
    return "ege" if grades and min(grades) > LAST_GRADE_OF_OGE else "oge"


def _copy(sheet):
    # looking is no reading: the account of the sheet stays as it is
    return type(sheet)(sheet.name, sheet.rows)


def is_summary(sheets):
    """Whether it is a table of people and subjects: results of exams without answers."""
    return any(
        "егэ" in text or "огэ" in text
        for above in SUMMARY.above(sheets)
        for row in above
        for cell in row
        if (text := fold(clean(cell)))
    )


def extract_exam(key, procedure, sheets, today):
    """``Extract`` of ``WorkRow``; the tasks of the work are those of the answers."""
    if not any(True for _above in LISTING.above(sheets)) and is_summary(sheets):
        raise Refused("exam_summary")

    def about(above):
        work = read_exam_titles(above, procedure, (), today)[1]
        return work.subject, work.day

    reader = LISTING.reader_alike(sheets, today, about)
    answers = reader.records(_answers)
    tasks = _tasks([answer for _block, answer in answers])
    if guessed := guessed_numbers(tasks):
        reader.row_number = 0
        reader.problem("guessed_maximum", tasks=guessed)
    rows = [row for answer in answers if (row := _row(reader, *answer, tasks))]
    titles, work = read_exam_titles(reader.above, procedure, tasks, today)
    return Extract(key, titles, rows, tuple(reader.problems), work)


def _answers(reader, number):
    """``(table, (row number, facts, short answers, [(points, maximum)]))`` unless a problem.

    Of who has no answers the short ones are None. A maximum that is not told is 0.
    """
    name, class_name = reader.person(), reader.class_name()
    state = _state(reader)
    short, extended = _short(reader), _extended(reader)
    if state:
        facts = (name, class_name, state, None, None, None)
        if reader.ok:
            yield reader.block, (number, facts, None, [])
        return
    total, score = reader.number("total"), reader.number("test_score")
    mark = parse_work_mark(reader.raw("mark"))
    if reader.ok:
        facts = name, class_name, "", total, mark, _whole(score)
        yield reader.block, (number, facts, short, extended)


def _whole(score):
    return None if score is None else int(score)


def _state(reader):
    """What the row says of a participant without a result, "" for one who has answers."""
    fields = ("short", "long", "total", "mark", "test_score")
    texts = {field: reader.text(field) for field in fields}
    words = [text for text in texts.values() if is_state(text)]
    if words:
        return words[0]
    if not any(texts.values()):
        reader.problem("did_not_write", "short")
        return "-"
    return ""


def is_state(text):
    """Whether a text in place of a result says why there is none: «н/я», «не завершил»."""
    folded = fold(text)
    return bool(AWAY.match(folded) or UNFINISHED.search(folded))


def _short(reader):
    text = reader.text("short").replace(" ", "")
    if not SHORT.fullmatch(text) and not is_state(text):
        reader.problem("bad_answers", "short", reader.text("short"))
    return text


def _extended(reader):
    """[(points or None, maximum)] of «2(3)X(1)» or of «2 X», which tells no maxima."""
    text = reader.text("long")
    together = text.replace(" ", "")
    if LONG.fullmatch(together):
        return [(_points(got), int(most)) for got, most in ONE_LONG.findall(together)]
    if SPACED.fullmatch(text):
        return [(_points(got), 0) for got in text.split(" ")]
    if not is_state(text):
        reader.problem("bad_answers", "long", text)
    return []


def _points(text):
    return int(text) if text.isdigit() else None


def _tasks(answers):
    """Tasks by the answers of all: a digit in place of a plus means a task of several points."""
    written = [(short, extended) for _n, _f, short, extended in answers if short is not None]
    count = max((len(short) for short, _long in written), default=0)
    tasks = []
    for place in range(count):
        signs = [short[place] for short, _long in written if place < len(short)]
        digits = [int(sign) for sign in signs if sign.isdigit()]
        maximum = max([2, *digits]) if digits else 1
        tasks.append(FileTask(str(place + 1), maximum, answer="short", guessed=maximum > 1))
    return tuple(tasks + _extended_tasks([extended for _short, extended in written], count))


def _extended_tasks(answers, count):
    tasks = []
    for place in range(max(map(len, answers), default=0)):
        column = [answer[place] for answer in answers if place < len(answer)]
        declared = max(most for _points, most in column)
        best = max([1, *(points for points, _most in column if points)])
        number = str(count + place + 1)
        tasks.append(FileTask(number, declared or best, answer="long", guessed=not declared))
    return tasks


def _row(reader, block, answer, tasks):
    if block is not reader.block:
        reader.open(block)
    number, (name, class_name, state, total, mark, score), short, extended = answer
    reader.row_number = number
    points = [_short_points(sign) for sign in short or ""] + [got for got, _most in extended]
    found = WorkRow(reader.sheet.name, number, name, "", class_name, ABSENT)
    if short is None:
        return found._replace(note="" if state == "-" else state)
    if len(points) != len(tasks):
        return reader.problem("bad_answers", "short", short)
    if total is not None and total != sum(filter(None, points)):
        params = {"total": clean(total), "points": sum(filter(None, points))}
        reader.problem("total_mismatch", "total", **params)
    return found._replace(attendance=PRESENT, points=tuple(points), mark=mark, test_score=score)


def _short_points(sign):
    if sign == "+":
        return 1
    return int(sign) if sign.isdigit() else 0
