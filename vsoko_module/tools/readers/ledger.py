"""Marks of the ledgers: rows of pupils under columns of subjects."""

from collections import Counter, defaultdict
from typing import NamedTuple

from .accounting import FOOTER, REPEATED
from .cells import BAD, DASH, FRACTION, MarkParser
from .headers import is_footer
from .names import ClassName, clean, fold_person, fold_subject, parse_class
from .problem import Problem
from .titles import PeriodName, parse_period


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


class LedgerReader:
    """Marks of the tables; collects ``marks`` and ``problems``."""

    def __init__(self):
        self.marks = []
        self.problems = []
        self._parse = MarkParser()
        self._dashes = []

    def read(self, table):
        table.claim()
        rows = self._people(table)
        rows = self._without_same_names(table, rows)
        subjects = self._subjects(table, rows)
        places = [place for place, _subject in subjects]
        for number, row, name, class_name, period in rows:
            table.sheet.take_row(number - 1, places)
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
        known = [place for place in columns[:3] if place >= 0]
        people = []
        name = ""
        for index in range(columns.data_row, table.end):
            row = sheet.rows[index]
            text = clean(row[columns.name]) if columns.name < len(row) else ""
            if _is_footer(row, text, columns):
                sheet.leave(index, None, FOOTER)
                name = ""
                continue
            if columns.period < 0 or text or not _has(row, columns.period):
                name = text
            if not name:
                self._nameless(table, index, row)
                continue
            sheet.take_row(index, known)
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
            table.sheet.name_row(index)
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
                table.sheet.name_row(number - 1)
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
                for place, _subject in same[1:]:
                    table.sheet.leave([person[0] - 1 for person in people], place, REPEATED)
                continue
            for place, subject in same:
                for person in people:
                    table.sheet.name_row(person[0] - 1, place)
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
    """Whether the row is a total or a signature under the table and no pupil."""
    labels = [name] if name else [cell for cell in row[: columns.name] if isinstance(cell, str)]
    return any(map(is_footer, labels))
