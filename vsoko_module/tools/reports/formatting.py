"""Cells as text for people, in the Russian way."""

import datetime

from ..numbers import rounded
from ..writers.cells import CHANGE, PERCENT, TEXT, as_cell, cell_sign, digits_of, kind_of

NBSP = "\u00a0"
MINUS = "\u2212"
DASH = "—"
# a name of that many signs is not broken into lines
SHORT_NAME = 22


def number(value, digits, signed=False):
    """``1 234,5``; with ``signed`` always «+» or «−», except for a rounded zero."""
    shown = rounded(value, digits)
    text = f"{abs(shown):,f}".replace(",", NBSP).replace(".", ",")
    if shown < 0:
        return MINUS + text
    return f"+{text}" if signed and shown else text


def cell_text(column, cell, missing):
    """Text of a cell of a table; ``missing`` stands for None."""
    if cell.value is None:
        return missing
    kind = kind_of(column, cell)
    if kind == TEXT:
        return str(cell.value)
    if isinstance(cell.value, datetime.date):
        return cell.value.strftime("%d.%m.%Y")
    text = number(cell.value, digits_of(column, cell), signed=kind == CHANGE)
    return f"{text}{NBSP}%" if kind == PERCENT else text


def shown_table(table, missing):
    """A table as the templates take it."""
    return {
        "title": table.title,
        "chart": None,
        "headings": [column.title for column in table.columns],
        "widths": [column.width for column in table.columns],
        "rows": shown_rows(table, missing),
        "empty": table.empty or missing.capitalize(),
        "note": table.note,
        "wide": table.wide,
    }


def shown_rows(table, missing):
    """Rows of a table as people see them: dicts ``text``, ``numeric``, ``missing``, ``bold``,
    ``fill``, ``sign`` of a coloured number, ``figure`` that opens from it, ``look``: in the first
    column ``name`` or, when it needs lines, ``long``."""
    rows = [
        [
            _shown(column, as_cell(value), missing)
            for column, value in zip(table.columns, row, strict=True)
        ]
        for row in table.rows
    ]
    for first, *_rest in rows:
        first["look"] = "name" if len(first["text"]) <= SHORT_NAME else "long"
    return rows


def _shown(column, cell, missing):
    return {
        "text": cell_text(column, cell, missing),
        "numeric": kind_of(column, cell) != TEXT,
        "missing": cell.value is None or cell.value == DASH,
        "bold": cell.bold,
        "fill": cell.fill,
        "sign": cell_sign(kind_of(column, cell), cell),
        "figure": cell.figure,
        "look": "",
    }
