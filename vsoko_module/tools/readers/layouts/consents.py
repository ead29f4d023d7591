"""Consents about pupils, each given by its own document."""

import datetime
from typing import NamedTuple

from ..layout import Extract, Layout
from ..listing import Listing
from ..names import ClassName
from ..pupil_values import parse_consent_kind
from ..titles import read_titles

KEY = "consents"
LABELS = {
    "name": "ФИО ученика",
    "class_name": "Класс",
    "kind": "Вид согласия",
    "given_by": "Кем дано",
    "date": "Дата согласия",
    "date_until": "Действует до",
    "date_withdrawn": "Отозвано",
}
ALIASES = {
    "name": ("фио ученика", "фио", "ф и о", "ученик", "обучающийся", "фамилия имя отчество"),
    "surname": ("фамилия",),
    "first_name": ("имя",),
    "patronymic": ("отчество",),
    "class_name": ("класс",),
    "kind": ("вид согласия", "согласие", "согласие на", "на что дано согласие"),
    "given_by": ("кем дано", "кто дал", "родитель", "фио родителя", "законный представитель"),
    "date": ("дата согласия", "дата", "дано", "от какого числа"),
    "date_until": ("действует до", "срок действия", "до какого числа"),
    "date_withdrawn": ("отозвано", "дата отзыва"),
}
REQUIRED = (("name", "surname"), "class_name", "kind", "given_by", "date")
LISTING = Listing(LABELS, ALIASES, required=REQUIRED)


class ConsentRow(NamedTuple):
    """One consent about one pupil; ``kind`` is a code of ``vsoko.consent``."""

    sheet: str
    row: int
    name: str
    class_name: ClassName
    kind: str
    given_by: str
    date: datetime.date
    date_until: datetime.date | None
    date_withdrawn: datetime.date | None


def extract(sheets, today):
    reader = LISTING.reader(sheets, today)
    rows = reader.records(_consent)
    return Extract(KEY, read_titles(reader.above), rows, tuple(reader.problems))


def _consent(reader, number):
    row = ConsentRow(
        reader.sheet.name,
        number,
        name=reader.person(),
        class_name=reader.class_name(),
        kind=reader.value("kind", parse_consent_kind),
        given_by=reader.text("given_by", required=True),
        date=reader.date("date", last=reader.today),
        date_until=reader.date("date_until"),
        date_withdrawn=reader.date("date_withdrawn", last=reader.today),
    )
    for field in ("kind", "date"):
        if reader.ok and not getattr(row, field):
            reader.problem("missing_value", field, field=f"«{LABELS[field]}»")
    for field in ("date_until", "date_withdrawn"):
        end = getattr(row, field)
        if reader.ok and end and end < row.date:
            reader.problem("dates_reversed", field, f"{end:%d.%m.%Y}")
    if reader.ok:
        yield row


LAYOUT = Layout(
    KEY,
    title="Consents",
    order=60,
    recognise=LISTING.recognise,
    extract=extract,
    loader="consents",
)
