"""Frozen figures of a report → CSV: one line for each cell of each table."""

from ..formula.errors import _lt
from ..writers.cells import NUMBER, Cell, Column, as_cell, digits_of, kind_of
from ..writers.csv_file import write_csv
from . import tables


def flat_csv(paper, translate):
    """Bytes of the CSV: section, table, row, column, value with the decimals of the other files."""
    columns = [
        Column(translate(_lt("Section"))),
        Column(translate(_lt("Table"))),
        Column(translate(_lt("Row"))),
        Column(translate(_lt("Column"))),
        Column(translate(_lt("Value")), NUMBER),
    ]
    rows = [
        (part.name, table.title, *line)
        for part in paper.parts
        for block in part.frozen["blocks"]
        if (table := tables.build(paper.frozen, block, translate))
        for line in _lines(table)
    ]
    return write_csv(columns, rows, missing=translate(_lt("no data")))


def _lines(table):
    for row in table.rows:
        name = as_cell(row[0]).value
        for column, value in zip(table.columns[1:], row[1:], strict=True):
            cell = as_cell(value)
            kind, digits = kind_of(column, cell), digits_of(column, cell)
            yield str(name), column.title, Cell(cell.value, kind=kind, digits=digits)
