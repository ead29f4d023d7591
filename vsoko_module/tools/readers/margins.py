"""What stands around a table by custom and is no record of it.

The numbers of the columns under a heading (1, 2, 3 … as printed forms have them), and the lines of
signatures, seals and dates at the end of a sheet.
"""

import re
from dataclasses import replace

from .accounting import COLUMN_NUMBER, FOOTER
from .headers import header_key, is_signature
from .names import clean

# fewer numbers may be values of a short row
LEAST_NUMBERS = 3
# a sheet of labels and their values has two columns
LEAST_COLUMNS = 3
# a line of signatures has a post, a place to sign, a name and a date
CLOSING_CELLS = 4
BLANK_TO_FILL = re.compile(r"_{3,}")
CLOSING = re.compile(r"(?:дата|число|тел|телефон|согласовано|утверждаю|м п$)(?!\w)")


def without_margins(sheet):
    """The sheet for the layouts: its margins are claimed and blank there; else the same sheet."""
    numbers, closing = _column_numbers(sheet.rows), _closing_lines(sheet.rows)
    if not numbers and not closing:
        return sheet
    sheet.leave(numbers, None, COLUMN_NUMBER)
    sheet.leave(closing, None, FOOTER)
    blank = {*numbers, *closing}
    rows = [[""] * len(row) if place in blank else row for place, row in enumerate(sheet.rows)]
    return replace(sheet, rows=rows)


def _column_numbers(rows):
    """Indexes of the rows that number the columns of the line of texts above them."""
    return [
        index
        for index in range(1, len(rows))
        if rows[index]
        and _numbers_all(rows[index], rows[index - 1])
        and not _goes_on(rows[index], rows[index + 1 : index + 2])
    ]


def _goes_on(row, below):
    """Whether the first column counts on under the 1: rows of classes or of numbered records."""
    place = next(place for place, cell in enumerate(row) if cell != "")
    return any(place < len(other) and clean(other[place]) == "2" for other in below)


def _numbers_all(row, above):
    """Whether a row is 1, 2, 3 … with a number under each text of the line above, three or more.

    Tasks of a work are numbered under their common heading alone, so other texts stand without.
    """
    filled = {place: clean(cell).strip("()") for place, cell in enumerate(row) if cell != ""}
    if list(filled.values()) != [str(number) for number in range(1, len(filled) + 1)]:
        return False
    texts = [place for place, cell in enumerate(above) if isinstance(cell, str) and cell.strip()]
    return len(texts) >= LEAST_NUMBERS and filled.keys() >= set(texts)


def _closing_lines(rows):
    """Indexes of the signatures at the end of a sheet with a table, from the last row upwards.

    Without a blank line over them or a place to sign they are left where they are: the last rows
    of a list that begins with posts look the same.
    """
    found = []
    for index in range(len(rows) - 1, 0, -1):
        if _is_closing(rows[index]):
            found.append(index)
        elif any(cell != "" for cell in rows[index]):
            break
    if not found or not _has_table(rows[: found[-1]]):
        return []
    is_apart = all(cell == "" for cell in rows[found[-1] - 1])
    return found if is_apart or any(map(_has_blank_to_fill, (rows[i] for i in found))) else []


def _is_closing(row):
    filled = [cell for cell in row if cell != ""]
    if not 1 <= len(filled) <= CLOSING_CELLS or not isinstance(filled[0], str):
        return False
    key = header_key(filled[0])
    return is_signature(filled[0]) or bool(CLOSING.match(key)) or _has_blank_to_fill(row)


def _has_blank_to_fill(row):
    return any(isinstance(cell, str) and BLANK_TO_FILL.search(cell) for cell in row)


def _has_table(rows):
    return any(sum(1 for cell in row if cell != "") >= LEAST_COLUMNS for row in rows)
