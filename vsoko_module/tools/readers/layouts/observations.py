"""Sheets of experts by one rubric: a sheet a row, a numbered column of points for each criterion.

The rubric is named over the table; whether it has the criteria only the program knows.
"""

import re
from datetime import date
from typing import NamedTuple

from ...measures.rubric import NOT_APPLICABLE
from ..cells import BadValue, parse_number
from ..headers import find_header, header_key, mismatch
from ..layout import Extract, Layout
from ..listing import Listing
from ..names import ClassName, clean, fold
from ..titles import read_titles
from ..works import line_value

KEY = "observations"
TITLE = "Листы экспертной оценки"
# the line above the table that names the rubric
RUBRIC = "Критерии"
WITHOUT_POINTS = "н/п"
LABELS = {
    "date": "Дата",
    "teacher": "Педагог",
    "class_name": "Класс",
    "subject": "Предмет",
    "name": "Ученик",
    "programme": "Программа",
    "topic": "Тема",
    "expert": "Эксперт",
    "notes": "Ход посещения",
    "conclusions": "Выводы",
    "recommendations": "Рекомендации",
}
ALIASES = {
    "date": ("дата", "дата посещения"),
    "teacher": ("педагог", "учитель", "фио педагога", "фио учителя"),
    "class_name": ("класс",),
    "subject": ("предмет",),
    "name": ("ученик", "обучающийся", "фио ученика"),
    "programme": ("программа", "название программы"),
    "topic": ("тема", "тема урока", "название"),
    "expert": ("эксперт", "кто посетил", "посетил", "фио эксперта"),
    "notes": ("ход посещения", "ход урока", "заметки"),
    "conclusions": ("выводы", "вывод"),
    "recommendations": ("рекомендации", "рекомендация"),
}
REQUIRED = ("date",)
_CRITERION = re.compile(r"\d{1,2}\s*[.)]\s*(.+?)(?:\s*\(\s*0\s*[-–—]\s*\d+\s*\))?")
_NOT_APPLICABLE = frozenset(("н/п", "нп", "не применимо", "неприменимо", "не применим"))


class ObservationRow(NamedTuple):
    """One sheet. ``points``: (name of the criterion, column from 1, points or `NOT_APPLICABLE`) of
    what was judged; ``rubric``: its name, "" where the table does not tell it."""

    sheet: str
    row: int
    rubric: str
    date: date
    teacher: str
    class_name: ClassName | None
    subject: str
    name: str
    programme: str
    topic: str
    expert: str
    points: tuple
    notes: str
    conclusions: str
    recommendations: str


def criterion_heading(place, name, maximum):
    """Heading of the column of a criterion: «1. Цель урока понятна (0–2)»."""
    return f"{place}. {name} (0–{maximum})"


def recognise(sheets):
    return 1 if any(_rubric_of(sheet) and _criteria_of(sheet) for sheet in sheets) else 0


def extract(sheets, today):
    criteria = {key: name for sheet in sheets for key, name in _criteria_of(sheet).items()}
    if not criteria:
        raise mismatch(sheets, LABELS["date"], criterion_heading(1, RUBRIC, 2))
    listing = Listing(
        LABELS | criteria, ALIASES | {key: (key,) for key in criteria}, required=REQUIRED
    )
    reader = listing.reader(sheets, today)
    rows = reader.records(lambda reader, number: _sheet(reader, number, criteria))
    return Extract(KEY, read_titles(reader.above), rows, tuple(reader.problems))


def _rubric_of(sheet):
    header = find_header(sheet, ALIASES, REQUIRED)
    return line_value(sheet.rows[: header.row], fold(RUBRIC)) if header else ""


def _criteria_of(sheet):
    """``{key of the heading: name}`` of the numbered columns of a sheet with a list of days."""
    header = find_header(sheet, ALIASES, REQUIRED)
    cells = map(clean, sheet.rows[header.row]) if header else ()
    return {header_key(cell): found[1] for cell in cells if (found := _CRITERION.fullmatch(cell))}


def _sheet(reader, number, criteria):
    block = reader.block
    row = ObservationRow(
        reader.sheet.name,
        number,
        rubric=line_value(reader.sheet.rows[block.first : block.header.row], fold(RUBRIC)),
        date=reader.date("date", last=reader.today),
        teacher=reader.text("teacher"),
        class_name=reader.class_name() if reader.text("class_name") else None,
        subject=reader.text("subject"),
        name=reader.person() if reader.text("name") else "",
        programme=reader.text("programme"),
        topic=reader.text("topic"),
        expert=reader.text("expert"),
        points=tuple(_points(reader, criteria)),
        notes=reader.free_text("notes").strip(),
        conclusions=reader.free_text("conclusions").strip(),
        recommendations=reader.free_text("recommendations").strip(),
    )
    if reader.ok and not row.date:
        reader.problem("missing_value", "date", field=f"«{LABELS['date']}»")
    if reader.ok and not row.points:
        reader.problem("no_points_of_sheet", "date")
    if reader.ok:
        yield row


def _points(reader, criteria):
    for key, name in criteria.items():
        points = reader.value(key, _parse_points)
        if points is not None:
            yield name, reader.column(key), points


def _parse_points(value):
    """Points of a criterion, `NOT_APPLICABLE`, or None for an empty cell."""
    text = fold(clean(value))
    if not text:
        return None
    if text in _NOT_APPLICABLE:
        return NOT_APPLICABLE
    try:
        number = parse_number(value)
    except BadValue:
        number = None
    if number is None or number < 0 or number != int(number):
        raise BadValue("bad_points_of_sheet")
    return int(number)


LAYOUT = Layout(
    KEY,
    title="Sheets of experts",
    order=80,
    recognise=recognise,
    extract=extract,
    loader="observations",
)
