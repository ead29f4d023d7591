"""The teaching load: who teaches what in which class."""

from datetime import date
from typing import NamedTuple

from ..layout import Extract, Layout
from ..listing import Listing
from ..names import ClassName, clean, split_classes
from ..titles import read_titles

KEY = "load"
LABELS = {
    "teacher": "Учитель",
    "subject": "Предмет",
    "class_name": "Класс",
    "hours": "Часов в неделю",
    "date_from": "С",
    "date_to": "По",
    "group_name": "Группа",
}
ALIASES = {
    "teacher": ("учитель", "фио учителя", "педагог", "фио педагога", "преподаватель"),
    "subject": ("предмет", "учебный предмет", "дисциплина"),
    "class_name": ("класс", "классы"),
    "hours": ("часов в неделю", "часы", "часов", "кол во часов", "часы в неделю"),
    "date_from": ("с", "дата начала", "начало"),
    "date_to": ("по", "дата окончания", "окончание", "конец"),
    "group_name": ("группа", "подгруппа"),
}
LISTING = Listing(LABELS, ALIASES, required=("teacher", "subject", "class_name", "hours"))


class LoadRow(NamedTuple):
    """Lessons of one class: a cell with several classes gives several rows."""

    sheet: str
    row: int
    teacher: str
    subject: str
    class_name: ClassName
    hours: float | None
    date_from: date | None
    date_to: date | None
    group_name: str


def extract(sheets, today):
    reader = LISTING.reader(sheets, today)
    rows = reader.records(_lessons, _identity, repeated=("repeated_row", "teacher"))
    return Extract(KEY, read_titles(reader.above), rows, tuple(reader.problems))


def _identity(row):
    # hours may differ: the same lessons are not led twice
    return row._replace(sheet="", row=0, hours=None)


def _lessons(reader, number):
    teacher = reader.text("teacher", required=True)
    subject = reader.text("subject", required=True)
    classes = _classes(reader)
    hours = reader.number("hours")
    date_from, date_to = reader.date("date_from"), reader.date("date_to")
    if date_from and date_to and date_to < date_from:
        reader.problem("dates_reversed", "date_to", f"{date_to:%d.%m.%Y}")
    group = reader.text("group_name")
    if reader.ok:
        for name in classes:
            yield LoadRow(
                reader.sheet.name, number, teacher, subject, name, hours, date_from, date_to, group
            )


def _classes(reader) -> list[ClassName]:
    raw = reader.raw("class_name")
    text = reader.text("class_name", required=True)
    classes = split_classes(raw if isinstance(raw, str) else clean(raw))
    if None in classes:
        reader.problem("bad_class", "class_name", text)
    return classes


LAYOUT = Layout(KEY, 30, LISTING.recognise, extract)
