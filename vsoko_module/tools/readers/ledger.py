"""Marks of the ledgers: rows of pupils under columns of subjects."""

from collections import Counter, defaultdict
from datetime import date
from typing import NamedTuple

from .accounting import FOOTER, ROW_NUMBER
from .broken_cells import is_broken
from .cells import BAD, DASH, FRACTION, BadValue, MarkParser, parse_date
from .headers import is_footer, is_total
from .ledger_headings import MARK, is_name_heading, result_kind
from .ledger_places import MarkPlaces
from .names import ClassName, clean, fold_person, is_person, parse_class
from .problem import Problem
from .titles import PeriodName, parse_period

YEAR = PeriodName("year", 1)


class MarkRow(NamedTuple):
    """One mark; ``class_name`` and ``period`` are None where the file does not name them.

    ``kind``: MARK, or EXAM or FINAL of the year. ``birthdate``: that of the pupil, None without.
    ``twin`` counts the rows of one name in one list from 1; 0 when the name stands there once.
    """

    sheet: str
    row: int
    column: int
    name: str
    subject: str
    class_name: ClassName | None
    period: PeriodName | None
    value: int
    status: str
    kind: str = MARK
    birthdate: date | None = None
    twin: int = 0


class LedgerPerson(NamedTuple):
    """A row of marks of a pupil; ``number`` is that of the row, from 1."""

    number: int
    row: list
    name: str
    birthdate: date | None
    class_name: ClassName | None
    period: PeriodName | None
    kind: str
    twin: int = 0


class LedgerReader:
    """Marks of the tables; collects ``marks`` and ``problems``."""

    def __init__(self):
        self.marks = []
        self.problems = []
        self._parse = MarkParser()
        self._dashes = []
        self._people = set()

    def read(self, table):
        table.claim()
        self._name_table_beside(table)
        people = list(self._numbered_twins(self._read_people(table)))
        self._people.update((person.name, person.birthdate) for person in people)
        places = MarkPlaces(table, people, self._parse)
        columns = places.choose()
        self.problems += places.problems
        taken = [column.place for column in columns]
        for person in people:
            table.sheet.take_row(person.number - 1, taken)
            self._row(table.sheet, person, columns)

    def finish(self):
        """The problems, with the dashes gathered into one."""
        if self._dashes:
            sheet, row, column = self._dashes[0]
            count = {"count": len(self._dashes)}
            self.problems.append(Problem("dash_marks", sheet, row, column, "-", count))
        if self._people and not self.marks:
            self.problems.append(Problem("no_marks", params={"count": len(self._people)}))
        return tuple(self.problems)

    def _read_people(self, table):
        """Yield a ``LedgerPerson`` of each row of a pupil."""
        columns, sheet = table.columns, table.sheet
        special = (columns.class_name, columns.period, columns.birthdate)
        places = [place for place in (*columns.names, *special) if place >= 0]
        numbered = _numbered(table)
        unknown = defaultdict(list)
        name = ""
        for index in table.rows:
            row = sheet.rows[index]
            text = " ".join(filter(None, (_name(row, place) for place in columns.names)))
            if index not in numbered and self._is_footer(table, index, text, numbered):
                sheet.leave(index, None, FOOTER)
                name = ""
                continue
            if columns.period < 0 or text or not _has(row, columns.period):
                name = text
            if not name:
                self._nameless(table, index, row)
            elif self._holds_marks(columns, row) or is_person(name):
                sheet.take_row(index, places)
                if person := self._person(table, index, row, name, unknown):
                    yield person
        self._report_periods(table, unknown)

    def _name_table_beside(self, table):
        """Say once that another table stands to the right, which is not read."""
        place = table.columns.beside
        if place < 0:
            return
        sheet = table.sheet
        for index in range(table.header, table.rows.stop):
            sheet.name_row(index, range(place, max(place, len(sheet.rows[index]))))
        heading = next(filter(is_name_heading, map(clean, sheet.rows[table.header][place:])), "")
        self._problem("table_beside", sheet, table.header + 1, place, heading)

    def _report_periods(self, table, unknown):
        for text, rows in unknown.items():
            place = table.columns.period
            self._problem("unknown_periods", table.sheet, rows[0], place, text, count=len(rows))

    def _is_footer(self, table, index, name, numbered):
        """Whether a row without a number is a total or a signature and no pupil.

        Under the last number stand totals, whatever they are called.
        """
        row = table.sheet.rows[index]
        first = table.columns.names[0]
        labels = [name] if name else [cell for cell in row[:first] if isinstance(cell, str)]
        if any(map(is_total, labels)):
            return True
        if numbered and name and index > max(numbered) and not is_person(name):
            return True
        return any(map(is_footer, labels)) and not self._holds_marks(table.columns, row)

    def _holds_marks(self, columns, row):
        return any(
            self._parse[row[column.place]] not in (None, BAD)
            for column in columns.marks
            if column.place < len(row)
        )

    def _person(self, table, index, row, name, unknown):
        """The ``LedgerPerson`` of a row, None when its period is not known."""
        columns = table.columns
        class_name, period, kind = table.titles.class_name, table.titles.period, MARK
        if _has(row, columns.class_name):
            class_name = parse_class(_cell(row, columns.class_name))
        if columns.period >= 0:
            text = _cell(row, columns.period)
            period, kind = parse_period(text), result_kind(text)
            if kind != MARK:
                period = YEAR
            elif not period:
                table.sheet.name_row(index)
                unknown[text].append(index + 1)
                return None
        birthdate = self._birthdate(table, index, row)
        return LedgerPerson(index + 1, row, name, birthdate, class_name, period, kind)

    def _birthdate(self, table, index, row):
        place = table.columns.birthdate
        if not _has(row, place):
            return None
        try:
            return parse_date(row[place], epoch=table.sheet.epoch)
        except BadValue as error:
            self._problem(error.args[0], table.sheet, index + 1, place, clean(row[place]))
            return None

    def _nameless(self, table, index, row):
        if any(_has(row, column.place) for column in table.columns.marks):
            table.sheet.name_row(index)
            place = table.columns.names[0]
            self._problem("row_without_name", table.sheet, index + 1, place, _cell(row, place))

    def _numbered_twins(self, people):
        """The people, those of one name in one list numbered: which row is whose is to be asked."""
        people = list(people)
        count = Counter(map(_identity, people))
        seen = Counter()
        for person in people:
            key = _identity(person)
            seen[key] += 1
            yield person._replace(twin=seen[key]) if count[key] > 1 else person

    def _row(self, sheet, person, columns):
        number, row, name, birthdate, class_name, own_period, own_kind, twin = person
        parse, add, width, title = self._parse, self.marks.append, len(row), sheet.name
        for place, subject, period, kind in columns:
            mark = parse[row[place]] if place < width else None
            if mark is None:
                continue
            value, status = mark
            if kind == MARK:
                kind = own_kind
            period = YEAR if kind != MARK else period or own_period
            if status:
                add(
                    MarkRow(
                        title, number, place + 1, name, subject, class_name, period, value, status,
                        kind, birthdate, twin,
                    )
                )  # fmt: skip
            else:
                self._no_mark(mark, sheet, number, place, row[place])

    def _no_mark(self, mark, sheet, number, place, cell):
        if mark == DASH:
            self._dashes.append((sheet.name, number, place + 1))
        elif mark in (BAD, FRACTION) and not is_broken(cell):
            code = "bad_mark" if mark == BAD else "fractional_mark"
            self._problem(code, sheet, number, place, clean(cell))

    def _problem(self, code, sheet, row, place, text="", **params):
        params.setdefault("text", text)
        self.problems.append(Problem(code, sheet.name, row, place + 1, text, params))


def _identity(person):
    return (
        fold_person(person.name),
        person.birthdate,
        person.class_name,
        person.period,
        person.kind,
    )


def _numbered(table):
    """Indexes of the rows that have a number, as rows of pupils do; none of a single one."""
    places = [place for place, reason in table.columns.skipped if reason == ROW_NUMBER]
    found = {
        index
        for index in table.rows
        if places and _cell(table.sheet.rows[index], places[0]).rstrip(".").isdecimal()
    }
    return found if len(found) > 1 else set()


def _cell(row, place):
    return clean(row[place]) if place < len(row) else ""


def _name(row, place):
    text = _cell(row, place)
    return "" if is_broken(text) else text


def _has(row, place):
    return 0 <= place < len(row) and row[place] != ""
