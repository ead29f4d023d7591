"""Absences of pupils, each with its days and its reason."""

import datetime
from typing import NamedTuple

from ..layout import Extract, Layout
from ..listing import Listing
from ..missed_days import read_whole
from ..names import ClassName
from ..people_headings import PARTS, PUPILS
from ..pupil_values import parse_absence_reason
from ..titles import read_titles

KEY = "pupil_absences"
LABELS = {
    "name": "ФИО",
    "class_name": "Класс",
    "date": "Первый день",
    "date_to": "Последний день",
    "reason": "Причина",
    "days": "Пропущено дней",
    "lessons": "Пропущено уроков",
}


def _missed(units):
    return tuple(
        f"{count} {missed}{units}"
        for count in ("количество", "кол во", "число")
        for missed in ("", "пропущенных ")
    )


ALIASES = {
    "name": PUPILS,
    **PARTS,
    "class_name": ("класс",),
    "date": (
        "первый день",
        "с",
        "с какого числа",
        "дата начала",
        "дата",
        "дата пропуска",
        "дата отсутствия",
        "дата пропуска занятий",
    ),
    "date_to": ("последний день", "по", "по какое число", "дата окончания"),
    "reason": ("причина", "причина пропуска", "причина отсутствия", "причина пропуска занятий"),
    "days": ("пропущено дней", "дней", *_missed("дней")),
    "lessons": ("пропущено уроков", "уроков", *_missed("уроков"), *_missed("занятий")),
}
LISTING = Listing(LABELS, ALIASES, required=(("name", "surname"), "class_name", "date", "reason"))


class PupilAbsenceRow(NamedTuple):
    """One absence; ``reason`` is a code of ``vsoko.absence``.

    ``date_to``: the same day where the cell is empty; ``days`` and ``lessons`` are None then.
    """

    sheet: str
    row: int
    name: str
    class_name: ClassName
    date: datetime.date
    date_to: datetime.date
    reason: str
    days: int | None
    lessons: int | None


def extract(sheets, today):
    reader = LISTING.reader(sheets, today)
    rows = reader.records(_absence)
    return Extract(KEY, read_titles(reader.above), rows, tuple(reader.problems))


def _absence(reader, number):
    first = reader.date("date", last=reader.today)
    row = PupilAbsenceRow(
        reader.sheet.name,
        number,
        name=reader.person(),
        class_name=reader.class_name(),
        date=first,
        date_to=reader.date("date_to", last=reader.today) or first,
        reason=reader.value("reason", parse_absence_reason),
        days=read_whole(reader, "days"),
        lessons=read_whole(reader, "lessons"),
    )
    for field in ("date", "reason"):
        if reader.ok and not getattr(row, field):
            reader.problem("missing_value", field, field=f"«{LABELS[field]}»")
    if reader.ok and row.date_to < row.date:
        reader.problem("dates_reversed", "date_to", f"{row.date_to:%d.%m.%Y}")
    if reader.ok and row.days is not None and row.days > (row.date_to - row.date).days + 1:
        reader.problem("too_many_days", "days", str(row.days))
    if reader.ok:
        yield row


LAYOUT = Layout(
    KEY,
    title="Absences of pupils",
    order=60,
    recognise=LISTING.recognise,
    extract=extract,
    loader="pupil_absences",
)
