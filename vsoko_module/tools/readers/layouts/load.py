"""The teaching load: who teaches what in which class."""

from datetime import date
from typing import NamedTuple

from ..accounting import TITLE
from ..class_names import split_groups
from ..layout import Extract, Layout
from ..listing import Listing
from ..names import ClassName, clean, is_vacancy, split_person
from ..staff_values import parse_hours
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
    """Lessons of one class: a cell with several classes gives several rows.

    ``teacher`` is "" for a vacancy. ``class_name`` may still be several classes («5-7», «8-9А»):
    only the school knows whether one of its classes bears this name.
    """

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
    lessons = _Lessons()
    rows = reader.records(lessons.read, _identity, repeated=("repeated_row", "teacher"))
    return Extract(KEY, read_titles(reader.above), rows, tuple(reader.problems))


def _identity(row):
    # hours may differ: the same lessons are not led twice
    return row._replace(sheet="", row=0, hours=None)


class _Lessons:
    """Reads the rows of a load; remembers the teacher and the subject that are written once.

    A total or a new table ends what was written once.
    """

    def __init__(self):
        self._last = None
        self._teacher = self._subject = ""

    def read(self, reader, number):
        """Yield the ``LoadRow`` of each class of a row."""
        if reader.text("teacher") and reader.is_alone("teacher"):
            self._teacher, self._subject = reader.text("teacher"), ""
            self._last = reader.sheet.name, number
            reader.leave(TITLE)
            return
        teacher, subject = self._people(reader, number)
        hours = reader.value("hours", parse_hours)
        date_from, date_to = reader.date("date_from"), reader.date("date_to")
        if date_from and date_to and date_to < date_from:
            reader.problem("dates_reversed", "date_to", f"{date_to:%d.%m.%Y}")
        group = reader.text("group_name")
        classes = _classes(reader)
        if reader.ok:
            for name, part in classes:
                lesson = teacher, subject, name, hours, date_from, date_to, group or part
                yield LoadRow(reader.sheet.name, number, *lesson)

    def _people(self, reader, number):
        """The teacher and the subject of the row, maybe those of the rows above."""
        text, subject = reader.text("teacher"), reader.text("subject")
        if self._last != (reader.sheet.name, number - 1):
            self._teacher = self._subject = ""
        self._last = reader.sheet.name, number
        if text:
            self._teacher, self._subject = text, ""
        self._subject = subject or self._subject
        for field, value in (("teacher", self._teacher), ("subject", self._subject)):
            if not value:
                reader.problem("missing_value", field, field=f"«{LABELS[field]}»")
        return "" if is_vacancy(self._teacher) else split_person(self._teacher).name, self._subject


def _classes(reader):
    """``[(class, group)]`` of the cell; «5А (1 гр.)» is a group of 5А."""
    raw = reader.raw("class_name")
    reader.text("class_name", required=True)
    return split_groups(raw if isinstance(raw, str) else clean(raw))


LAYOUT = Layout(
    KEY,
    title="Teaching load",
    order=30,
    recognise=LISTING.recognise,
    extract=extract,
    loader="teaching",
)
