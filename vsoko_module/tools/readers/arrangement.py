"""What people say about a table that no layout knows: which column means what.

An ``Arrangement`` knows columns by their headings and not by their places, so it fits the next
file of the same origin too, with more lines above the table or another order of columns.
"""

import hashlib
import json
from typing import NamedTuple

from . import limits
from .headers import header_key
from .meanings import BY_HEADING, IGNORED, VOCABULARIES
from .names import clean, is_person

PARAMETER_LENGTH = 80
HEADING_LINES = 3
# the corner of a table of pupils over subjects is in one of the first columns
CORNER_COLUMNS = 4
FEWEST_PEOPLE = 2


class Use(NamedTuple):
    """What a column is for: ``field`` of the layout, ``IGNORED`` or ``BY_HEADING``.

    ``parameter``: the subject, period or «task=maximum» that the heading does not say; "" without.
    """

    field: str
    parameter: str = ""


class Arrangement(NamedTuple):
    """``columns`` maps a key of ``column_keys`` to its ``Use``; ``lines``: rows of the heading.

    ``transposed``: pupils stand in the heading and subjects under one another; ``columns`` then
    are those of the table turned over.
    """

    layout: str
    columns: dict
    lines: int = 1
    transposed: bool = False

    @property
    def signature(self):
        """A text by which the same headings are known again, whatever their order.

        Headings of subjects are left out where the layout takes any: each class has its own.
        """
        keys = [self.layout, "turned" if self.transposed else "", *sorted(self.own_keys())]
        return hashlib.sha256(json.dumps(keys).encode()).hexdigest()

    def own_keys(self):
        return [key for key, use in self.columns.items() if use != Use(BY_HEADING)]

    def _is_open(self):
        return VOCABULARIES[self.layout].rest == BY_HEADING

    def fits(self, keys):
        """Whether a heading is the one that people described: nothing is missing or new."""
        own = set(self.own_keys())
        return own <= set(keys) if self._is_open() else own == set(keys)

    def nearly_fits(self, keys):
        """Whether a heading has at least all columns that are read."""
        # tasks of another work have other numbers and maxima
        return set(self.read_keys()) <= set(keys) and not self.has_tasks()

    def read_keys(self):
        """Keys of the columns that have a meaning."""
        fields = (IGNORED, BY_HEADING)
        return [key for key, use in self.columns.items() if use.field not in fields]

    def has_tasks(self):
        return any(use.field == "task" for use in self.columns.values())

    def to_json(self):
        columns = [[key, *use] for key, use in self.columns.items()]
        parts = [self.layout, columns, self.lines, self.transposed]
        return json.dumps(parts, ensure_ascii=False)

    @classmethod
    def from_json(cls, text):
        """The arrangement that ``to_json`` wrote; None for any other text."""
        try:
            layout, columns, lines, transposed = json.loads(text)
            uses = {str(key): Use(str(field), str(parameter)) for key, field, parameter in columns}
            arrangement = cls(layout, uses, int(lines), bool(transposed))
            return arrangement if arrangement._is_sound() else None
        except (TypeError, ValueError):
            return None

    def _is_sound(self):
        vocabulary = VOCABULARIES.get(self.layout)
        return bool(
            vocabulary
            and 1 <= self.lines <= HEADING_LINES
            and 1 <= len(self.columns) <= limits.SHEET_COLUMNS
            and all(
                use.field in (*vocabulary.meanings, IGNORED, BY_HEADING)
                and len(use.parameter) <= PARAMETER_LENGTH
                for use in self.columns.values()
            )
        )


def column_keys(rows, row, lines):
    """Keys of the columns under a heading of ``lines`` rows, in order.

    A key is the text of the heading; a column without one is known by its number, a repeated text
    by the number of the repetition.
    """
    texts = heading_texts(rows, row, lines)
    counts, keys = {}, []
    for place, text in enumerate(texts, start=1):
        key = header_key(text) or f"#{place}"
        counts[key] = counts.get(key, 0) + 1
        keys.append(key if counts[key] == 1 else f"{key} #{counts[key]}")
    return keys


def heading_texts(rows, row, lines):
    """Texts of a heading by column: what stands lower says more, with its group before it."""
    heading = rows[row : row + lines]
    width = max(map(len, heading), default=0)
    texts = [
        " ".join(filter(None, (clean(line[place]) for line in heading if place < len(line))))
        for place in range(width)
    ]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def find_headings(sheet, arrangement, nearly=False):
    """Indexes of the first rows of an arrangement's heading in a sheet; a table may repeat it.

    :param nearly: columns that are read are enough, see ``nearly_fits``
    """
    fits = arrangement.nearly_fits if nearly else arrangement.fits
    rows, lines = sheet.rows, arrangement.lines
    for first in range(min(len(rows), limits.HEADER_ROWS)):
        if fits(column_keys(rows, first, lines)):
            break
    else:
        return []
    # one cell is compared before the others: a list has thousands of rows of data
    place, text = next((pair for pair in enumerate(rows[first]) if pair[1] != ""), (0, ""))
    return [first] + [
        index
        for index in range(first + 1, len(rows))
        if place < len(rows[index])
        and rows[index][place] == text
        and fits(column_keys(rows, index, lines))
    ]


def corner_of(sheet, is_corner=lambda key: True):
    """``(row, column)`` of the corner of a table with people in its heading, or None.

    :param is_corner: whether the key of the corner's text is a right one
    """
    for index, row in enumerate(sheet.rows[: limits.HEADER_ROWS]):
        places = [place for place, cell in enumerate(row) if clean(cell)]
        people = next((place for place in places if _is_name(row[place])), 0)
        if people and people <= CORNER_COLUMNS and _are_people(row[people:]):
            # an empty corner stands right before the people
            corner = max((place for place in places if place < people), default=people - 1)
            if is_corner(header_key(row[corner])):
                return index, corner
    return None


def _is_name(cell):
    return isinstance(cell, str) and is_person(cell)


def _are_people(cells):
    filled = [cell for cell in cells if clean(cell)]
    names = sum(map(_is_name, filled))
    return names >= FEWEST_PEOPLE and names * 2 > len(filled)
