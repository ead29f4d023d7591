"""Small files that choke a reader: those met in practice, and their kin made here."""

import io
import random

from reader_samples import SAMPLES
from test_reader_hostile import spreadsheet_ods, workbook
from xlsxwriter import Workbook

CELL = '<table:table-cell office:value-type="string"{}>{}</table:table-cell>'


def hostile_files():
    """``{name: bytes}``."""
    met = {path.name: path.read_bytes() for path in sorted((SAMPLES / "hostile").iterdir())}
    return met | {
        "repeated rows.ods": _repeated_rows(),
        "a run of spaces.ods": _spaces(),
        "one long text.xlsx": long_text_book(30_000, 99_900),
        "900 sheets.xlsx": many_sheets(900),
        "breaks.xls": b"<table><tr><td>" + b"<br>" * 3_000_000 + b"</td></tr></table>",
        "full.csv": (b"1;" * 39 + b"1\n") * 99_000,
        "rows of an old book.xls": far_rows(),
    }


def _repeated_rows():
    cell = CELL.format(' table:number-columns-repeated="40"', f"<text:p>{'я' * 2000}</text:p>")
    return spreadsheet_ods(
        f'<table:table-row table:number-rows-repeated="90000">{cell}</table:table-row>'
    )


def _spaces():
    cell = CELL.format("", '<text:p><text:s text:c="1000000000"/></text:p>')
    return spreadsheet_ods(f"<table:table-row>{cell}</table:table-row>")


def long_text_book(letters, cells):
    """A book whose only text stands in every cell."""
    rows = ("<row>" + '<c t="s"><v>0</v></c>' * 100 + "</row>") * (cells // 100)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    # letters that hardly repeat: such a book is compressed as an honest one
    text = "".join(map(chr, random.Random(letters).choices(range(0x430, 0x450), k=letters)))
    return workbook(
        rows, **{"xl/sharedStrings.xml": f'<sst xmlns="{main}"><si><t>{text}</t></si></sst>'}
    )


def many_sheets(count):
    """A book of sheets that hold one far cell each."""
    target = io.BytesIO()
    with Workbook(target, {"in_memory": True}) as book:
        for _number in range(count):
            book.add_worksheet().write(99_000, 30, "1")
    return target.getvalue()


def far_rows():
    """An old book in which the number of a row of each cell was damaged to the largest one."""
    content = bytearray((SAMPLES / "svod/svod_2A_Y.xls").read_bytes())
    place = content.find(b"\xfd\x00\x0a\x00")
    while place >= 0:
        content[place + 4 : place + 8] = b"\xff\xff\xff\x00"
        place = content.find(b"\xfd\x00\x0a\x00", place + 4)
    return bytes(content)
