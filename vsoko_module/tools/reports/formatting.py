"""Cells as text for people, in the Russian way."""

import datetime

from ..writers.cells import CHANGE, PERCENT, TEXT, digits_of, kind_of

NBSP = "\u00a0"
MINUS = "\u2212"


def number(value, digits, signed=False):
    """``1 234,5``; with ``signed`` always «+» or «−», except for a rounded zero."""
    rounded = f"{abs(value):,.{digits}f}".replace(",", NBSP).replace(".", ",")
    if not any(sign in "123456789" for sign in rounded):
        return rounded
    if value < 0:
        return MINUS + rounded
    return f"+{rounded}" if signed else rounded


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
