"""Graduates: their certificates, and where they went."""

from datetime import date
from typing import NamedTuple

from ..layout import Extract, Layout
from ..listing import Listing
from ..names import ClassName
from ..pupil_values import parse_certificate, parse_destination, parse_mode
from ..titles import read_titles

KEY = "graduates"
LABELS = {
    "name": "ФИО выпускника",
    "class_name": "Класс",
    "certificate": "Аттестат",
    "gia_mode": "Форма ГИА",
    "destination": "Трудоустройство",
    "institution": "Учреждение",
    "day": "Дата выдачи аттестата",
}
ALIASES = {
    "name": ("фио выпускника", "фио", "ф и о", "выпускник", "фамилия имя отчество"),
    "surname": ("фамилия",),
    "first_name": ("имя",),
    "patronymic": ("отчество",),
    "class_name": ("класс",),
    "certificate": ("аттестат", "вид аттестата"),
    "gia_mode": ("форма гиа", "гиа"),
    "destination": ("трудоустройство", "куда поступил", "дальнейшее обучение"),
    "institution": ("учреждение", "учебное заведение", "место учебы", "место учебы работы"),
    "day": ("дата выдачи аттестата", "дата выдачи"),
}
LISTING = Listing(LABELS, ALIASES, required=(("name", "surname"), "class_name", "destination"))


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
        destination=reader.value("destination", parse_destination),
        institution=reader.text("institution"),
        day=reader.date("day", optional=True),
    )
    if reader.ok:
        yield row


LAYOUT = Layout(
    KEY,
    title="Graduates",
    order=60,
    recognise=LISTING.recognise,
    extract=extract,
    loader="graduates",
)
