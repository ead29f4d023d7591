"""Frozen figures and texts of a report → XLSX: a sheet of texts, then a sheet for each table."""

from ..writers.cells import Column
from ..writers.xlsx import XlsxWriter
from . import tables


def workbook(paper, _):
    """Bytes of the workbook of a ``Paper``."""
    writer = XlsxWriter(missing=_("no data"), footer=_("p. &P of &N"))
    writer.set_title(paper.title)
    _texts_sheet(writer, paper, _)
    for part in paper.parts:
        for block in part.frozen["blocks"]:
            table = tables.build(paper.frozen, block, _)
            if table:
                table_sheet(writer, part.name, table)
    if paper.changes:
        _changes_sheet(writer, paper.changes)
    return writer.close()


def _texts_sheet(writer, paper, _):
    rows = [
        (part.name, heading, text) for part in paper.parts for heading, text in part.texts if text
    ]
    sheet = writer.sheet(_("Text"))
    sheet.title(paper.title)
    for line in (paper.form.school, *paper.lines):
        sheet.text(line)
    columns = [
        Column(_("Section")),
        Column(_("Part")),
        Column(_("Text")),
    ]
    if rows:
        sheet.table(columns, rows)


def table_sheet(writer, section_name, table):
    sheet = writer.sheet(table.title or section_name)
    sheet.title(table.title or section_name)
    sheet.table(table.columns, table.rows)
    if table.note or (table.empty and not table.rows):
        sheet.text(table.note or table.empty)


def _changes_sheet(writer, changes):
    sheet = writer.sheet(changes.title)
    sheet.title(changes.title)
    sheet.text(changes.summary)
    for table in changes.tables:
        sheet.skip()
        sheet.text(table.title)
        sheet.table(table.columns, table.rows, freeze=False)
