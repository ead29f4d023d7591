"""Frozen figures of a report → CSV: one line for each cell of each table."""

from ..writers.cells import NUMBER, Cell, Column, as_cell, digits_of, kind_of
from ..writers.csv_file import write_csv
from . import tables


def flat_csv(paper, _):
    """Bytes of the CSV: section, table, row, column, value with the decimals of the other files."""
    columns = [
        Column(_("Section")),
        Column(_("Table")),
        Column(_("Row")),
        Column(_("Column")),
        Column(_("Value"), NUMBER),
    ]
    rows = [
        (part.name, table.title, *line)
        for part in paper.parts
        for block in part.frozen["blocks"]
        if (table := tables.build(paper.frozen, block, _))
        for line in _lines(table)
    ]
    return write_csv(columns, rows, missing=_("no data"))


def _lines(table):
    for row in table.rows:
        name = as_cell(row[0]).value
        for column, value in zip(table.columns[1:], row[1:], strict=True):
            cell = as_cell(value)
            kind, digits = kind_of(column, cell), digits_of(column, cell)
            yield str(name), column.title, Cell(cell.value, kind=kind, digits=digits)
