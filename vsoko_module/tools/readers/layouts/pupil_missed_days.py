"""Missed days of the pupils of a class in a period, as an electronic journal sums them up."""

from typing import NamedTuple

from ..layout import Asked, Extract, Layout
from ..listing import Listing
from ..missed_days import ALIASES as MISSED
from ..missed_days import LABELS as MISSED_LABELS
from ..missed_days import is_total_row, read_missed
from ..names import ClassName
from ..people_headings import PARTS, PUPILS
from ..titles import PeriodName, read_titles
from .class_absences import lessons_problem

KEY = "pupil_missed_days"
LABELS = {"name": "ФИО", "class_name": "Класс"} | MISSED_LABELS
ALIASES = {
    "name": PUPILS,
    **PARTS,
    "class_name": ("класс",),
} | MISSED  # fmt: skip
LISTING = Listing(LABELS, ALIASES, required=(("name", "surname"), "illness"))


class PupilMissedDaysRow(NamedTuple):
    """What one pupil missed in a period; None where a cell is empty.

    ``class_name`` and ``period`` are None when neither the row nor the titles name them.
    """

    sheet: str
    row: int
    name: str
    class_name: ClassName | None
    illness: int | None
    permitted: int | None
    unexcused: int | None
    illness_lessons: int | None
    permitted_lessons: int | None
    unexcused_lessons: int | None
    period: PeriodName | None


def extract(sheets, today):
    reader = LISTING.reader(sheets, today)
    titles = read_titles(reader.above)
    refused = lessons_problem(reader)
    if refused:
        return Extract(KEY, titles, [], (refused,))
    rows = reader.records(lambda reader, number: _pupil(reader, number, titles))
    return Extract(KEY, titles, rows, tuple(reader.problems))


def _pupil(reader, number, titles):
    if is_total_row(reader, "name", "surname"):
        return
    is_named = reader.column("class_name") or reader.section
    row = PupilMissedDaysRow(
        reader.sheet.name,
        number,
        name=reader.person(),
        class_name=reader.class_name() if is_named else titles.class_name,
        **read_missed(reader),
        period=titles.period,
    )
    if reader.ok:
        yield row


LAYOUT = Layout(
    KEY,
    title="Missed days of pupils in a period",
    order=60,
    recognise=LISTING.recognise,
    extract=extract,
    loader="pupil_missed_days",
    asks=frozenset({Asked.CLASS, Asked.PERIOD}),
)
