"""Common part of the ledgers: tables «pupil × subjects» with titles above.

A sheet may hold several tables one under another, each with its own titles.
"""

from collections import Counter, defaultdict
from itertools import pairwise
from typing import NamedTuple

from .cells import BAD, DASH, FRACTION, MarkParser, parse_mark
from .headers import header_key
from .names import ClassName, clean, fold_person, fold_subject, parse_class
from .problem import Problem
from .titles import PeriodName, Titles, parse_period, read_titles

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
FOOTERS = (
    "итог",
    "всего",
    "успев",
    "абсолютн",
    "качеств",
    "соу",
    "ср ",
    "средн",
    "%",
    "подпись",
    "классный руководитель",
    "кл рук",
    "директор",
    "зам",
)
FIRST_COLUMNS = 4


class MarkRow(NamedTuple):
    """One mark; ``class_name`` and ``period`` are None where the file does not name them."""

    sheet: str
    row: int
    column: int
    name: str
    subject: str
    class_name: ClassName | None
    period: PeriodName | None
    value: int
    status: str


class Columns(NamedTuple):
    name: int
    class_name: int
    period: int
    subjects: tuple
    data_row: int


class Table(NamedTuple):
    """One table of a sheet; ``end`` is the index after its last row."""

    sheet: object
    columns: Columns
    titles: Titles
    end: int


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
            yield Table(sheet, columns, titles, following)
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
    return Columns(name, *special, subjects, data_row)


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


class LedgerReader:
    """Marks of the tables; collects ``marks`` and ``problems``."""

    def __init__(self):
        self.marks = []
        self.problems = []
        self._parse = MarkParser()
        self._dashes = []

    def read(self, table):
        rows = self._people(table)
        rows = self._without_same_names(table, rows)
        subjects = self._subjects(table, rows)
        for number, row, name, class_name, period in rows:
            self._row(table.sheet.name, number, row, name, class_name, period, subjects)

    def finish(self):
        """The problems, with the dashes gathered into one."""
        if self._dashes:
            sheet, row, column = self._dashes[0]
            count = {"count": len(self._dashes)}
            self.problems.append(Problem("dash_marks", sheet, row, column, "-", count))
        return tuple(self.problems)

    def _people(self, table):
        """``[(row number, row, name, class, period)]`` of the pupils' rows of a table."""
        columns, sheet = table.columns, table.sheet
        people = []
        name = ""
        for index in range(columns.data_row, table.end):
            row = sheet.rows[index]
            text = clean(row[columns.name]) if columns.name < len(row) else ""
            if _is_footer(row, text, columns):
                name = ""
                continue
            if columns.period < 0 or text or not _has(row, columns.period):
                name = text
            if not name:
                self._nameless(table, index, row)
                continue
            people.append((index + 1, row, name, *self._scope(table, index, row)))
        return people

    def _scope(self, table, index, row):
        class_name, period = table.titles.class_name, table.titles.period
        place = table.columns.class_name
        if 0 <= place < len(row):
            class_name = parse_class(clean(row[place]))
        place = table.columns.period
        if 0 <= place < len(row):
            text = clean(row[place])
            period = parse_period(text)
            if not period:
                self._problem("unknown_period", table.sheet.name, index + 1, place, text)
        return class_name, period

    def _nameless(self, table, index, row):
        if any(_has(row, place) for place, _subject in table.columns.subjects):
            self._problem("row_without_name", table.sheet.name, index + 1, table.columns.name)

    def _without_same_names(self, table, people):
        """Rows of namesakes are reported and left out: which mark is whose is never guessed."""
        count = Counter((fold_person(name), *scope) for _number, _row, name, *scope in people)
        twins = {key for key, number in count.items() if number > 1}
        if not twins:
            return people
        names = {key[0] for key in twins}
        for number, _row, name, _class, _period in people:
            if fold_person(name) in names:
                self._problem(
                    "same_name", table.sheet.name, number, table.columns.name, name, name=name
                )
        return [person for person in people if fold_person(person[2]) not in names]

    def _subjects(self, table, people):
        """Columns to read: equal columns of one subject count once, different ones not at all."""
        places = defaultdict(list)
        for place, subject in table.columns.subjects:
            places[fold_subject(subject)].append((place, subject))
        chosen = []
        for same in places.values():
            if len(same) == 1:
                chosen += same
                continue
            columns = {tuple(_cell(person[1], place) for person in people) for place, _s in same}
            if len(columns) == 1:
                chosen.append(same[0])
                continue
            for place, subject in same:
                self._problem(
                    "same_subject",
                    table.sheet.name,
                    table.columns.data_row,
                    place,
                    subject,
                    subject=subject,
                )
        return sorted(chosen)

    def _row(self, sheet, number, row, name, class_name, period, subjects):
        parse, add, width = self._parse, self.marks.append, len(row)
        for place, subject in subjects:
            mark = parse[row[place]] if place < width else None
            if mark is None:
                continue
            value, status = mark
            if status:
                add(
                    MarkRow(
                        sheet, number, place + 1, name, subject, class_name, period, value, status
                    )
                )
            else:
                self._no_mark(mark, sheet, number, place, row[place])

    def _no_mark(self, mark, sheet, number, place, cell):
        if mark == DASH:
            self._dashes.append((sheet, number, place + 1))
        elif mark in (BAD, FRACTION):
            code = "bad_mark" if mark == BAD else "fractional_mark"
            self._problem(code, sheet, number, place, clean(cell))

    def _problem(self, code, sheet, row, place, text="", **params):
        params.setdefault("text", text)
        self.problems.append(Problem(code, sheet, row, place + 1, text, params))


def _cell(row, place):
    return clean(row[place]) if place < len(row) else ""


def _has(row, place):
    return place < len(row) and row[place] != ""


def _is_footer(row, name, columns):
    labels = (header_key(cell) for cell in row[: columns.name] if isinstance(cell, str))
    if not name:
        return any(label.startswith(FOOTERS) for label in labels if label)
    return header_key(name).startswith(FOOTERS) and len(name.split()) < 3
