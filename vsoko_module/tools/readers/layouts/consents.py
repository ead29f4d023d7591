"""Consents about pupils, each given by its own document."""

import datetime
import re
from typing import NamedTuple

from ..layout import Extract, Layout
from ..listing import Listing
from ..names import ClassName, fold
from ..people_headings import PARTS, PUPILS
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
    "name": PUPILS,
    **PARTS,
    "class_name": ("класс",),
    "kind": (
        "вид согласия",
        "согласие",
        "согласие на",
        "на что дано согласие",
        "цель согласия",
        "наименование согласия",
        "предмет согласия",
    ),
    "given_by": (
        "кем дано",
        "кто дал",
        "родитель",
        "фио родителя",
        "законный представитель",
        "фио родителя законного представителя",
        "ф и о родителя",
        "фамилия имя отчество родителя",
        "фио законного представителя",
        "родитель законный представитель",
    ),
    "date": (
        "дата согласия",
        "дата",
        "дано",
        "от какого числа",
        "дата регистрации",
        "дата подписания",
        "дата получения",
        "дата подачи",
        "дата получения согласия",
    ),
    "date_until": (
        "действует до",
        "срок действия",
        "до какого числа",
        "срок действия согласия",
        "срок",
    ),
    "date_withdrawn": ("отозвано", "дата отзыва"),
}
REQUIRED = (("name", "surname"), "class_name", "kind", "given_by", "date")
LISTING = Listing(LABELS, ALIASES, required=REQUIRED)


NO_DAY = re.compile(
    r"(?:до|на (?:весь )?(?:период|срок|время)).*(?:обучен|отзыв|выпуск|оконч)|бессроч|до отзыва"
)


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
        date_until=_end(reader),
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


def _end(reader):
    """The last day; None where a consent holds until studies end or it is withdrawn."""
    return None if NO_DAY.match(fold(reader.text("date_until"))) else reader.date("date_until")


LAYOUT = Layout(
    KEY,
    title="Consents",
    order=60,
    recognise=LISTING.recognise,
    extract=extract,
    loader="consents",
)
