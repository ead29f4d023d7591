"""Errors of formulas in an old binary workbook, which its reader gives as empty cells.

Only the records that hold an error are looked at. Formats: [MS-CFB], [MS-XLS].
"""

import struct

from .compound import LAST_REGULAR, sector_table

STREAMS = ("Workbook", "Book")
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
FORMULA, END, BOUND_SHEET, ERROR_CELL, BEGIN = 0x06, 0x0A, 0x85, 0x205, 0x809
# smaller streams are kept elsewhere in the file; a workbook with cells is larger
LEAST_STREAM = 4096


def find_errors(content):
    """``[{(row, column): text}]`` of the sheets of a checked file, in their order, from 0."""
    stream = _stream(content)
    starts = [
        struct.unpack_from("<I", data)[0]
        for kind, data in _records(stream, 0)
        if kind == BOUND_SHEET
    ]
    return [dict(_errors(stream, start)) for start in starts]


def _stream(content):
    """Bytes of the workbook's stream, b"" when it is not found."""
    size = 1 << struct.unpack_from("<H", content, 30)[0]
    table = sector_table(content, size)
    directory = _chain(content, size, table, struct.unpack_from("<I", content, 48)[0])
    for place in range(0, len(directory) - 127, 128):
        length = struct.unpack_from("<H", directory, place + 64)[0]
        name = directory[place : place + max(length - 2, 0)].decode("utf-16-le", "replace")
        start, amount = struct.unpack_from("<2I", directory, place + 116)
        if name in STREAMS and amount >= LEAST_STREAM:
            return _chain(content, size, table, start)[:amount]
    return b""


def _chain(content, size, table, sector):
    parts = []
    while sector < min(len(table), LAST_REGULAR) and len(parts) <= len(table):
        parts.append(content[(sector + 1) * size : (sector + 2) * size])
        sector = table[sector]
    return b"".join(parts)


def _records(stream, place):
    """Yield ``(kind, data)`` of the records of the part that begins at a place.

    A chart on a sheet is a part inside the part.
    """
    depth = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<2H", stream, place)
        depth += (kind == BEGIN) - (kind == END)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, stream[place + 4 : place + 4 + length]
        place += 4 + length


def _errors(stream, start):
    for kind, data in _records(stream, start):
        code = None
        if kind == ERROR_CELL and len(data) >= 8 and data[7]:
            code = data[6]
        elif kind == FORMULA and len(data) >= 14 and data[12:14] == b"\xff\xff" and data[6] == 2:
            code = data[8]
        if code in ERRORS:
            yield struct.unpack_from("<2H", data), ERRORS[code]
