"""The list of contests, publications and other events of the staff."""

from datetime import date
from typing import NamedTuple

from ..accounting import ELSEWHERE
from ..layout import Extract, Layout
from ..listing import Listing
from ..people_headings import PARTS, STAFF
from ..register_values import parse_event_kind, parse_event_level, parse_event_result
from ..titles import read_titles

KEY = "staff_events"
LABELS = {
    "name": "ФИО педагога",
    "kind": "Вид мероприятия",
    "title": "Мероприятие",
    "level": "Уровень",
    "result": "Результат",
    "date": "Дата",
    "link": "Ссылка",
}
ALIASES = {
    "name": STAFF,
    **PARTS,
    "kind": ("вид мероприятия", "вид участия", "форма участия", "вид"),
    "title": ("мероприятие", "название мероприятия", "название", "наименование мероприятия"),
    "level": ("уровень", "уровень мероприятия"),
    "result": ("результат", "результат участия", "итог"),
    "date": ("дата", "дата проведения"),
    "link": ("ссылка", "адрес публикации"),
}
LISTING = Listing(
    LABELS,
    ALIASES,
    required=(("name", "surname"), "kind", "title", "level", "date"),
    ignored={ELSEWHERE: ("должность", "предмет")},
)
FIRST_DAY = date(1960, 1, 1)


class EventRow(NamedTuple):
    """One event of one person; kind, level and result are codes of ``vsoko.staff.event``."""

    sheet: str
    row: int
    name: str
    kind: str
    title: str
    level: str
    result: str | None
    date: date
    link: str


def extract(sheets, today):
    reader = LISTING.reader(sheets, today)
    rows = reader.records(_event)
    return Extract(KEY, read_titles(reader.above), rows, tuple(reader.problems))


def _event(reader, number):
    row = EventRow(
        reader.sheet.name,
        number,
        name=reader.person(),
        kind=reader.value("kind", parse_event_kind),
        title=reader.text("title", required=True),
        level=reader.value("level", parse_event_level),
        result=reader.value("result", parse_event_result),
        date=reader.date("date", FIRST_DAY, reader.today),
        link=reader.text("link"),
    )
    for field in ("kind", "level", "date"):
        if reader.ok and not getattr(row, field):
            reader.problem("missing_value", field, field=f"«{LABELS[field]}»")
    if reader.ok:
        yield row


LAYOUT = Layout(
    KEY,
    title="Events of staff",
    order=27,
    recognise=LISTING.recognise,
    extract=extract,
    loader="staff_events",
)
