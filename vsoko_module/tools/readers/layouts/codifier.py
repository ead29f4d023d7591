"""A codifier: a tree of elements of content (КЭС) or of skills (КПУ) of a subject.

One list on each sheet; what a list holds follows from the heading of its codes. A line belongs to
the section that its row names, else to the one whose code is its own before the last point.
"""

import re
from typing import NamedTuple

from ..layout import Extract, Layout
from ..listing import Listing
from ..names import clean
from ..titles import read_titles

KEY = "codifier"
ELEMENT, SKILL = "element", "skill"
_SUBJECT = ("предмет", "учебный предмет")
_NAME = (
    "наименование",
    "название",
    "элемент содержания",
    "элементы содержания",
    "проверяемый элемент содержания",
    "умение",
    "проверяемое умение",
    "планируемый результат",
    "описание",
)
_COMMON = {
    "subject": _SUBJECT,
    "name": _NAME,
    "section": ("код раздела",),
    "parent": ("входит в раздел", "код родителя", "родитель"),
    "origin": ("источник",),
}
LABELS = {
    ELEMENT: {
        "subject": "Предмет",
        "code": "Код КЭС",
        "name": "Наименование",
        "parent": "Входит в раздел",
        "grade_from": "С класса",
        "grade_to": "По класс",
        "origin": "Источник",
    },
    SKILL: {
        "subject": "Предмет",
        "code": "Код КПУ",
        "name": "Наименование",
        "parent": "Входит в раздел",
        "origin": "Источник",
    },
}
_ALIASES = {
    ELEMENT: _COMMON
    | {
        "code": ("код кэс", "кэс", "код контролируемого элемента", "код элемента содержания"),
        "grade_from": ("с класса", "класс с"),
        "grade_to": ("по класс", "класс по"),
    },
    SKILL: _COMMON | {"code": ("код кпу", "кпу", "код про", "код умения", "код требования")},
}
LISTINGS = {
    kind: Listing(LABELS[kind] | {"section": "Код раздела"}, aliases, required=("code", "name"))
    for kind, aliases in _ALIASES.items()
}
# a date is what a spreadsheet makes of 1.12 typed into a cell that is not text
_CODE = re.compile(r"[^\W_]+(?:[.\-/][^\W_]+)*")
_DATE = re.compile(r"\d\d\.\d\d\.\d{4}")
GRADES = range(1, 12)


class CodifierRow(NamedTuple):
    """A line; texts are "" and grades None where the row is silent.

    ``subject_column`` and ``parent_column`` are the numbers of these columns, 0 without them.
    """

    sheet: str
    row: int
    kind: str
    subject: str
    code: str
    name: str
    parent: str
    grade_from: int | None
    grade_to: int | None
    origin: str
    subject_column: int
    parent_column: int


def recognise(sheets):
    # less than sure: the plan of a class test has codes and texts too
    return 0.9 if any(listing.recognise(sheets) for listing in LISTINGS.values()) else 0


def extract(sheets, today):
    readers = list(_readers(sheets, today))
    if not readers:
        # refuses and names the missing column
        LISTINGS[ELEMENT].reader(sheets, today)
    rows, problems, above = [], [], []
    for kind, reader in readers:
        rows += reader.records(
            lambda reader, number, kind=kind: _lines(reader, number, kind),
            _identity,
            repeated=("same_code", "code"),
        )
        problems += reader.problems
        above += reader.above
    return Extract(KEY, read_titles(above), rows, tuple(problems))


def _readers(sheets, today):
    """Yield what each list of the file holds and its reader."""
    for sheet in sheets:
        for kind, listing in LISTINGS.items():
            reader = listing.reader_if_any([sheet], today)
            if reader:
                yield kind, reader
                break


def _identity(row):
    return row.subject, row.code, row.grade_from, row.grade_to


def _lines(reader, number, kind):
    section = _code(reader, "section")
    code = _code(reader, "code") or section
    name = reader.text("name", required=True)
    grades = [_grade(reader, field) for field in ("grade_from", "grade_to")]
    if not code:
        reader.problem("missing_value", "code", field=f"«{LABELS[kind]['code']}»")
    if None not in grades and grades[0] > grades[1]:
        reader.problem("grades_reversed", "grade_to", str(grades[1]))
    if reader.ok:
        yield CodifierRow(
            reader.sheet.name,
            number,
            kind,
            reader.text("subject"),
            code,
            name,
            _code(reader, "parent"),
            *grades,
            reader.text("origin"),
            reader.column("subject"),
            reader.column("parent"),
        )


def _code(reader, field):
    """The code of a cell without a point at its end, "" for an empty cell."""
    text = reader.text(field).rstrip(".")
    if text and (_DATE.fullmatch(text) or not _CODE.fullmatch(text)):
        reader.problem("bad_code", field, text)
    return text


def _grade(reader, field):
    number = reader.number(field)
    if number is not None and number not in GRADES:
        reader.problem("bad_grade", field, clean(reader.raw(field)))
        return None
    return number if number is None else int(number)


LAYOUT = Layout(KEY, 25, recognise, extract)
