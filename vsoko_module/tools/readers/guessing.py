"""Guess what a table is by its headings and by what stands under them.

A guess is used without asking only when it is certain: each required column has a heading that says
what it is in other words than the layout knows, and the cells under it are of that kind. Otherwise
it is where people begin when they say what the columns mean.
"""

from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from . import limits
from .arrangement import Arrangement, Use, column_keys, corner_of
from .arranging import turn
from .cells import BAD, BadValue, parse_date, parse_gender, parse_mark, parse_number
from .headers import header_key, is_footer, is_row_number, missing_fields
from .heading_words import CORNER, is_letter, means
from .layouts import (
    class_ledger,
    class_ledger_year,
    contingent,
    load,
    marks_list,
    staff,
    task_points,
)
from .meanings import (
    BY_HEADING,
    CLASS,
    DATE,
    GENDER,
    GRADE,
    IGNORED,
    LETTER,
    MARK,
    NUMBER,
    PERSON,
    VOCABULARIES,
)
from .names import clean, is_person, parse_class
from .titles import parse_period
from .works import parse_task_heading

# the layouts that a table may be guessed to be, the surer first
GUESSED = (
    contingent.KEY,
    staff.KEY,
    load.KEY,
    marks_list.KEY,
    class_ledger_year.KEY,
    class_ledger.KEY,
    task_points.KEY,
)
SAMPLE_ROWS = 60
# wider tables are told by hand
COLUMNS_GUESSED = 200
ENOUGH = 0.8


class Guess(NamedTuple):
    """``row``: index of the heading's first row in the sheet, turned over where it has to be.

    ``certain``: nobody needs to be asked.
    """

    arrangement: Arrangement
    sheet: str
    row: int
    certain: bool
    score: float = 0


def guess(sheets, layouts=GUESSED):
    """The best ``Guess`` of some sheets, None when nothing in them looks like a table."""
    guesses = chain.from_iterable(_of_sheet(sheet, layouts) for sheet in sheets)
    return max(guesses, key=attrgetter("certain", "score"), default=None)


def guess_split_class(sheets):
    """The certain ``Guess`` of a table whose class is in two columns, grade and letter, or None.

    A layout that knows the other headings would take the grade for the class.
    """
    tops = [row for sheet in sheets for row in sheet.rows[: limits.HEADER_ROWS]]
    if not any(is_letter(header_key(cell)) for row in tops for cell in row):
        return None
    found = guess(sheets)
    split = found and found.certain and Use(GRADE) in found.arrangement.columns.values()
    return found if split else None


def guess_heading(rows, row, lines, layout):
    """``Use`` of each column under a heading that people have chosen; None for unknown ones.

    What the heading does not say is guessed by the cells: names, dates, classes. Columns of row
    numbers and totals say nothing.
    """
    heading = _Heading(rows, row, lines)
    uses = heading.uses(layout)
    seen = set()
    for field, meaning in VOCABULARIES[layout].meanings.items():
        if meaning.kind in BY_CELLS and Use(field) not in uses:
            places = (place for place, use in enumerate(uses) if not use)
            like = (place for place in places if heading.share(place, meaning.kind) >= ENOUGH)
            place = next(like, None)
            if place is not None and meaning.kind not in seen:
                uses[place] = Use(field)
            seen.add(meaning.kind)
    return [
        use or (Use(IGNORED) if heading.is_beside(place) else None)
        for place, use in enumerate(uses)
    ]


def _of_sheet(sheet, layouts):
    turned = _turned(sheet) if class_ledger.KEY in layouts else None
    if turned:
        yield turned
    for row in range(min(len(sheet.rows), limits.HEADER_ROWS)):
        for lines in (1, 2):
            heading = _Heading(sheet.rows, row, lines)
            if heading.is_possible():
                for layout in layouts:
                    yield from _of_heading(sheet, row, heading, layout)


def _of_heading(sheet, row, heading, layout):
    uses = heading.uses(layout)
    found = {use.field for use in uses if use}
    missing = missing_fields(found | _whole(found), VOCABULARIES[layout].required)
    if not found or len(missing) == len(VOCABULARIES[layout].required):
        return
    columns = {key: use for key, use in zip(heading.keys, uses, strict=True) if use}
    sure = not missing and heading.agrees(layout, uses) and layout != task_points.KEY
    score = len([use for use in uses if use and use.field != BY_HEADING]) - 2 * len(missing)
    marks = sum(1 for use in uses if use == Use(BY_HEADING))
    # two lines are worth their while only when they tell more
    score += min(marks, 3) - 0.5 * (heading.lines - 1)
    yield Guess(Arrangement(layout, columns, heading.lines), sheet.name, row, sure, score)


def _whole(found):
    """Fields that others make up together."""
    return {"class_name"} if GRADE in found else set()


def _turned(sheet):
    corner = corner_of(sheet, CORNER.fullmatch)
    if not corner:
        return None
    body, _corner = turn(sheet)
    heading = _Heading(body.rows, corner[0], 1)
    marks = [place for place in range(1, len(heading.keys)) if heading.share(place, MARK) >= ENOUGH]
    if len(marks) * 2 < len(heading.keys) - 1 or not marks:
        return None
    arrangement = Arrangement(class_ledger.KEY, {heading.keys[0]: Use("name")}, transposed=True)
    return Guess(arrangement, sheet.name, corner[0], True, len(marks))


class _Heading:
    """A row, or two, taken for a heading, and the cells below it."""

    def __init__(self, rows, row, lines):
        self.lines = lines
        self.keys = column_keys(rows, row, lines)[:COLUMNS_GUESSED]
        self._shares = {}
        self._top = rows[row : row + lines]
        self._below = rows[row + lines : row + lines + SAMPLE_ROWS]

    def is_possible(self):
        """Whether the rows hold texts that are no data."""
        texts = [[cell for cell in row if clean(cell)] for row in self._top]
        return (
            len(self._top) == self.lines
            and len(self.keys) > 1
            and all(texts)
            and all(isinstance(cell, str) for cell in texts[-1])
            and not (self.lines > 1 and any(map(_is_data, texts[-1])))
        )

    def uses(self, layout):
        """What each column is for by its heading, else by its cells; None for unknown ones."""
        uses = [self._by_words(place, layout) for place in range(len(self.keys))]
        uses = _first_of_each(uses)
        fields = {use.field for use in uses if use}
        if LETTER in fields and GRADE not in fields:
            uses = [self._grade_of(place, use) for place, use in enumerate(uses)]
        if VOCABULARIES[layout].rest == BY_HEADING:
            uses = [use or self._by_marks(place) for place, use in enumerate(uses)]
        return uses

    def _grade_of(self, place, use):
        """«Класс» beside «Литера» is the grade, unless it names the letter itself."""
        is_grade = use == Use("class_name") and self.share(place, NUMBER) >= ENOUGH
        return Use(GRADE) if is_grade else use

    def _by_words(self, place, layout):
        meanings = VOCABULARIES[layout].meanings
        for text in self._texts(place):
            key = header_key(text)
            field = next((field for field in meanings if means(key, meanings[field])), None)
            if field:
                return Use(field)
            if (
                layout == marks_list.KEY
                and parse_period(text)
                and self.share(place, MARK) >= ENOUGH
            ):
                return Use("mark", clean(text))
            task = parse_task_heading(text) if layout == task_points.KEY else None
            if task:
                return Use("task", f"{task.number}={task.maximum}")
        return None

    def _texts(self, place):
        """Texts over a column, the lowest first."""
        texts = [clean(row[place]) for row in reversed(self._top) if place < len(row)]
        return [text for text in texts if text]

    def _by_marks(self, place):
        named = self._texts(place) and not self.is_beside(place)
        return Use(BY_HEADING) if named and self.share(place, MARK) >= ENOUGH else None

    def is_beside(self, place):
        """Whether the column is one of row numbers or of totals."""
        texts = self._texts(place)
        return bool(texts) and (is_row_number(texts[0]) or is_footer(texts[0]))

    def share(self, place, kind):
        """The share of the filled cells of a column that are of a kind; 0 for an empty column."""
        if (place, kind) not in self._shares:
            cells = [row[place] for row in self._below if place < len(row) and clean(row[place])]
            count = sum(1 for cell in cells if IS_KIND[kind](cell))
            self._shares[place, kind] = count / len(cells) if cells else 0
        return self._shares[place, kind]

    def agrees(self, layout, uses):
        """Whether the cells of the columns are what the headings say."""
        vocabulary = VOCABULARIES[layout]
        for place, use in enumerate(uses):
            kind = (
                vocabulary.meanings[use.field].kind
                if use and use.field in vocabulary.meanings
                else ""
            )
            # a column may be empty; one that is not has to be right
            if kind in CHECKED and 0 < self.share(place, kind) < ENOUGH:
                return False
            if kind in CHECKED and not self.share(place, kind) and self._is_filled(place):
                return False
        if layout == marks_list.KEY:
            return marks_list.POINTS.isdisjoint(self.keys)
        return vocabulary.rest != BY_HEADING or self._is_ledger(uses)

    def _is_ledger(self, uses):
        """Whether all columns but those of numbers and totals have a use, some of them marks."""
        unknown = [place for place, use in enumerate(uses) if not use and self._texts(place)]
        return Use(BY_HEADING) in uses and all(map(self.is_beside, unknown))

    def _is_filled(self, place):
        return any(place < len(row) and clean(row[place]) for row in self._below)


def _first_of_each(uses):
    """A field that several columns seem to be stays with the first of them."""
    seen = set()
    for place, use in enumerate(uses):
        if use and use in seen:
            uses[place] = None
        seen.add(use)
    return uses


def _parses(parse):
    def is_kind(cell):
        try:
            return parse(cell) is not None
        except BadValue:
            return False

    return is_kind


def _is_mark(cell):
    return parse_mark(cell) not in (None, BAD)


def _is_data(cell):
    """Whether a text is more likely a value than the lower part of a heading.

    «Дата рождения» could be a name but for its small letter.
    """
    words = cell.split()
    are_great = all(word[:1].isupper() for word in words[:2])
    return cell.strip().isdigit() or (len(words) > 1 and are_great and is_person(cell))


def _is_class(cell):
    # a lone number may be anything
    return any(map(str.isalpha, clean(cell))) and parse_class(clean(cell)) is not None


IS_KIND = {
    PERSON: lambda cell: isinstance(cell, str) and is_person(cell),
    DATE: _parses(parse_date),
    CLASS: _is_class,
    GENDER: _parses(parse_gender),
    MARK: _is_mark,
    NUMBER: _parses(parse_number),
}
# the first field of each of these kinds may be guessed by the cells alone
BY_CELLS = frozenset((PERSON, DATE, CLASS, GENDER))
CHECKED = frozenset((PERSON, DATE, CLASS, GENDER, MARK))
