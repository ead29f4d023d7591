"""A list of a work's results without tasks: a pupil a row, all points or the mark alone."""

from ..accounting import COUNTED
from ..layout import RESULTS, Extract, Layout
from ..listing import Listing
from ..work_titles import is_about_work, read_work_titles
from . import contingent, task_points
from .exam_list import read_result

KEY = "work_list"
LABELS = {
    "name": "ФИО",
    "surname": "Фамилия",
    "first_name": "Имя",
    "patronymic": "Отчество",
    "class_name": "Класс",
    "total": "Баллы",
    "mark": "Отметка",
    "journal_mark": "Отметка по журналу",
}
ALIASES = {field: contingent.ALIASES[field] for field in LABELS if field in contingent.ALIASES} | {
    "total": ("балл", "первичный балл", "набрано баллов", *task_points.ALIASES["total"]),
    "mark": (
        *task_points.ALIASES["mark"],
        *(
            f"{mark} {what}"
            for mark in ("отметка", "оценка")
            for what in ("впр", "за впр", "за работу")
        ),
    ),
    "journal_mark": (
        "отметка по журналу",
        "отметка за четверть",
        "оценка за четверть",
        "четвертная отметка",
        "отметка за полугодие",
        "отметка за предыдущую четверть",
    ),
}
RESULTS_OF = ("total", "mark")
IGNORED = {COUNTED: ("уровень", *task_points.IGNORED[COUNTED])}
LISTING = Listing(LABELS, ALIASES, (("name", "surname"), RESULTS_OF), IGNORED)


def recognise(sheets):
    # tasks say more of the same work
    if task_points.recognise(sheets):
        return 0
    return 0.95 if any(map(is_about_work, LISTING.above(sheets))) else 0


def extract(sheets, today):
    reader = LISTING.reader_alike(sheets, today, _about)
    rows = reader.records(lambda reader, number: read_result(reader, number, RESULTS_OF))
    titles, work = read_work_titles(reader.above, today)
    return Extract(KEY, titles, rows, tuple(reader.problems), work)


def _about(above):
    titles, work = read_work_titles(above, None)
    return work.subject, work.day, titles.class_name


LAYOUT = Layout(
    KEY,
    title="List of a work's results",
    order=72,
    recognise=recognise,
    extract=extract,
    loader="works",
    asks=RESULTS,
)
