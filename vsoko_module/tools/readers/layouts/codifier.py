"""A codifier: a tree of elements of content (КЭС) or of skills (КПУ) of a subject.

One list on each sheet; what a list holds follows from the heading of its codes. A line belongs to
the section that its row names, else to the one whose code is its own before the last point.
"""

import re
from typing import NamedTuple

from .. import limits
from ..headers import header_key
from ..layout import Asked, Extract, Layout
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
        "grade_from": "С класса",
        "grade_to": "По класс",
        "origin": "Источник",
    },
}
_GRADES = {"grade_from": ("с класса", "класс с"), "grade_to": ("по класс", "класс по")}
_ALIASES = {
    ELEMENT: _COMMON
    | _GRADES
    | {"code": ("код кэс", "кэс", "код контролируемого элемента", "код элемента содержания")},
    SKILL: _COMMON
    | _GRADES
    | {"code": ("код кпу", "кпу", "код про", "код умения", "код требования")},
}
# the official codifiers have two columns; what they hold follows from the heading of the texts
_OFFICIAL = {
    ELEMENT: re.compile(r".*элемент\w* содержания.*"),
    SKILL: re.compile(r".*(?:требовани\w+|умени\w+|способ\w+ действий|планируем\w+ результат).*"),
}
_CODES = ("код", "код требования", "код элемента", "коды")
# «Решать…», «Умение…»: what a pupil does
_DOES = re.compile(
    r"\w+(?:ть|ться|ти|чь)\b|(?:умени|владени|формировани|овладени)\w+\b", re.IGNORECASE
)
OFFICIAL_COLUMNS = 3
NAMED = 20
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
    if any(listing.recognise(sheets) for listing in LISTINGS.values()):
        return 0.9
    return 0.8 if any(_official(sheet) for sheet in sheets) else 0


def extract(sheets, today):
    readers = list(_readers(sheets, today))
    if not readers:
        # refuses and names the missing column
        LISTINGS[ELEMENT].reader(sheets, today)
    rows, problems, above = [], [], []
    for kind, reader, is_official in readers:
        found = reader.records(
            lambda reader, number, args=(kind, is_official): _lines(reader, number, *args),
            _identity,
            repeated=("same_code", "code"),
        )
        rows += found
        _report_nameless(reader, found)
        problems += reader.problems
        above += reader.above
    return Extract(KEY, read_titles(above), rows, tuple(problems))


def _readers(sheets, today):
    """Yield what each list of the file holds, its reader and whether it is an official one."""
    for sheet in sheets:
        official = _official(sheet)
        for kind, listing in [official] if official else LISTINGS.items():
            reader = listing.reader_if_any([sheet], today)
            if reader:
                yield kind, reader, bool(official)
                break


def _report_nameless(reader, rows):
    """Name the codes whose text an official codifier leaves out, as it is that of a line above."""
    codes = [row.code for row in rows if row.name == row.code]
    if codes:
        reader.row_number = 0
        text = ", ".join(codes[:NAMED]) + ("…" if len(codes) > NAMED else "")
        reader.problem("codes_without_name", "", count=len(codes), codes=text)


def _official(sheet):
    """``(kind, Listing)`` of a codifier of two columns, its code and its text; None for others."""
    for row in sheet.rows[: limits.HEADER_ROWS]:
        keys = [header_key(cell) for cell in row if isinstance(cell, str) and header_key(cell)]
        codes = [key for key in keys if key in _CODES]
        if len(codes) != 1 or len(keys) > OFFICIAL_COLUMNS:
            continue
        for kind, pattern in _OFFICIAL.items():
            names = [key for key in keys if key not in _CODES and pattern.fullmatch(key)]
            if names and kind == ELEMENT and _are_skills(sheet.rows, row, names[0]):
                kind = SKILL
            if names:
                aliases = _ALIASES[kind] | {"code": tuple(codes), "name": tuple(names)}
                return kind, LISTINGS[kind]._replace(aliases=aliases)
    return None


def _are_skills(rows, heading, name):
    """Whether most texts say what a pupil does, whatever the heading calls them."""
    place = next(i for i, cell in enumerate(heading) if cell and header_key(clean(cell)) == name)
    below = rows[next(i for i, row in enumerate(rows) if row is heading) + 1 :]
    texts = [text for row in below if place < len(row) and (text := clean(row[place]))]
    return sum(bool(_DOES.match(text)) for text in texts) * 2 > len(texts)


def _identity(row):
    return row.subject, row.code, row.grade_from, row.grade_to


def _lines(reader, number, kind, is_official):
    section = _code(reader, "section")
    code = _code(reader, "code") or section
    name = reader.text("name", required=not is_official) or code
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


LAYOUT = Layout(
    KEY,
    title="Codifier: elements of content, skills",
    order=25,
    recognise=recognise,
    extract=extract,
    loader="codifier",
    asks={Asked.SUBJECT},
)
