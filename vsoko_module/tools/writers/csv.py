"""CSV writer for people with a spreadsheet: semicolons, UTF-8 with a mark, no live formulas."""

import csv
import datetime
import io

from .cells import INTEGER, TEXT, as_cell

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
                _text(column, as_cell(value).value, missing, decimal_sign)
                for column, value in zip(columns, values, strict=True)
            ]
        )
    return buffer.getvalue().encode("utf-8-sig")


def _text(column, value, missing, decimal_sign):
    if value is None:
        return missing
    if column.kind == TEXT:
        return neutral(str(value))
    if isinstance(value, datetime.date):
        return value.strftime("%d.%m.%Y")
    digits = 0 if column.kind == INTEGER else column.digits
    return f"{value:.{digits}f}".replace(".", decimal_sign)
