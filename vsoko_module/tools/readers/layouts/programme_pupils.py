"""Pupils of programmes of additional education and of extracurricular activity."""

from datetime import date
from typing import NamedTuple

from ..layout import Extract, Layout
from ..listing import Listing
from ..names import ClassName
from ..pupil_values import parse_direction
from ..titles import read_titles

KEY = "programme_pupils"
LABELS = {
    "programme": "Программа",
    "direction": "Направленность",
    "teacher": "Педагог",
    "name": "ФИО",
    "class_name": "Класс",
    "date_from": "Зачислен",
    "date_to": "Отчислен",
}
ALIASES = {
    "programme": ("программа", "название программы", "кружок", "объединение", "секция"),
    "direction": ("направленность", "направление"),
    "teacher": ("педагог", "руководитель", "фио педагога"),
    "name": ("фио", "ф и о", "фио ученика", "ученик", "обучающийся", "фамилия имя отчество"),
    "surname": ("фамилия",),
    "first_name": ("имя",),
    "patronymic": ("отчество",),
    "class_name": ("класс",),
    "date_from": ("зачислен", "дата зачисления", "с"),
    "date_to": ("отчислен", "дата отчисления", "по"),
}
LISTING = Listing(LABELS, ALIASES, required=("programme", ("name", "surname"), "class_name"))


class ProgrammePupilRow(NamedTuple):
    """One pupil of a programme; without a direction it is an extracurricular activity."""

    sheet: str
    row: int
    programme: str
    direction: str | None
    teacher: str
    name: str
    class_name: ClassName
    date_from: date | None
    date_to: date | None


def extract(sheets, today):
    reader = LISTING.reader(sheets, today)
    rows = reader.records(_pupil)
    return Extract(KEY, read_titles(reader.above), rows, tuple(reader.problems))


def _pupil(reader, number):
    row = ProgrammePupilRow(
        reader.sheet.name,
        number,
        programme=reader.text("programme", required=True),
        direction=reader.value("direction", parse_direction),
        teacher=reader.text("teacher"),
        name=reader.person(),
        class_name=reader.class_name(),
        date_from=reader.date("date_from", optional=True),
        date_to=reader.date("date_to", optional=True),
    )
    if row.date_from and row.date_to and row.date_to < row.date_from:
        reader.problem("dates_reversed", "date_to", f"{row.date_to:%d.%m.%Y}")
    if reader.ok:
        yield row


LAYOUT = Layout(
    KEY,
    title="Pupils of programmes",
    order=60,
    recognise=LISTING.recognise,
    extract=extract,
    loader="programme_pupils",
)
