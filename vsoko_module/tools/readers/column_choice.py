"""What people choose for the columns of a table on their page, and how the file is read by it."""

import re
from typing import NamedTuple

from . import limits
from .arrangement import (
    HEADING_LINES,
    PARAMETER_LENGTH,
    Arrangement,
    Use,
    column_keys,
    find_headings,
    heading_texts,
)
from .arranging import arrange, turn
from .cells import STATUSES
from .guessing import guess, guess_heading
from .headers import mismatch
from .layouts import LAYOUTS, contingent
from .ledger import MarkRow
from .meanings import GRADE, IGNORED, LETTER, VOCABULARIES
from .names import clean
from .titles import PeriodName, parse_period

SHOWN_ROWS = 30
SHOWN_COLUMNS = 60
READ_ROWS = 80
PREVIEW_ROWS = 8
CELL_LENGTH = 60
_TASK = re.compile(r"[\w.]{1,12}\s*=\s*\d{1,3}")
_PERIODS = {"quarter": "четверть", "trimester": "триместр", "half": "полугодие", "year": "год"}
# fields of rows that the columns of their layouts do not name
_LABELS = {"value": "Отметка", "points": "Баллы по заданиям", "status": ""}
_PLACES = frozenset(("sheet", "row", "column", "status", "sort", "kind"))


class LayoutChoice(NamedTuple):
    """``sheet``: index of a sheet; ``row``: index of the first row of the heading.

    ``uses``: ``Use`` of each column, () to be guessed.
    """

    layout: str
    sheet: int
    row: int
    lines: int
    transposed: bool
    uses: tuple


def read_choice(values, sheets):
    """The ``LayoutChoice`` that a page has sent, or None for anything that no page sends."""
    try:
        choice = LayoutChoice(
            values["layout"],
            int(values["sheet"]),
            int(values["row"]),
            int(values["lines"]),
            bool(values["transposed"]),
            tuple(
                Use(str(field), str(parameter))
                for field, parameter in values["uses"][: limits.SHEET_COLUMNS]
            ),
        )
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    vocabulary = VOCABULARIES.get(choice.layout)
    allowed = vocabulary and {*vocabulary.meanings, vocabulary.rest, IGNORED}
    fine = (
        allowed
        and 0 <= choice.sheet < len(sheets)
        and 0 <= choice.row < limits.HEADER_ROWS
        and 1 <= choice.lines <= HEADING_LINES
        and all(use.field in allowed for use in choice.uses)
        and all(len(use.parameter) <= PARAMETER_LENGTH for use in choice.uses)
    )
    return choice if fine else None


def first_choice(sheets, remembered=()):
    """Where people begin: what was told about such a heading before, else the best guess."""
    for arrangement in remembered:
        for index, sheet in enumerate(sheets):
            shown = turn(sheet)[0] if arrangement.transposed else sheet
            rows = find_headings(shown, arrangement, nearly=not arrangement.has_tasks())
            if rows:
                return _choice_of(arrangement, shown.rows, index, rows[0])
    found = guess(sheets)
    if not found:
        return LayoutChoice(contingent.KEY, 0, _fullest(sheets[0].rows), 1, False, ())
    index = next(place for place, sheet in enumerate(sheets) if sheet.name == found.sheet)
    guessed = found.arrangement
    return LayoutChoice(guessed.layout, index, found.row, guessed.lines, guessed.transposed, ())


def _fullest(rows):
    """The index of the row with the most texts near the top: the likeliest heading."""
    counts = [sum(isinstance(cell, str) and cell != "" for cell in row) for row in rows]
    counts = counts[: limits.HEADER_ROWS]
    return counts.index(max(counts)) if counts else 0


def _choice_of(arrangement, rows, index, row):
    rest = VOCABULARIES[arrangement.layout].rest
    keys = column_keys(rows, row, arrangement.lines)
    uses = tuple(arrangement.columns.get(key, Use(rest)) for key in keys)
    return LayoutChoice(
        arrangement.layout, index, row, arrangement.lines, arrangement.transposed, uses
    )


def shown_sheet(sheets, choice):
    """The sheet as the page shows it: turned over when people say so."""
    sheet = sheets[choice.sheet]
    return turn(sheet)[0] if choice.transposed else sheet


def complete(sheets, choice):
    """The choice with a use for each column of the heading: as told, else as guessed."""
    rows = shown_sheet(sheets, choice).rows
    width = len(column_keys(rows, choice.row, choice.lines))
    rest = Use(VOCABULARIES[choice.layout].rest)
    if choice.uses:
        uses = [*choice.uses[:width], *[rest] * (width - len(choice.uses))]
    else:
        guessed = guess_heading(rows, choice.row, choice.lines, choice.layout)
        uses = [use or rest for use in guessed]
        if choice.transposed and uses and not any(use.field == "name" for use in uses):
            uses[0] = Use("name")
    return choice._replace(uses=tuple(uses))


def arrangement_of(sheets, choice):
    """The ``Arrangement`` that a complete choice says."""
    rows = shown_sheet(sheets, choice).rows
    keys = column_keys(rows, choice.row, choice.lines)
    columns = dict(zip(keys, choice.uses, strict=True))
    return Arrangement(choice.layout, columns, choice.lines, choice.transposed)


def faults(choice):
    """What is wrong with a choice: ``("missing" | "twice" | "parameter", label)`` each."""
    vocabulary = VOCABULARIES[choice.layout]
    chosen = [use.field for use in choice.uses]
    for field in (name for name in vocabulary.required if name not in vocabulary.spare):
        fields = field if isinstance(field, tuple) else (field,)
        parts = {"class_name": GRADE}
        if not any(name in chosen or parts.get(name) in chosen for name in fields):
            labels = [
                vocabulary.meanings[name].label for name in fields if name in vocabulary.meanings
            ]
            yield "missing", "» / «".join(labels)
    if LETTER in chosen and GRADE not in chosen:
        yield "missing", vocabulary.meanings[GRADE].label
    if GRADE in chosen and "class_name" in chosen:
        yield "twice", vocabulary.meanings["class_name"].label
    for field, meaning in vocabulary.meanings.items():
        if chosen.count(field) > 1 and not meaning.many:
            yield "twice", meaning.label
        uses = [use for use in choice.uses if use.field == field]
        if not all(_has_parameter(meaning, use.parameter) for use in uses):
            yield "parameter", meaning.label


def _has_parameter(meaning, parameter):
    if meaning.parameter == "task":
        return bool(_TASK.fullmatch(parameter))
    if meaning.parameter == "period" and parameter:
        return parse_period(parameter) is not None
    return bool(parameter) or meaning.parameter != "subject"


def headings(sheets, choice):
    """Texts of the headings by column."""
    return heading_texts(shown_sheet(sheets, choice).rows, choice.row, choice.lines)


def table(sheets, choice):
    """The first rows of the sheet as texts, of equal length."""
    rows = shown_sheet(sheets, choice).rows[:SHOWN_ROWS]
    width = min(max(map(len, rows), default=0), SHOWN_COLUMNS)
    return [
        [clean(row[place])[:CELL_LENGTH] if place < len(row) else "" for place in range(width)]
        for row in rows
    ]


def preview(sheets, choice, today):
    """``(labels, rows of texts, problems)``: how the first rows are read.

    :raise Refused: the layout cannot read the table so
    """
    first = [sheets[choice.sheet]]
    if not choice.transposed:
        first[0].rows = first[0].rows[:READ_ROWS]
    found = arrange(first, arrangement_of(sheets, choice))
    if not found:
        raise mismatch(first, *arrangement_of(sheets, choice).read_keys())
    extract = LAYOUTS[choice.layout].extract(found[0], today)
    rows = extract.rows[:PREVIEW_ROWS]
    labels = _labels(rows, VOCABULARIES[choice.layout]) if rows else {}
    texts = [[_text(row, field) for field in labels] for row in rows]
    return list(labels.values()), texts, extract.problems


def _labels(rows, vocabulary):
    """``{field: label}`` of the fields that some of the rows have."""
    fields = [field for field in rows[0]._fields if field not in _PLACES]
    return {
        field: vocabulary.meanings[field].label
        if field in vocabulary.meanings and field != "subject"
        else _LABELS.get(field, "Предмет" if field == "subject" else field)
        for field in fields
        if (field in vocabulary.meanings or field in _LABELS or field == "subject")
        and any(_text(row, field) for row in rows)
    }


def _text(row, field):
    value = getattr(row, field)
    if isinstance(row, MarkRow) and field == "value":
        return str(value) if value else STATUSES[row.status][0]
    if isinstance(value, PeriodName):
        text = _PERIODS[value.kind]
        return text if value.kind == "year" else f"{value.number} {text}"
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return ", ".join("–" if item is None else clean(item) for item in value)
    # a class is a tuple that has a text of its own
    return str(value) if hasattr(value, "_fields") else clean(value)
