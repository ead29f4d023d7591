"""Levels of upbringing by classes: how many pupils have which, without names."""

from datetime import date
from typing import NamedTuple

from ..accounting import COUNTED, ELSEWHERE
from ..layout import Asked, Extract, Layout
from ..listing import Listing
from ..missed_days import is_total_row, read_whole
from ..names import ClassName
from ..pupil_values import parse_studied
from ..titles import read_titles

KEY = "upbringing"
LABELS = {
    "class_name": "Класс",
    "kind": "Что изучали",
    "date": "Дата",
    "high": "Высокий уровень, чел.",
    "middle": "Средний уровень, чел.",
    "low": "Низкий уровень, чел.",
    "method": "Методика",
}
ALIASES = {
    "class_name": ("класс",),
    "kind": ("что изучали", "что изучалось"),
    "date": ("дата", "дата диагностики"),
    "high": ("высокий уровень чел", "высокий уровень", "высокий", "высокий чел"),
    "middle": ("средний уровень чел", "средний уровень", "средний", "средний чел"),
    "low": ("низкий уровень чел", "низкий уровень", "низкий", "низкий чел"),
    "method": ("методика",),
}
PERCENT = ("%", *(f"{level} %" for level in ("высокий", "средний", "низкий")))
LEVELS = ("high", "middle", "low")
PUPILS = (
    "всего",
    "количество учащихся",
    "обследовано",
    "приняли участие",
    "всего чел",
    "кол во учащихся",
    "количество обучающихся",
    "кол во обучающихся",
    "кол во уч ся",
)
LISTING = Listing(
    LABELS,
    ALIASES,
    required=("class_name", *LEVELS),
    ignored={COUNTED: (*PUPILS, *PERCENT), ELSEWHERE: ("классный руководитель",)},
)


class UpbringingRow(NamedTuple):
    """Pupils of a class by levels; ``kind`` is a code of ``vsoko.upbringing``.

    ``date``: of the row, else «на 31.12.2025» of the titles; None where neither says it.
    """

    sheet: str
    row: int
    class_name: ClassName
    kind: str
    date: date | None
    high: int
    middle: int
    low: int
    method: str


def extract(sheets, today):
    reader = LISTING.reader(sheets, today)
    titles = read_titles(reader.above)
    rows = reader.records(lambda reader, number: _class(reader, number, titles))
    return Extract(KEY, titles, rows, tuple(reader.problems))


def _class(reader, number, titles):
    if is_total_row(reader, "class_name"):
        return
    row = UpbringingRow(
        reader.sheet.name,
        number,
        class_name=reader.class_name(),
        kind=reader.value("kind", parse_studied) or "upbringing",
        date=reader.date("date", last=reader.today) or titles.day,
        **{level: read_whole(reader, level) or 0 for level in LEVELS},
        method=reader.text("method"),
    )
    if reader.ok and not (row.high or row.middle or row.low):
        reader.problem("missing_value", "high", field=f"«{LABELS['high']}»")
    if reader.ok:
        yield row


LAYOUT = Layout(
    KEY,
    title="Levels of upbringing by classes",
    order=60,
    recognise=LISTING.recognise,
    extract=extract,
    loader="upbringing",
    asks=frozenset({Asked.DAY}),
)
