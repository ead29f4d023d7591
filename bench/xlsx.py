"""Export of 50 000 cells through the hardened writer against xlsxwriter alone."""

import io
import time

import xlsxwriter

from odoo.addons.vsoko_module.tools.writers.cells import PERCENT, Column
from odoo.addons.vsoko_module.tools.writers.xlsx import XlsxWriter

ROWS = 5000
COLUMNS = 10
ROUNDS = 5


def main(env):
    """Yield (what is compared, ratio, budget) rows."""
    rows = _rows()
    times = {_ours: [], _bare: []}
    for _round in range(ROUNDS):
        for write, found in times.items():
            started = time.perf_counter()
            write(rows)
            found.append(time.perf_counter() - started)
    yield "XLSX of 50 000 cells / xlsxwriter alone", min(times[_ours]) / min(times[_bare]), "≤ 1.5"


def _rows():
    """A table as reports have it: a name and figures, some of them missing."""
    return [
        [f"Класс {row % 30}", *((row * 7 + column) % 101 / 3 for column in range(1, COLUMNS))]
        for row in range(ROWS)
    ]


def _ours(rows):
    writer = XlsxWriter(missing="нет данных")
    columns = [Column("Класс"), *(Column(f"Показатель {n}", PERCENT, 1) for n in range(1, COLUMNS))]
    writer.sheet("Значения").table(columns, rows)
    return writer.close()


def _bare(rows):
    """The same cells with the same looks, written by hand."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Значения")
        head = book.add_format({"bold": True, "border": 1, "text_wrap": True})
        text = book.add_format({"border": 1, "valign": "top", "text_wrap": True})
        number = book.add_format({"border": 1, "valign": "top", "num_format": '#,##0.0"%"'})
        for column in range(COLUMNS):
            sheet.write_string(0, column, f"Показатель {column}" if column else "Класс", head)
        for index, row in enumerate(rows, start=1):
            sheet.write_string(index, 0, row[0], text)
            for column in range(1, COLUMNS):
                sheet.write_number(index, column, row[column], number)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
    return buffer.getvalue()
