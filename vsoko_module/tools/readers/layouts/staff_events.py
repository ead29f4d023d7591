"""The list of contests, publications and other events of the staff."""

import re
from datetime import date
from typing import NamedTuple

from ..accounting import ELSEWHERE
from ..headers import find_header
from ..layout import Extract, Layout
from ..listing import Listing
from ..names import clean, fold
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
# headings that say the kind of all events of the list
NAMED_BY_KIND = (
    "конкурс",
    "название конкурса",
    "наименование конкурса",
    "профессиональный конкурс",
    "название профессионального конкурса",
    "тема публикации",
    "название публикации",
    "название статьи",
    "тема выступления",
    "тема доклада",
    "тема открытого урока",
    "тема мастер класса",
)
ALIASES = {
    "name": STAFF,
    **PARTS,
    "kind": ("вид мероприятия", "вид участия", "форма участия", "вид"),
    "title": (
        "мероприятие",
        "название мероприятия",
        "название",
        "наименование мероприятия",
        *NAMED_BY_KIND,
    ),
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
OF_ONE_KIND = LISTING._replace(
    aliases=ALIASES | {"title": NAMED_BY_KIND},
    required=(("name", "surname"), "title", "level", "date"),
)
# achievements of pupils have such columns, too
OF_STAFF = re.compile(r"педагог|учител|преподавател|работник|сотрудник")
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


def recognise(sheets):
    """1 with a column of kinds, 0.9 when a heading says the kind and the people are the staff."""
    return 1 if LISTING.recognise(sheets) else 0.9 * any(map(_is_of_one_kind, sheets))


def _is_of_one_kind(sheet):
    header = find_header(sheet, OF_ONE_KIND.aliases, OF_ONE_KIND.required)
    texts = (cell for row in sheet.rows[: header.last + 1] for cell in row) if header else ()
    return any(isinstance(cell, str) and OF_STAFF.search(fold(cell)) for cell in texts)


def extract(sheets, today):
    is_of_one_kind = not LISTING.recognise(sheets) and any(map(_is_of_one_kind, sheets))
    reader = (OF_ONE_KIND if is_of_one_kind else LISTING).reader(sheets, today)
    rows = reader.records(_event)
    return Extract(KEY, read_titles(reader.above), rows, tuple(reader.problems))


def _event(reader, number):
    row = EventRow(
        reader.sheet.name,
        number,
        name=reader.person(),
        kind=reader.value("kind", parse_event_kind) or _kind_of_heading(reader),
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


def _kind_of_heading(reader):
    """What the heading of the titles says when no column does; None where there is one."""
    if reader.column("kind"):
        return None
    header = reader.block.header
    return parse_event_kind.find(clean(reader.sheet.rows[header.row][header.columns["title"]]))


LAYOUT = Layout(
    KEY,
    title="Events of staff",
    order=27,
    recognise=recognise,
    extract=extract,
    loader="staff_events",
)
