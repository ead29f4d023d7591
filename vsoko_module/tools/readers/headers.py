"""Find the heading row of a list and the places of its columns."""

import re
from functools import lru_cache
from typing import NamedTuple

from . import limits
from .names import NOT_WORD, fold
from .problem import Refused

FOOTER = re.compile(
    r"(?:итоги?|итого|всего|(?:абсолютная )?успев(?:аемость|аемости)?|кач|качеств[оа]|соу|ср"
    r"|средний балл|среднее|%|подпись|классный руководитель|кл рук|директор"
    r"|(?:зам|заместитель) директора)(?!\w)"
)


class Header(NamedTuple):
    """``row`` is an index in the rows of the sheet, ``columns`` maps a field to a cell index."""

    row: int
    columns: dict

    def getter(self):
        """A function ``(row, field)`` that gives the cell, "" when it is not there."""
        columns = self.columns

        def get(row, field):
            place = columns.get(field, -1)
            return row[place] if 0 <= place < len(row) else ""

        return get


@lru_cache(maxsize=20_000)
def header_key(text):
    """Words of a heading in one spelling, without punctuation."""
    return NOT_WORD.sub(" ", fold(text)).strip()


def is_footer(text):
    """Whether a label is that of a total or of a signature under a table."""
    return bool(FOOTER.match(header_key(text)))


def _wanted(aliases):
    return {alias: field for field, keys in aliases.items() for alias in keys}


def _match_columns(row, wanted):
    """``{field: index}`` of the cells of a row whose text is wanted; the first such cell counts."""
    columns = {}
    for index, cell in enumerate(row):
        field = wanted.get(header_key(cell)) if isinstance(cell, str) and cell else None
        if field and field not in columns:
            columns[field] = index
    return columns


def find_header(sheet, aliases, required):
    """The first row that has all ``required`` fields, or None.

    ``aliases`` maps a field to keys as ``header_key`` makes them. Each item of ``required`` is a
    field or a tuple of fields of which one is enough.
    """
    wanted = _wanted(aliases)
    for index, row in enumerate(sheet.rows[: limits.HEADER_ROWS]):
        columns = _match_columns(row, wanted)
        if not missing_fields(columns, required):
            return Header(index, columns)
    return None


def missing_fields(columns, required):
    """Those of ``required`` that have no column."""
    return [
        field
        for field in required
        if not any(one in columns for one in (field if isinstance(field, tuple) else (field,)))
    ]


def header_or_refuse(sheets, aliases, required, labels):
    """``(sheet, header)`` of the first sheet with the heading.

    Raise ``Refused`` that names the first missing column of the row that fits best.
    """
    best = None
    wanted = _wanted(aliases)
    for sheet in sheets:
        header = find_header(sheet, aliases, required)
        if header:
            return sheet, header
        for row in sheet.rows[: limits.HEADER_ROWS]:
            missing = missing_fields(_match_columns(row, wanted), required)
            best = missing if best is None or len(missing) < len(best) else best
    first = (best or list(required))[0]
    first = first[0] if isinstance(first, tuple) else first
    raise Refused("layout_mismatch", column=f"«{labels[first]}»")
