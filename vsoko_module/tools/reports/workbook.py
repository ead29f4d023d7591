"""Frozen figures and texts of a report → XLSX: a sheet of texts, then a sheet for each table."""

from ..formula.errors import _lt
from ..writers.cells import Column
from ..writers.xlsx import XlsxWriter
from . import tables


def workbook(frozen, title, sections, translate):
    """Bytes of the workbook.

    :param title: lines of the heading, the name of the report first
    :param sections: dicts ``name``, ``frozen`` (the frozen section), ``texts`` — pairs
        (heading, text) that people wrote or have yet to accept
    """
    writer = XlsxWriter(missing=translate(_lt("no data")), footer=translate(_lt("p. &P of &N")))
    writer.set_title(title[0])
    _texts_sheet(writer, title, sections, translate)
    for section in sections:
        for block in section["frozen"]["blocks"]:
            table = tables.build(frozen, block, translate)
            if table:
                _table_sheet(writer, section["name"], table)
    return writer.close()


def _texts_sheet(writer, title, sections, translate):
    sheet = writer.sheet(translate(_lt("Conclusions")))
    sheet.title(title[0])
    for line in title[1:]:
        sheet.text(line)
    columns = [
        Column(translate(_lt("Section"))),
        Column(translate(_lt("Part"))),
        Column(translate(_lt("Text"))),
    ]
    rows = [
        (section["name"], heading, text)
        for section in sections
        for heading, text in section["texts"]
        if text
    ]
    sheet.table(columns, rows)


def _table_sheet(writer, section_name, table):
    sheet = writer.sheet(table.title or section_name)
    sheet.title(table.title or section_name)
    sheet.table(table.columns, table.rows)
    if table.note:
        sheet.text(table.note)
