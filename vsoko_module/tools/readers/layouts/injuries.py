"""The register of accidents of pupils, by the columns of the order 602 of 2017."""

import datetime
import re
from typing import NamedTuple

from ..accounting import PERSONAL, ROW_NUMBER
from ..cells import BadValue, parse_date
from ..layout import Extract, Layout
from ..listing import Listing
from ..missed_days import read_whole
from ..names import ClassName, clean
from ..people_headings import INJURED, PARTS
from ..pupil_values import parse_outcome, parse_place
from ..titles import read_titles

KEY = "injuries"
LABELS = {
    "number": "Номер",
    "date": "Дата происшествия",
    "time": "Время",
    "name": "ФИО пострадавшего",
    "class_name": "Класс",
    "place": "Место",
    "place_kind": "Вид места",
    "happening": "Вид происшествия",
    "circumstances": "Обстоятельства и причины",
    "act_number": "Номер акта",
    "act_date": "Дата акта",
    "days_lost": "Дней нетрудоспособности",
    "outcome": "Последствия",
    "measures": "Принятые меры",
}
ALIASES = {
    "number": ("номер", "номер по журналу", "номер случая"),
    "date": (
        "дата происшествия",
        "дата",
        "дата несчастного случая",
        "дата и время",
        "дата и время несчастного случая",
        "дата и время происшествия",
        "дата время",
    ),
    "time": ("время", "время происшествия"),
    "name": INJURED,
    **PARTS,
    "class_name": ("класс", "класс группа"),
    "place": ("место", "место происшествия", "место несчастного случая"),
    "place_kind": ("вид места",),
    "happening": (
        "вид происшествия",
        "что произошло",
        "вид происшествия приведшего к несчастному случаю",
        "вид несчастного случая",
    ),
    "circumstances": (
        "обстоятельства и причины",
        "обстоятельства",
        "причины",
        "краткие обстоятельства и причины несчастного случая",
        "обстоятельства и причины несчастного случая",
        "описание обстоятельств при которых произошел несчастный случай",
        "обстоятельства несчастного случая",
        "краткие обстоятельства",
    ),
    "act_number": (
        "номер акта",
        "акт",
        "номер и дата акта",
        "номер и дата составления акта",
        "номер акта и дата его составления",
        "номер акта дата",
        "номер акта дата составления",
    ),
    "act_date": ("дата акта", "дата составления акта"),
    "days_lost": ("дней нетрудоспособности", "дни нетрудоспособности", "дней болезни"),
    "outcome": ("последствия", "последствия несчастного случая"),
    "measures": (
        "принятые меры",
        "меры",
        "принятые меры по устранению причин несчастного случая",
        "мероприятия по устранению причин",
    ),
}
REQUIRED = (("name", "surname"), "class_name", "date", "place", "happening")
DIAGNOSIS = (
    "диагноз",
    "характер полученных повреждений здоровья",
    "характер повреждений",
    "характер травмы",
    "вид травмы",
    "диагноз характер повреждений",
)
# a diagnosis is entered by the medic, who alone reads it with the director
LISTING = Listing(LABELS, ALIASES, required=REQUIRED, ignored={PERSONAL: DIAGNOSIS})
ACT = re.compile(r"(?:№\s*)?(\S+?)[\s,]+(?:от\s+)?(\d{1,2}\.\d{1,2}\.\d{2,4})(?:\s*г\.?)?")
TIME_BESIDE = re.compile(r"\d{4}\s*(?:г\.?)?,?\s+(?:в\s+)?(\d{1,2}[:.-]\d\d)(?!\d)")
CLOCK = re.compile(r"([01]?\d|2[0-3])[:.-]([0-5]\d)(?:[:.]\d\d)?")


class InjuryRow(NamedTuple):
    """One accident; ``time`` in hours, ``place_kind`` and ``outcome`` are codes of
    ``vsoko.injury``; None where a cell is empty."""

    sheet: str
    row: int
    number: str
    date: datetime.date
    time: float | None
    name: str
    class_name: ClassName
    place: str
    place_kind: str
    happening: str
    circumstances: str
    act_number: str
    act_date: datetime.date | None
    days_lost: int | None
    outcome: str | None
    measures: str


def extract(sheets, today):
    reader = LISTING.reader(sheets, today)
    rows = reader.records(_injury)
    return Extract(KEY, read_titles(reader.above), rows, tuple(reader.problems))


def _injury(reader, number):
    row = InjuryRow(
        reader.sheet.name,
        number,
        number=_number(reader),
        date=reader.date("date", last=reader.today),
        time=_time(reader),
        name=reader.person(),
        class_name=reader.class_name(),
        place=reader.text("place", required=True),
        place_kind=_kind_of_place(reader),
        happening=reader.text("happening", required=True),
        circumstances=reader.free_text("circumstances"),
        **_act(reader),
        days_lost=read_whole(reader, "days_lost"),
        outcome=reader.value("outcome", parse_outcome),
        measures=reader.free_text("measures"),
    )
    for field in ("number", "date", "place_kind"):
        if reader.ok and not getattr(row, field):
            reader.problem("missing_value", field, field=f"«{LABELS[field]}»")
    if reader.ok:
        yield row


def _time(reader):
    """The time of its own column, else the one beside the day."""
    if reader.column("time"):
        return reader.value("time", _clock)
    cell = reader.raw("date")
    if isinstance(cell, datetime.datetime):
        return cell.hour + cell.minute / 60 or None
    found = TIME_BESIDE.search(clean(cell))
    return _clock(found[1]) if found else None


def _number(reader):
    """The number in the register; in its form the column of the numbers of the rows."""
    if reader.column("number"):
        return reader.text("number")
    row = reader.sheet.rows[reader.row_number - 1]
    places = [place for place, reason in reader.block.ignored if reason == ROW_NUMBER]
    return clean(row[places[0]]) if places and places[0] < len(row) else ""


def _act(reader):
    """Number and day of the act, which may stand in one cell: «№ 1 от 14.11.2025»."""
    text = reader.text("act_number")
    day = reader.date("act_date", last=reader.today, optional=True)
    found = None if reader.column("act_date") else ACT.fullmatch(text)
    if not found:
        return {"act_number": text, "act_date": day}
    try:
        return {"act_number": found[1], "act_date": parse_date(found[2], reader.today)}
    except BadValue:
        return {"act_number": text, "act_date": None}


def _kind_of_place(reader):
    """What the column says, else what the words of the place say; None when neither does."""
    if reader.text("place_kind"):
        return reader.value("place_kind", parse_place)
    try:
        return parse_place(reader.text("place"))
    except BadValue:
        return None


def _clock(cell):
    """Hours of a time of day: «10:30» → 10.5."""
    if isinstance(cell, datetime.time):
        return cell.hour + cell.minute / 60
    text = clean(cell)
    found = CLOCK.fullmatch(text)
    if text and not found:
        raise BadValue("bad_time")
    return int(found[1]) + int(found[2]) / 60 if found else None


LAYOUT = Layout(
    KEY,
    title="Accidents of pupils",
    order=60,
    recognise=LISTING.recognise,
    extract=extract,
    loader="injuries",
)
