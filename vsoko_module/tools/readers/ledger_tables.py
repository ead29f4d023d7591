"""Find the tables «pupil × subjects» of a ledger and the titles above them.

A sheet may hold several tables one under another, each with its own titles.
"""

from itertools import pairwise
from typing import NamedTuple

from .accounting import COUNTED, ROW_NUMBER
from .cells import BAD, parse_mark
from .headers import header_key, is_row_number
from .names import clean
from .titles import Titles, read_titles

NAME_KEYS = frozenset(
    (
        "фио",
        "ф и о",
        "фио обучающегося",
        "фио учащегося",
        "фио ученика",
        "фио уч ся",
        "фамилия имя отчество",
        "фамилия имя",
        "ученик",
        "обучающийся",
        "учащийся",
        "фио обучающихся",
        "фамилия имя обучающегося",
        "фамилия имя отчество обучающегося",
    )
)
GROUP_KEYS = frozenset(("", "предметы", "предмет", "учебные предметы", "наименование предметов"))
CLASS_KEYS = frozenset(("класс",))
PERIOD_KEYS = frozenset(("период", "учебный период", "четверть", "отчетный период"))
NOT_SUBJECTS = (
    "ср ",
    "средн",
    "итог",
    "всего",
    "кол во",
    "количество",
    "%",
    "успев",
    "качеств",
    "соу",
    "примеч",
    "подпись",
    "пропу",
    "рейтинг",
)
FIRST_COLUMNS = 4


class Columns(NamedTuple):
    """Places of the columns, -1 without one; ``subjects``: (place, heading) of each.

    ``skipped``: (place, reason of ``accounting``) of the columns that hold no marks.
    """

    name: int
    class_name: int
    period: int
    subjects: tuple
    data_row: int
    skipped: tuple


class Table(NamedTuple):
    """One table of a sheet: titles from ``first``, a heading at ``header``, rows before ``end``."""

    sheet: object
    columns: Columns
    titles: Titles
    first: int
    header: int
    end: int

    def claim(self):
        """Claim what stands around the rows of pupils."""
        self.sheet.leave_titles(self.first, self.header)
        columns = self.columns
        places = [place for place, _told in (*columns.subjects, *columns.skipped)]
        places += [place for place in columns[:3] if place >= 0]
        for row in range(self.header, columns.data_row):
            self.sheet.leave_heading(row, places)
        rows = range(columns.data_row, self.end)
        for place, reason in columns.skipped:
            self.sheet.leave(rows, place, reason)


def find_tables(sheets):
    """All tables of the sheets, in order."""
    return [table for sheet in sheets for table in _sheet_tables(sheet)]


def _sheet_tables(sheet):
    headers = [index for index, row in enumerate(sheet.rows) if _name_place(row) is not None]
    titles = Titles()
    previous = 0
    for index, following in pairwise([*headers, len(sheet.rows)]):
        above = [row for row in sheet.rows[previous:index] if _is_title(row)]
        titles = read_titles(above).completed_by(titles)
        columns = _columns(sheet.rows, index)
        if columns.subjects:
            yield Table(sheet, columns, titles, previous, index, following)
        previous = index + 1


def _name_place(row):
    """The place of the column of names when the row is a heading: subjects stand after it."""
    for place, cell in enumerate(row[:FIRST_COLUMNS]):
        if isinstance(cell, str) and header_key(cell) in NAME_KEYS:
            return place if any(map(_is_heading, row[place + 1 :])) else None
    return None


def _is_heading(cell):
    return isinstance(cell, str) and parse_mark(cell) == BAD and header_key(cell) != ""


def _is_title(row):
    return 1 <= sum(1 for cell in row if cell != "") <= FIRST_COLUMNS


def _columns(rows, index):
    name = _name_place(rows[index])
    texts = [clean(cell) for cell in rows[index]]
    data_row = index + 1
    below = [clean(cell) for cell in rows[data_row]] if data_row < len(rows) else []
    if _is_second_header(texts, below, name):
        width = max(len(texts), len(below))
        texts += [""] * (width - len(texts))
        below += [""] * (width - len(below))
        texts = [low or high for high, low in zip(texts, below, strict=True)]
        data_row += 1
    keys = [header_key(text) for text in texts]
    special = [
        next((place for place, key in enumerate(keys) if key in wanted), -1)
        for wanted in (CLASS_KEYS, PERIOD_KEYS)
    ]
    subjects = tuple(
        (place, texts[place])
        for place in range(name + 1, len(texts))
        if place not in special and keys[place] and not _is_service(keys[place])
    )
    skipped = tuple(_skipped(texts, keys, special))
    return Columns(name, *special, subjects, data_row, skipped)


def _skipped(texts, keys, special):
    for place, text in enumerate(texts):
        if is_row_number(text):
            yield place, ROW_NUMBER
        elif place not in special and _is_service(keys[place]):
            yield place, COUNTED


def _is_second_header(texts, below, name):
    """Two heading rows: the subjects stand under the group «Предметы», the name is merged."""
    if len(below) <= name or below[name]:
        return False
    under = [place for place in range(name + 1, len(below)) if below[place]]
    return bool(under) and all(
        place >= len(texts) or header_key(texts[place]) in GROUP_KEYS for place in under
    )


def _is_service(key):
    return key.startswith(NOT_SUBJECTS) or key in ("балл", "место", "класс", "период")
