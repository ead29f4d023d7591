"""The list of the first days of pedagogic work, with its breaks."""

from datetime import date
from typing import NamedTuple

from ..accounting import COUNTED, ELSEWHERE
from ..layout import Extract, Layout
from ..listing import Listing
from ..people_headings import PARTS, STAFF
from ..titles import read_titles

KEY = "staff_experience"
LABELS = {
    "name": "ФИО",
    "date_from": "Педагогическая работа с",
    "gap_from": "Перерыв с",
    "gap_to": "Вернулся(ась)",
    "reason": "Причина перерыва",
}
ALIASES = {
    "name": STAFF,
    **PARTS,
    "date_from": (
        "педагогическая работа с",
        "начало педагогической работы",
        "начало педагогической деятельности",
        "дата начала педагогической работы",
        "дата начала педагогической деятельности",
        "дата начала педагогического стажа",
        "начало педагогического стажа",
        "педагогический стаж с",
        "начало стажа",
    ),
    "gap_from": ("перерыв с", "начало перерыва", "дата начала перерыва"),
    "gap_to": ("вернулся ась", "перерыв по", "перерыв до", "конец перерыва", "окончание перерыва"),
    "reason": ("причина перерыва", "причина"),
}
YEARS = (
    "стаж",
    "педагогический стаж",
    "пед стаж",
    "педстаж",
    "стаж лет",
    "стаж педагогический",
    "стаж педагогический лет",
    "педагогический стаж лет",
)
LISTING = Listing(
    LABELS,
    ALIASES,
    required=(("name", "surname"), "date_from"),
    ignored={COUNTED: YEARS, ELSEWHERE: ("должность", "предмет", "преподаваемые предметы")},
)
FIRST_DAY = date(1950, 1, 1)


class ExperienceRow(NamedTuple):
    """When the pedagogic work of a person began, and one break of it, if any.

    A person with several breaks has several rows; the first day need not be repeated in them.
    """

    sheet: str
    row: int
    name: str
    date_from: date | None
    gap_from: date | None
    gap_to: date | None
    reason: str


def extract(sheets, today):
    reader = LISTING.reader(sheets, today)
    rows = reader.records(_person)
    return Extract(KEY, read_titles(reader.above), rows, tuple(reader.problems))


def _person(reader, number):
    row = ExperienceRow(
        reader.sheet.name,
        number,
        name=reader.person(),
        date_from=reader.date("date_from", FIRST_DAY, reader.today, or_year=True),
        gap_from=reader.date("gap_from", FIRST_DAY, reader.today),
        gap_to=reader.date("gap_to", FIRST_DAY),
        reason=reader.text("reason"),
    )
    if reader.ok and not (row.date_from or row.gap_from):
        reader.problem("missing_value", "date_from", field=f"«{LABELS['date_from']}»")
    if reader.ok and row.gap_to and not row.gap_from:
        reader.problem("missing_value", "gap_from", field=f"«{LABELS['gap_from']}»")
    if reader.ok and row.gap_to and row.gap_to <= row.gap_from:
        reader.problem("dates_reversed", "gap_to", f"{row.gap_to:%d.%m.%Y}")
    if reader.ok:
        yield row


LAYOUT = Layout(
    KEY,
    title="Pedagogic experience of staff",
    order=25,
    recognise=LISTING.recognise,
    extract=extract,
    loader="staff_experience",
)
