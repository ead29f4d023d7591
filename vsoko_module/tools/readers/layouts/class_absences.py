"""Missed days by classes, as the report of an electronic journal gives them."""

from typing import NamedTuple

from ..layout import Asked, Extract, Layout
from ..listing import Listing
from ..names import ClassName
from ..titles import PeriodName, read_titles

KEY = "class_absences"
LABELS = {
    "class_name": "Класс",
    "illness": "По болезни, дней",
    "permitted": "По уважительной причине, дней",
    "unexcused": "Без уважительной причины, дней",
}
ALIASES = {
    "class_name": ("класс",),
    "illness": ("по болезни дней", "по болезни", "пропущено дней по болезни", "болезнь"),
    "permitted": (
        "по уважительной причине дней",
        "по уважительной причине",
        "по уважительным причинам",
        "уважительная",
    ),
    "unexcused": (
        "без уважительной причины дней",
        "без уважительной причины",
        "по неуважительной причине",
        "без причины",
        "прогулы",
    ),
}
REASONS = ("illness", "permitted", "unexcused")
LISTING = Listing(LABELS, ALIASES, required=("class_name", "illness"))


class ClassAbsenceRow(NamedTuple):
    """Days that the pupils of a class missed in a period; None where a cell is empty.

    ``period``: of the titles above, None when they are silent.
    """

    sheet: str
    row: int
    class_name: ClassName
    illness: int | None
    permitted: int | None
    unexcused: int | None
    period: PeriodName | None


def extract(sheets, today):
    reader = LISTING.reader(sheets, today)
    titles = read_titles(reader.above)
    rows = reader.records(lambda reader, number: _class(reader, number, titles))
    return Extract(KEY, titles, rows, tuple(reader.problems))


def _class(reader, number, titles):
    days = {reason: _days(reader, reason) for reason in REASONS}
    row = ClassAbsenceRow(
        reader.sheet.name,
        number,
        class_name=reader.class_name(),
        **days,
        period=titles.period,
    )
    if reader.ok:
        yield row


def _days(reader, field):
    """A whole number of days, None when the cell is empty."""
    number = reader.number(field, optional=True)
    if number is not None and (number < 0 or number != int(number)):
        reader.problem("bad_days", field, str(number))
        return None
    return None if number is None else int(number)


LAYOUT = Layout(
    KEY,
    title="Missed days by classes",
    order=60,
    recognise=LISTING.recognise,
    extract=extract,
    loader="class_absences",
    asks=frozenset({Asked.PERIOD}),
)
