"""A long list of marks: a row for each pupil and subject.

The period is a column, the title, or the heading of a column of marks: «ФИО, Предмет, 1 четверть,
2 четверть».
"""

from itertools import pairwise

from ..cells import BAD, DASH, FRACTION, MarkParser
from ..headers import find_header, header_key
from ..layout import Asked, Extract, Layout
from ..ledger import MarkRow
from ..ledger_headings import EXAM, FINAL, MARK
from ..listing import Listing
from ..names import clean, parse_class
from ..problem import Problem
from ..row_reader import RowReader
from ..titles import PeriodName, Titles, parse_period, read_titles
from . import contingent

KEY = "marks_list"
LABELS = {
    "name": "ФИО",
    "class_name": "Класс",
    "subject": "Предмет",
    "period": "Период",
    "mark": "Отметка",
}
PERIOD_HEADINGS = (
    *(f"{number} четверть" for number in (1, 2, 3, 4)),
    *(f"{number} триместр" for number in (1, 2, 3)),
    *(f"{number} полугодие" for number in (1, 2)),
    *("i четверть", "ii четверть", "iii четверть", "iv четверть"),
    *("i полугодие", "ii полугодие", "i триместр", "ii триместр", "iii триместр"),
    *("год", "годовая", "за год", "годовая отметка"),
)
ALIASES = {
    "name": contingent.ALIASES["name"],
    "class_name": ("класс",),
    "subject": ("предмет", "учебный предмет", "дисциплина", "наименование предмета"),
    "period": ("период", "учебный период", "четверть", "отчетный период", "триместр", "полугодие"),
    "mark": ("отметка", "оценка", "итоговая отметка", "отметка за период", "итоговая оценка"),
} | {f"mark {heading}": (heading,) for heading in PERIOD_HEADINGS}
# of the year, beside its mark
RESULTS = {"exam": EXAM, "final": FINAL}
MARKS = ("mark", *RESULTS, *(f"mark {heading}" for heading in PERIOD_HEADINGS))
LISTING = Listing(
    LABELS | {f"mark {heading}": heading for heading in PERIOD_HEADINGS},
    ALIASES,
    required=("name", "subject", MARKS),
)
# marks beside points are those of an exam or of a work
POINTS = frozenset(("балл", "баллы", "первичный балл", "тестовый балл", "код участника"))
WRITTEN_ONCE = ("name", "class_name", "subject", "period")


def recognise(sheets):
    return 1 if any(map(_is_list, sheets)) else 0


def _is_list(sheet):
    header = find_header(sheet, ALIASES, LISTING.required)
    return bool(header) and POINTS.isdisjoint(map(header_key, sheet.rows[header.row]))


def extract(sheets, today):
    titles, rows, problems, dashes = Titles(), [], [], []
    for block in LISTING.reader(sheets, today).blocks:
        reader = RowReader([block], LISTING.labels, today)
        # the lines above a table are true for the next tables until others say otherwise
        titles = read_titles(block.sheet.rows[block.first : block.header.row]).completed_by(titles)
        table = MarkLines(reader, titles, dashes)
        rows += [mark for number in reader.rows() for mark in table.read(number)]
        problems += reader.problems
    if dashes:
        problems.append(Problem("dash_marks", *dashes[0], "-", {"count": len(dashes)}))
    return Extract(KEY, titles, rows, tuple(problems))


class MarkLines:
    """Reads rows one after another; remembers what is written once for several rows.

    ``pupil``: whose marks all of them are, "" when a column says it. ``dashes``: the places of
    dashes in place of marks, added to.
    """

    def __init__(self, reader, titles, dashes, pupil=""):
        self.reader = reader
        self.titles = titles
        self.pupil = pupil
        self._parse = MarkParser()
        self._dashes = dashes
        self._places = [field for field in MARKS if reader.column(field)]
        self._last = {}
        self._once = {field for field in WRITTEN_ONCE if self._is_once(field)}

    def _is_once(self, field):
        """Whether a column has its text in the first row of a block only, as merged cells do.

        Where equal texts stand one under another each row has its own, and an empty cell is an
        error.
        """
        texts = [self.reader.text(field) for _number in self.reader.rows()]
        repeated = any(upper and upper == lower for upper, lower in pairwise(texts))
        return bool(texts and texts[0]) and "" in texts and not repeated

    def _text(self, field, required=False):
        text = self.reader.text(field)
        if field in self._once:
            self._last[field] = text = text or self._last.get(field, "")
        if required and not text:
            self.reader.text(field, required=True)
        return text

    def _about(self, field, period):
        """``(period, kind)`` of the marks of a column."""
        if field in RESULTS:
            return PeriodName("year", 1), RESULTS[field]
        return (period if field == "mark" else parse_period(field.removeprefix("mark "))), MARK

    def read(self, number):
        """``MarkRow`` of a row; nothing, with a problem, when it does not say whose mark it is."""
        reader = self.reader
        name, subject = self.pupil or self._text("name", True), self._text("subject", True)
        class_name, period = self._class_name(), self._period()
        marks = [(field, self._mark(field, number)) for field in self._places]
        if reader.ok:
            for field, mark in marks:
                if mark:
                    about, kind = self._about(field, period)
                    yield MarkRow(
                        reader.sheet.name,
                        number,
                        reader.column(field),
                        name,
                        subject,
                        class_name,
                        about,
                        *mark,
                        kind=kind,
                    )

    def _class_name(self):
        text = self._text("class_name")
        found = parse_class(text) if text else self.reader.section or self.titles.class_name
        if text and not found:
            self.reader.problem("bad_class", "class_name", text)
        return found

    def _period(self):
        text = self._text("period")
        found = parse_period(text) if text else self.titles.period
        if text and not found:
            self.reader.problem("unknown_period", "period", text)
        return found

    def _mark(self, field, number):
        """A mark, or None; a cell that is no mark is a problem and leaves the others."""
        reader = self.reader
        mark = self._parse[reader.raw(field)]
        if mark in (BAD, FRACTION):
            ok = reader.ok
            code = "bad_mark" if mark == BAD else "fractional_mark"
            reader.problem(code, field, clean(reader.raw(field)))
            reader.ok = ok
        elif mark == DASH:
            self._dashes.append((reader.sheet.name, number, reader.column(field)))
        return mark if mark and mark.status else None


LAYOUT = Layout(
    KEY,
    title="Long list of marks",
    order=46,
    recognise=recognise,
    extract=extract,
    loader="marks",
    asks={Asked.CLASS, Asked.PERIOD},
)
