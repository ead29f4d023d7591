"""Which columns of a table of a ledger are read as marks of which subject."""

import re
from collections import defaultdict

from .accounting import REPEATED
from .cells import BAD, DASH, FRACTION
from .headers import header_key
from .names import clean, fold_subject
from .problem import MESSAGES, Problem

# columns that ledgers have beside the subjects
BESIDE = ("поведение", "прилежание", "решение", "примеч", "педсовет", "протокол", "заключение")
# a mark with a sign is named cell by cell
MARK_LIKE = re.compile(r"[0-6]\W{0,2}")


class MarkPlaces:
    """Choose the columns of marks; ``problems`` name those that are not read."""

    def __init__(self, table, people, parse):
        self.problems = []
        self._table = table
        self._people = people
        self._parse = parse

    def choose(self):
        """``MarkColumn`` of the columns to read, from left to right."""
        columns = [*self._table.columns.marks, *self._of_groups()]
        named = [column for column in columns if self._has_subject(column)]
        holding = [column for column in named if self._holds_marks(column)]
        places = defaultdict(list)
        for column in holding:
            places[fold_subject(column.subject), *column[2:]].append(column)
        chosen = [column for same in places.values() for column in self._united(same)]
        return sorted(chosen)

    def _of_groups(self):
        """Columns without a heading: the second group of the subject to the left, or named."""
        by_place = {column.place: column for column in self._table.columns.marks}
        for place in self._table.columns.nameless:
            marks = self._marks(place)
            if not marks:
                continue  # whatever stands there is named as not read
            left = by_place.get(place - 1)
            first = self._marks(left.place) if left else {}
            if first and marks.keys().isdisjoint(first):
                by_place[place] = left._replace(place=place)
                yield by_place[place]
            else:
                self._refuse("nameless_marks", place, "", count=len(marks))

    def _has_subject(self, column):
        if column.subject:
            return True
        cells = self._filled(column.place)
        if cells:
            self._refuse("no_subject", column.place, self._heading(column.place), len(cells))
        return False

    def _holds_marks(self, column):
        """Whether a column has a mark or nothing; one of other texts is named once."""
        cells = self._filled(column.place)
        marks = self._marks(column.place)
        heading = self._heading(column.place)
        beside = header_key(heading).startswith(BESIDE)
        others = [
            cell
            for cell in cells.values()
            if self._parse[cell] in (BAD, FRACTION) and not MARK_LIKE.fullmatch(clean(cell))
        ]
        if marks or len(others) < (1 if beside else 2):
            return True
        code = "not_marks" if beside else "no_marks_in_column"
        self._refuse(code, column.place, heading, len(cells), example=clean(others[0]))
        return False

    def _united(self, same):
        """Columns of one subject that complete each other; different marks are not read at all."""
        if len(same) == 1:
            return same
        found = {}
        for column in same:
            for number, mark in self._marks(column.place).items():
                found.setdefault(number, set()).add(mark)
        if any(len(marks) > 1 for marks in found.values()):
            for column in same:
                subject = column.subject
                self._refuse("same_subject", column.place, subject, subject=subject)
            return []
        return [column for place, column in enumerate(same) if self._adds(column, same[:place])]

    def _adds(self, column, before):
        """Whether a column has cells that those before it have not."""
        cells = self._filled(column.place)
        earlier = [self._filled(other.place) for other in before]
        if not before or any(
            all(number not in other for other in earlier) or self._parse[cell] in (BAD, FRACTION)
            for number, cell in cells.items()
        ):
            return True
        self._table.sheet.leave([number - 1 for number in cells], column.place, REPEATED)
        return False

    def _filled(self, place):
        """``{number of the row: cell}`` of the filled cells of a column."""
        return {
            person.number: person.row[place]
            for person in self._people
            if place < len(person.row) and clean(person.row[place])
        }

    def _marks(self, place):
        """``{number of the row: mark}`` of the marks of a column."""
        return {
            number: mark
            for number, cell in self._filled(place).items()
            if (mark := self._parse[cell]) not in (None, BAD, DASH, FRACTION)
        }

    def _heading(self, place):
        rows = self._table.sheet.rows[self._table.header : self._table.rows.start]
        texts = [clean(row[place]) for row in rows if place < len(row)]
        return next((text for text in reversed(texts) if text), "")

    def _refuse(self, code, place, heading, count=0, **params):
        sheet = self._table.sheet
        for number in self._filled(place):
            sheet.name_row(number - 1, place, lost=MESSAGES[code].severity == "error")
        params = {"text": heading, "count": count, **params}
        row = self._table.header + 1
        self.problems.append(Problem(code, sheet.name, row, place + 1, heading, params))
