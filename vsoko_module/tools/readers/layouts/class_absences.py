"""Missed days by classes, as the report of an electronic journal gives them."""

from typing import NamedTuple

from ..accounting import COUNTED
from ..layout import Asked, Extract, Layout
from ..listing import Listing
from ..missed_days import ALIASES as MISSED
from ..missed_days import LABELS as MISSED_LABELS
from ..missed_days import are_lessons, is_total_row, read_missed
from ..names import ClassName, clean
from ..problem import Problem
from ..titles import PeriodName, read_titles

KEY = "class_absences"
LABELS = {"class_name": "Класс"} | MISSED_LABELS
ALIASES = {"class_name": ("класс", "классы", "наименование класса")} | MISSED
PUPILS = ("количество учащихся", "кол во учащихся", "учащихся", "всего учащихся", "кол во уч ся",
          "количество обучающихся", "обучающихся", "численность")  # fmt: skip
LISTING = Listing(LABELS, ALIASES, required=("class_name", "illness"), ignored={COUNTED: PUPILS})


class ClassAbsenceRow(NamedTuple):
    """What the pupils of a class missed in a period; None where a cell is empty.

    ``period``: of the titles above, None when they are silent.
    """

    sheet: str
    row: int
    class_name: ClassName
    illness: int | None
    permitted: int | None
    unexcused: int | None
    illness_lessons: int | None
    permitted_lessons: int | None
    unexcused_lessons: int | None
    period: PeriodName | None


def recognise(sheets):
    """0.9 for such a report: one with the names of pupils has these columns too."""
    return 0.9 * LISTING.recognise(sheets)


def extract(sheets, today):
    reader = LISTING.reader(sheets, today)
    titles = read_titles(reader.above)
    refused = lessons_problem(reader)
    if refused:
        return Extract(KEY, titles, [], (refused,))
    rows = reader.records(lambda reader, number: _class(reader, number, titles))
    return Extract(KEY, titles, rows, tuple(reader.problems))


def lessons_problem(reader):
    """The ``Problem`` of a report that tells missed lessons and no days; None of another one."""
    header, rows = reader.block.header, reader.sheet.rows
    place = header.columns["illness"]
    heading = " ".join(
        clean(rows[row][place])
        for row in range(header.row, header.last + 1)
        if place < len(rows[row])
    )
    if not are_lessons(reader.above, heading):
        return None
    return Problem("lessons_only", reader.sheet.name, header.row + 1, place + 1, heading)


def _class(reader, number, titles):
    if is_total_row(reader, "class_name"):
        return
    row = ClassAbsenceRow(
        reader.sheet.name,
        number,
        class_name=reader.class_name(),
        **read_missed(reader),
        period=titles.period,
    )
    if reader.ok:
        yield row


LAYOUT = Layout(
    KEY,
    title="Missed days by classes",
    order=60,
    recognise=recognise,
    extract=extract,
    loader="class_absences",
    asks=frozenset({Asked.PERIOD}),
)
