"""Find the tables «pupil × subjects» of a ledger and the titles above them.

A sheet may hold several tables one under another, each with its own titles. A heading has one row
or several: subjects under a group, teachers of groups or kinds of marks under a subject.
"""

from itertools import pairwise
from typing import NamedTuple

from .accounting import COUNTED, ROW_NUMBER
from .cells import BAD, parse_mark
from .headers import first_title, header_key
from .ledger_headings import (
    BIRTH,
    CLASS_KEYS,
    FINAL,
    FIRST_NAME,
    PATRONYMIC,
    PERIOD_KEYS,
    SUBJECT_KEYS,
    SURNAME,
    MarkColumn,
    describe,
    is_name_heading,
    skip_reason,
)
from .names import clean
from .titles import Titles, read_titles, sheet_titles

FIRST_COLUMNS = 6
HEADING_ROWS = 4


class Columns(NamedTuple):
    """Places of the columns, -1 without one.

    ``names``: of the names, one or surname, first name and patronymic. ``marks``: a ``MarkColumn``
    of each column under a subject. ``skipped``: (place, reason of ``accounting``) of the columns
    that hold no marks. ``nameless``: places without a heading. ``beside``: where another table
    with names of its own begins in the same rows; it is not read.
    """

    names: tuple
    class_name: int
    period: int
    birthdate: int
    marks: tuple
    skipped: tuple
    nameless: tuple
    beside: int = -1


class LedgerTable(NamedTuple):
    """One table of a sheet: titles from ``first``, a heading at ``header``, pupils in ``rows``."""

    sheet: object
    columns: Columns
    titles: Titles
    first: int
    header: int
    rows: range

    def claim(self):
        """Claim what stands around the rows of pupils."""
        self.sheet.leave_titles(self.first, self.header)
        columns = self.columns
        special = [columns.class_name, columns.period, columns.birthdate]
        places = [*columns.names, *(place for place in special if place >= 0)]
        places += [column.place for column in columns.marks]
        places += [place for place, _reason in columns.skipped]
        for row in range(self.header, self.rows.start):
            numbers = _is_column_numbers(self.sheet.rows[row])
            self.sheet.leave_heading(row, None if numbers else places)
        for place, reason in columns.skipped:
            self.sheet.leave(self.rows, place, reason)


def find_tables(sheets):
    """All tables of the sheets, in order."""
    return [table for sheet in sheets for table in _sheet_tables(sheet)]


def _sheet_tables(sheet):
    rows = sheet.rows
    headers = [index for index, row in enumerate(rows) if _name_place(row) is not None]
    starts = [0, *(first_title(rows, index) for index in headers[1:])]
    titles, named = Titles(), sheet_titles(sheet.name)
    for header, (first, end) in zip(headers, pairwise([*starts, len(rows)]), strict=False):
        above = read_titles(rows[first:header], named.period)
        titles = above.completed_by(titles)
        last = _last_heading(rows, header)
        completed = titles.completed_by(named)
        columns = _columns(rows[header : last + 1], rows[last + 1 : end], completed.subject)
        if columns:
            yield LedgerTable(sheet, columns, completed, first, header, range(last + 1, end))


def _name_place(row):
    """The place of the column of names when the row is a heading: more headings stand after it."""
    for place, cell in enumerate(row[:FIRST_COLUMNS]):
        if isinstance(cell, str) and cell and is_name_heading(cell):
            return place if any(map(_is_heading, row[place + 1 :])) else None
        if isinstance(cell, str) and header_key(cell) in SURNAME:
            return place if any(map(_is_heading, row[place + 1 :])) else None
    return None


def _is_heading(cell):
    return isinstance(cell, str) and parse_mark(cell) == BAD and header_key(cell) != ""


def _last_heading(rows, header):
    """The last row of a heading: under the names it is empty, or it numbers the columns."""
    place = _name_place(rows[header])
    last = header
    for index in range(header + 1, min(header + HEADING_ROWS, len(rows))):
        if _is_low_heading(rows[index], place) or _is_column_numbers(rows[index]):
            last = index
        else:
            break
    return last


def _is_low_heading(row, place):
    if place < len(row) and clean(row[place]) and not _is_name_part(row[place]):
        return False
    filled = [cell for cell in row[place + 1 :] if cell != ""]
    return bool(filled) and all(map(_is_heading, filled))


def _is_name_part(cell):
    return isinstance(cell, str) and header_key(cell) in SURNAME


def _is_column_numbers(row):
    """Official forms number their columns: 1, 2, 3…"""
    filled = [clean(cell) for cell in row if cell != ""]
    return len(filled) > 2 and filled == [str(number + 1) for number in range(len(filled))]


def _columns(heading, rows, subject):
    """``Columns`` of the rows of a heading, None when there is nothing to read marks from.

    :param rows: rows under the heading, which show the columns that have no heading
    :param subject: the subject of the titles, for columns that name a period only
    """
    texts = _texts(heading)
    names = _names(texts)
    width = max(map(len, (*heading, *rows)), default=0)
    beside = _table_beside(texts, names)
    if beside >= 0:
        width = beside
        texts = {place: words for place, words in texts.items() if place < beside}
    places = range(names[-1] + 1, width)
    lone = {place: header_key(words[-1]) for place, words in texts.items() if words}
    if any(key in SUBJECT_KEYS for key in lone.values()):
        # a row a mark: a list and no ledger
        return None
    special = [_place(lone, CLASS_KEYS.__contains__), _place(lone, PERIOD_KEYS.__contains__)]
    special.append(_place(lone, BIRTH.fullmatch))
    taken = {*names, *special}
    marks, skipped, nameless = _sorted(
        [place for place in places if place not in taken], texts, subject
    )
    for place in sorted(texts.keys() & set(range(names[0])) - taken):
        if reason := skip_reason(texts[place][-1]):
            skipped.append((place, reason))
    if not any(column.subject for column in marks):
        return None
    return Columns(names, *special, tuple(marks), tuple(skipped), tuple(nameless), beside)


def _table_beside(texts, names):
    """Where a second heading of names begins another table with subjects of its own, or -1.

    A number of the row before the names belongs to it; names that are repeated at the end of wide
    lines begin nothing.
    """
    for place in sorted(texts):
        again = place > names[-1] + 1 and is_name_heading(texts[place][-1])
        if again and any(describe(texts[other])[0] for other in texts if other > place):
            before = texts.get(place - 1)
            return place - bool(before and skip_reason(before[-1]) == ROW_NUMBER)
    return -1


def _sorted(places, texts, subject):
    """The columns after the names: ``(marks, skipped, nameless)`` as ``Columns`` has them."""
    marks, skipped, nameless = [], [], []
    for place in places:
        named, period, kind, reason = describe(texts.get(place, ()))
        if not texts.get(place):
            nameless.append(place)
        elif reason:
            skipped.append((place, reason))
        elif not named and kind == FINAL and not subject:
            skipped.append((place, COUNTED))
        else:
            marks.append(MarkColumn(place, named or subject, period, kind))
    return marks, skipped, nameless


def _texts(heading):
    """``{place: texts from the top down}``; a group reaches over the empty cells to its right
    that have a text under them."""
    texts = {}
    for depth, row in enumerate(heading):
        if _is_column_numbers(row):
            continue
        group = ""
        for place in range(max(map(len, heading))):
            text = clean(row[place]) if place < len(row) else ""
            group = text or group
            below = any(place < len(low) and low[place] != "" for low in heading[depth + 1 :])
            if text or (group and below):
                texts.setdefault(place, []).append(text or group)
    return texts


def _names(texts):
    """Places of the names: one column, or those of the surname, the first name, the patronymic."""
    keys = {place: header_key(words[-1]) for place, words in texts.items()}
    surname = _place(keys, SURNAME.__contains__)
    first = _place(keys, FIRST_NAME.__contains__)
    if surname >= 0 and first >= 0:
        last = _place(keys, PATRONYMIC.__contains__)
        return tuple(sorted(place for place in (surname, first, last) if place >= 0))
    return (next(place for place in sorted(keys) if is_name_heading(texts[place][0])),)


def _place(keys, fits):
    return next((place for place, key in sorted(keys.items()) if fits(key)), -1)
