"""Workbooks (xlsx, ods, xls) to sheets by calamine, after our own checks."""

import io
import warnings

from python_calamine import CalamineWorkbook, SheetVisibleEnum

from . import limits
from .archive import safe_workbook
from .binary_errors import find_errors
from .compound import check_compound
from .problem import Refused
from .sheet import Sheet

# pairs, as the reader's values cannot be keys
HIDDEN = ((SheetVisibleEnum.Hidden, "hidden"), (SheetVisibleEnum.VeryHidden, "very_hidden"))


def read_zipped(content, read_file):
    """Sheets of an xlsx or ods file, or of the table in an archive, which ``read_file`` reads."""
    kind, checked = safe_workbook(content)
    return read_file(checked) if kind == "file" else _read(checked)


def read_compound(content):
    """Sheets of an old binary xls file."""
    check_compound(content)
    sheets = _read(content)
    errors = find_errors(content)
    if len(errors) == len(sheets):
        for sheet, found in zip(sheets, errors, strict=True):
            _show_errors(sheet.rows, found)
    return sheets


def _show_errors(rows, errors):
    for (row, column), text in errors.items():
        if row < len(rows) and column < len(rows[row]) and rows[row][column] == "":
            rows[row][column] = text


def _read(content):
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return list(_sheets(workbook))
    except (Refused, MemoryError):
        raise
    except BaseException as error:
        # a panic of the Rust reader is not an Exception; only it and plain errors are translated
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise Refused("broken_workbook") from None


def _sheets(workbook):
    """Yield the sheets under the limits of one and of all of them."""
    known = workbook.sheets_metadata
    if len(known) > limits.SHEETS:
        raise Refused("too_many_sheets", count=len(known), limit=limits.SHEETS)
    left = limits.SHEET_CELLS
    for told in known:
        sheet = _sheet(workbook, told.name, _hidden(told.visible))
        left -= sum(map(len, sheet.rows))
        if left < 0:
            raise Refused("too_heavy")
        yield sheet


def _hidden(visible):
    return next((key for value, key in HIDDEN if value == visible), "")


def _sheet(workbook, name, hidden):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sheet = workbook.get_sheet_by_name(name)
    if sheet.height > limits.SHEET_ROWS or sheet.width > limits.SHEET_COLUMNS:
        raise Refused("sheet_too_big", name=name, rows=sheet.height, columns=sheet.width)
    rows = sheet.to_python(skip_empty_area=False) if sheet.height else []
    return Sheet(name, rows, hidden)
