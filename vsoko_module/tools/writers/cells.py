"""What writers put into tables: columns with a kind, cells with a value and a look."""

import math
from dataclasses import dataclass

TEXT, INTEGER, NUMBER, PERCENT, DATE = "text", "integer", "number", "percent", "date"


@dataclass(frozen=True)
class Column:
    """A column of a table.

    ``percent`` holds per cents as people say them (66.7, not 0.667) and shows the sign after
    the number; ``digits`` are decimals of numbers and per cents; ``note`` becomes a comment of
    the heading.
    """

    title: str
    kind: str = TEXT
    digits: int = 1
    note: str = ""


@dataclass(frozen=True)
class Cell:
    """A value that wants a look of its own: ``bold``, or a ``fill`` colour like ``#F8D7DA``."""

    value: object
    bold: bool = False
    fill: str | None = None


def as_cell(value):
    """``value`` as a ``Cell``; numbers that no file can hold (NaN, infinity) are missing."""
    cell = value if isinstance(value, Cell) else Cell(value)
    if isinstance(cell.value, float) and not math.isfinite(cell.value):
        return Cell(None, cell.bold, cell.fill)
    return cell
