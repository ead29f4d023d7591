"""Graduates: their certificates, and where they went."""

from datetime import date
from typing import NamedTuple

from ..accounting import UNKEPT
from ..layout import Extract, Layout
from ..listing import Listing
from ..names import ClassName
from ..people_headings import GRADUATES, PARTS
from ..pupil_values import destination_of, parse_certificate, parse_mode, place_in
from ..titles import read_titles

KEY = "graduates"
LABELS = {
    "name": "ФИО выпускника",
    "class_name": "Класс",
    "certificate": "Аттестат",
    "gia_mode": "Форма ГИА",
    "destination": "Трудоустройство",
    "where": "Куда поступил",
    "institution": "Учреждение",
    "day": "Дата выдачи аттестата",
}
ALIASES = {
    "name": GRADUATES,
    **PARTS,
    "class_name": ("класс",),
    "certificate": ("аттестат", "вид аттестата"),
    "gia_mode": ("форма гиа", "гиа"),
    "destination": (
        "трудоустройство",
        "дальнейшее обучение",
        "дальнейшее обучение трудоустройство",
        "определение выпускника",
        "трудоустройство выпускника",
        "где учится работает",
    ),
    # beside the kind of the way it is the place, alone it says both
    "where": (
        "куда поступил",
        "куда поступил а",
        "куда поступила",
        "куда поступили",
        "куда определился",
    ),
    "institution": (
        "учреждение",
        "учебное заведение",
        "место учебы",
        "место учебы работы",
        "наименование учреждения",
        "образовательная организация",
        "наименование образовательной организации",
        "название учебного заведения",
    ),
    "day": ("дата выдачи аттестата", "дата выдачи"),
}
OF_STUDIES = (
    "форма обучения",
    "основа обучения",
    "бюджет",
    "бюджет внебюджет",
    "специальность",
    "профессия",
    "специальность профессия",
    "факультет",
    "направление подготовки",
)
LISTING = Listing(
    LABELS,
    ALIASES,
    # the class of a list may stand in its title
    required=(("name", "surname"), ("destination", "where")),
    ignored={UNKEPT: OF_STUDIES},
)


class GraduateRow(NamedTuple):
    """One graduate; codes of ``register_values``, None where a cell is empty."""

    sheet: str
    row: int
    name: str
    class_name: ClassName
    certificate: str | None
    gia_mode: str | None
    destination: str | None
    institution: str
    day: date | None


def extract(sheets, today):
    reader = LISTING.reader(sheets, today)
    rows = reader.records(_graduate)
    return Extract(KEY, read_titles(reader.above), rows, tuple(reader.problems))


def _graduate(reader, number):
    row = GraduateRow(
        reader.sheet.name,
        number,
        name=reader.person(),
        class_name=reader.class_name(),
        certificate=reader.value("certificate", parse_certificate),
        gia_mode=reader.value("gia_mode", parse_mode),
        destination=reader.value(_way(reader), destination_of),
        institution=_place(reader),
        day=reader.date("day", optional=True),
    )
    if reader.ok:
        yield row


def _way(reader):
    return "destination" if reader.column("destination") else "where"


def _place(reader):
    """Where exactly: a column of its own, else what the way says more than its kind."""
    own = reader.text("institution") or (reader.column("destination") and reader.text("where"))
    return own or place_in(reader.text(_way(reader)))


LAYOUT = Layout(
    KEY,
    title="Graduates",
    order=60,
    recognise=LISTING.recognise,
    extract=extract,
    loader="graduates",
)
