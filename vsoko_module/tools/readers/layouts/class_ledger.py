"""«Сводная ведомость учёта успеваемости» of a class and a period."""

import re

from ..cells import BAD, parse_mark
from ..headers import header_key, mismatch
from ..layout import Asked, Extract, Layout
from ..ledger import LedgerReader
from ..ledger_tables import find_tables
from ..names import clean
from ..refusals import Refused
from ..titles import parse_period
from ..work_titles import is_exam

KEY = "class_ledger"
TITLE = "сводная ведомость"
# a lesson of a journal
DAY = re.compile(r"\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|\d{4}-\d\d-\d\d(?: 00:00:00)?")
ENOUGH_MARKS = 0.8
# more cells are a heading
TITLE_CELLS = 2


def recognise(sheets):
    tables = [table for table in find_tables(sheets) if table.columns.period < 0]
    if not tables or _is_of_exams(sheets):
        return 0
    if _has_title(sheets):
        return 1
    return 0.7 if _looks_like_marks(tables[0]) else 0


def extract(sheets, _today):
    return extract_ledger(KEY, sheets, with_period=False)


def extract_ledger(key, sheets, with_period):
    """``Extract`` with ``MarkRow`` of all tables, one of which has a column of periods."""
    tables = find_tables(sheets)
    if not tables or (with_period and all(table.columns.period < 0 for table in tables)):
        raise mismatch(sheets, "ФИО", *(("Период",) if with_period else ()))
    if any(map(_is_journal, tables)):
        raise Refused("journal_page")
    reader = LedgerReader()
    for table in tables:
        reader.read(table)
    return Extract(key, tables[0].titles, reader.marks, reader.finish())


def _is_journal(table):
    """Whether most columns of marks are headed by days: lessons, not subjects."""
    headings = [column.subject for column in table.columns.marks]
    days = sum(1 for heading in headings if DAY.fullmatch(heading))
    return days > 1 and days * 2 > len(headings)


def _has_title(sheets):
    return any(
        isinstance(cell, str) and header_key(cell).startswith(TITLE)
        for sheet in sheets
        for row in sheet.rows[:10]
        for cell in row
        if cell
    )


def _is_of_exams(sheets):
    """Whether the lines at the top say that the marks are of state exams, not of terms."""
    lines = [list(filter(None, row)) for sheet in sheets for row in sheet.rows[:3]]
    texts = [clean(cell) for line in lines if len(line) <= TITLE_CELLS for cell in line]
    return any(map(is_exam, texts)) and not any(map(parse_period, texts))


def _looks_like_marks(table):
    """A table without titles is a ledger when nearly all cells under subjects are marks."""
    cells = [
        row[column.place]
        for row in table.sheet.rows[table.rows.start : table.rows.stop]
        for column in table.columns.marks
        if column.place < len(row) and row[column.place] != ""
    ]
    marks = sum(1 for cell in cells if parse_mark(cell) is not BAD)
    return bool(cells) and marks >= ENOUGH_MARKS * len(cells)


LAYOUT = Layout(
    KEY,
    title="Ledger of a class and a period",
    order=40,
    recognise=recognise,
    extract=extract,
    loader="marks",
    asks={Asked.CLASS, Asked.PERIOD},
)
