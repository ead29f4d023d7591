"""What writers put into tables: columns with a kind, cells with a value and a look."""

import math
from dataclasses import dataclass, replace

from ..zones import SIGNS_OF_COLOURS

TEXT, INTEGER, NUMBER, PERCENT, DATE = "text", "integer", "number", "percent", "date"
CHANGE = "change"
# text that looks like a number: 1.10 must not become 1.1
CODE = "code"


@dataclass(frozen=True)
class Column:
    """A column of a table.

    ``percent`` holds per cents as people say them (66.7, not 0.667) and shows the sign after
    the number; ``change`` always shows plus or minus; ``digits`` are decimals of numbers, per
    cents and changes; ``note`` becomes a comment of the heading; ``choices`` are the only values
    that the spreadsheet lets people type, texts or what ``Sheet.hidden_choices`` gave, and
    ``refusal`` is what it says to others; on a protected sheet people may type into ``is_open``
    columns only; ``width`` is the share of a printed page in per cent, 0 for what the texts need.
    """

    title: str
    kind: str = TEXT
    digits: int = 1
    note: str = ""
    choices: tuple | str = ()
    refusal: str = ""
    is_open: bool = False
    width: int = 0


@dataclass(frozen=True)
class Cell:
    """A value that wants a look of its own: ``bold``, or a ``fill`` colour like ``#F8D7DA``.

    ``kind`` and ``digits`` replace those of the column where rows differ in unit. ``formula`` is
    the program's own and never comes from data; ``value`` is its result. ``figure`` is the id of
    the figure that a page opens from here; files know nothing of it.
    """

    value: object
    bold: bool = False
    fill: str | None = None
    kind: str | None = None
    digits: int | None = None
    formula: str = ""
    figure: int | None = None


def as_cell(value):
    """``value`` as a ``Cell``; numbers that no file can hold (NaN, infinity) are missing."""
    cell = value if isinstance(value, Cell) else Cell(value)
    if isinstance(cell.value, float) and not math.isfinite(cell.value):
        return replace(cell, value=None)
    return cell


def cell_sign(kind, cell):
    """What tells the colour of a number to whoever does not see colours; words tell it alone."""
    is_bare = kind == TEXT or cell.value is None
    return "" if is_bare else SIGNS_OF_COLOURS.get(cell.fill, "")


def kind_of(column, cell):
    """Kind by which a cell of the column is written."""
    return cell.kind or column.kind


def digits_of(column, cell):
    """Decimals with which a cell of the column is shown."""
    if kind_of(column, cell) == INTEGER:
        return 0
    return column.digits if cell.digits is None else cell.digits
