"""CSV writer for people with a spreadsheet: semicolons, UTF-8 with a mark, no live formulas."""

import csv
import datetime
import io

from ..numbers import rounded
from .cells import TEXT, as_cell, digits_of, kind_of

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def neutral(text):
    """``text`` that no spreadsheet takes for a formula: a risky first sign gets an apostrophe."""
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


def write_csv(columns, rows, missing="", decimal_sign=","):
    """Bytes of a CSV file (``utf-8-sig``) with a heading.

    :param columns: list of ``Column``; texts and headings are neutralised, numbers are not
    :param rows: each gives one value or ``Cell`` for each column
    :param missing: words that stand for None
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow([neutral(column.title) for column in columns])
    for values in rows:
        writer.writerow(
            [
                _text(column, as_cell(value), missing, decimal_sign)
                for column, value in zip(columns, values, strict=True)
            ]
        )
    return buffer.getvalue().encode("utf-8-sig")


def _text(column, cell, missing, decimal_sign):
    value = cell.value
    if value is None:
        return missing
    if kind_of(column, cell) == TEXT:
        return neutral(str(value))
    if isinstance(value, datetime.date):
        return value.strftime("%d.%m.%Y")
    return f"{rounded(value, digits_of(column, cell)):f}".replace(".", decimal_sign)
