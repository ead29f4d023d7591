"""A table that is a list: a heading somewhere near the top, then a record a row."""

import re
from itertools import pairwise
from typing import NamedTuple

from .accounting import PERSONAL, ROW_NUMBER, SERVICE
from .headers import (
    Header,
    find_header,
    find_headers,
    first_title,
    header_or_refuse,
    heading_keys,
    is_row_number,
)
from .names import clean, parse_class
from .personal import is_personal
from .row_reader import RowReader

PLAIN_SHEET = re.compile(r"(?:лист|страница|sheet)\s*\d*", re.IGNORECASE)


class Block(NamedTuple):
    """One table of a list: its titles begin at ``first``, ``end`` is the index after its rows.

    ``ignored``: (place, reason of ``accounting``) of the columns that are not read.
    """

    sheet: object
    header: Header
    first: int
    end: int
    ignored: tuple


class Listing(NamedTuple):
    """The columns of a list.

    ``labels`` maps a field to its name for people, ``aliases`` to the headings by which it is
    found, ``required`` are the fields without which a table is not this list (``find_header``).
    ``ignored`` maps a reason of ``accounting`` to the headings of columns that are not read; those
    of personal data (``personal``) and of signatures need no mention.
    """

    labels: dict
    aliases: dict
    required: tuple
    ignored: dict = {}

    def recognise(self, sheets):
        """1 when a sheet has the list, otherwise 0."""
        return 1 if any(True for _above in self.above(sheets)) else 0

    def above(self, sheets):
        """Yield the rows over the heading of each sheet that has the list."""
        for sheet in sheets:
            header = find_header(sheet, self.aliases, self.required)
            if header:
                yield sheet.rows[: header.row]

    def reader(self, sheets, today):
        """A reader of all tables of the list, on every sheet; ``Refused`` when there is none."""
        blocks = [block for sheet in sheets for block in self.blocks(sheet)]
        if not blocks:
            header_or_refuse(sheets, self.aliases, self.required, self.labels)
        return RowReader(blocks, self.labels, today)

    def first_reader(self, sheets, today):
        """A reader of the first table alone: each of the others is about something else."""
        for sheet in sheets:
            for block in self.blocks(sheet):
                return RowReader([block], self.labels, today)
        return self.reader(sheets, today)

    def reader_alike(self, sheets, today, about):
        """A reader of the first table and of those that are about the same as it.

        :param about: function of the rows above a table: a tuple of what they say it is about, each
            falsy where they are silent; a table about something else is left unread, so it is named
        """
        blocks = [block for sheet in sheets for block in self.blocks(sheet)]
        if not blocks:
            return self.reader(sheets, today)
        alike = [block for block in blocks if _is_alike(block, blocks[0], about)]
        return RowReader(alike, self.labels, today)

    def reader_if_any(self, sheets, today):
        """As ``reader``, for a list that a file may do without: None when there is none."""
        blocks = [block for sheet in sheets for block in self.blocks(sheet)]
        return RowReader(blocks, self.labels, today) if blocks else None

    def blocks(self, sheet):
        """The tables of the list on a sheet, each a ``Block``."""
        headers = list(find_headers(sheet, self.aliases, self.required))
        starts = [first_title(sheet.rows, header.row) for header in headers[1:]]
        bounds = pairwise([0, *starts, len(sheet.rows)]) if headers else ()
        return [
            Block(sheet, header, *bound, tuple(self._ignored(sheet.rows, header)))
            for header, bound in zip(headers, bounds, strict=True)
        ]

    def _ignored(self, rows, header):
        reasons = {key: reason for reason, keys in self.ignored.items() for key in keys}
        read = set(header.columns.values())
        for place, text in _headings(rows[header.row : header.last + 1]):
            reason = ROW_NUMBER if is_row_number(text) else _reason(text, reasons)
            if reason and place not in read:
                yield place, reason


def _headings(rows):
    """Yield ``(place, text)`` of the lines of a heading; what stands lower also with its group."""
    above, *below = rows
    yield from ((place, clean(cell)) for place, cell in enumerate(above) if cell != "")
    for row in below:
        group = ""
        for place, cell in enumerate(row):
            group = clean(above[place]) if place < len(above) and above[place] != "" else group
            if cell != "":
                yield place, clean(cell)
                yield place, f"{group} {clean(cell)}"


def _reason(text, reasons):
    """Why a column with this heading is not read, or None."""
    keys = heading_keys(text)
    known = next((reasons[key] for key in keys if key in reasons), None)
    if not known and any(map(is_personal, keys)):
        return PERSONAL
    return known or (SERVICE if any(key.split()[0] == "подпись" for key in keys) else None)


def _is_alike(block, first, about):
    """Whether a table says nothing else of itself than the first one.

    A silent table goes on with the first; a sheet that has a name («Физика») is not silent.
    """
    own = about(block.sheet.rows[block.first : block.header.row])
    if any(own):
        titles = about(first.sheet.rows[first.first : first.header.row])
        return all(not title or title == other for title, other in zip(own, titles, strict=True))
    name = clean(block.sheet.name)
    return block.sheet is first.sheet or bool(PLAIN_SHEET.fullmatch(name) or parse_class(name))
