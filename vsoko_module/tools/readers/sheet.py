"""The common form of every source: sheets of plain cells."""

from typing import NamedTuple


class Sheet(NamedTuple):
    """``rows`` is a list of lists; row n of the sheet is ``rows[n - 1]``.

    A cell is a str, int, float, bool, date, datetime, time or timedelta; an empty cell is "".
    Rows may have different lengths. Of merged cells only the first has the value.
    """

    name: str
    rows: list
