"""Workbooks (xlsx, ods, xls) to sheets by calamine, after our own checks."""

import io
import re
import struct
import warnings

from python_calamine import CalamineWorkbook, SheetVisibleEnum

from . import limits
from .archive import safe_workbook
from .binary_errors import find_errors
from .cells import EPOCH_1904, EXCEL_EPOCH
from .compound import check_compound
from .refusals import Refused
from .sheet import Sheet

# days may be counted from 1904, as Excel for Mac did
OF_1904 = re.compile(rb"<(?:\w+:)?workbookPr\s[^>]*date1904\s*=\s*[\"'](?:1|true)[\"']")
# the record that opens the global part of an old workbook, and those sought in it
GLOBALS = b"\x09\x08\x10\x00\x00\x06\x05\x00"
DATE_MODE, FIRST_OF_SHEETS, RECORDS_BEFORE = 0x22, 0x85, 5_000
# pairs, as the reader's values cannot be keys
HIDDEN = ((SheetVisibleEnum.Hidden, "hidden"), (SheetVisibleEnum.VeryHidden, "very_hidden"))


def read_zipped(content, read_file):
    """Sheets of an xlsx or ods file, or of the table in an archive, which ``read_file`` reads."""
    kind, checked = safe_workbook(content)
    if kind == "file":
        return read_file(checked)
    # the parts of the checked copy are stored as they are
    return _read(checked, EPOCH_1904 if OF_1904.search(checked) else EXCEL_EPOCH)


def read_compound(content):
    """Sheets of an old binary xls file."""
    check_compound(content)
    sheets = _read(content, EPOCH_1904 if _is_of_1904(content) else EXCEL_EPOCH)
    errors = find_errors(content)
    if len(errors) == len(sheets):
        for sheet, found in zip(sheets, errors, strict=True):
            _show_errors(sheet.rows, found)
    return sheets


def _show_errors(rows, errors):
    for (row, column), text in errors.items():
        if row < len(rows) and column < len(rows[row]) and rows[row][column] == "":
            rows[row][column] = text


def _is_of_1904(content):
    """Whether the global records of an old workbook say that days count from 1904."""
    place = content.find(GLOBALS)
    for _record in range(RECORDS_BEFORE if place >= 0 else 0):
        if place + 6 > len(content):
            return False
        kind, length, value = struct.unpack_from("<HHH", content, place)
        if kind in (DATE_MODE, FIRST_OF_SHEETS):
            return kind == DATE_MODE and value == 1
        place += 4 + length
    return False


def _read(content, epoch):
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return list(_sheets(workbook, epoch))
    except (Refused, MemoryError):
        raise
    except BaseException as error:
        # a panic of the Rust reader is not an Exception; only it and plain errors are translated
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise Refused("broken_workbook") from None


def _sheets(workbook, epoch):
    """Yield the sheets under the limits of one and of all of them."""
    metadata = workbook.sheets_metadata
    if len(metadata) > limits.SHEETS:
        raise Refused("too_many_sheets", count=len(metadata), limit=limits.SHEETS)
    left = limits.SHEET_CELLS
    for entry in metadata:
        sheet = _sheet(workbook, entry.name, _hidden(entry.visible), epoch)
        left -= sum(map(len, sheet.rows))
        if left < 0:
            raise Refused("too_heavy")
        yield sheet


def _hidden(visible):
    return next((key for value, key in HIDDEN if value == visible), "")


def _sheet(workbook, name, hidden, epoch):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sheet = workbook.get_sheet_by_name(name)
    if sheet.height > limits.SHEET_ROWS or sheet.width > limits.SHEET_COLUMNS:
        raise Refused("sheet_too_big", name=name, rows=sheet.height, columns=sheet.width)
    rows = sheet.to_python(skip_empty_area=False) if sheet.height else []
    return Sheet(name, rows, hidden, epoch)
