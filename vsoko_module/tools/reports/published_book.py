"""Tables of a publication → XLSX: a sheet of words, then a sheet for each table."""

from ..formula.errors import _lt
from ..writers.xlsx import XlsxWriter
from .workbook import table_sheet


def published_book(title, paragraphs, tables, translate):
    """Bytes of the workbook.

    :param title: lines of the heading, the name of the publication first
    :param paragraphs: texts of the first sheet, each on a line of its own
    """
    writer = XlsxWriter(missing=translate(_lt("no data")), footer=translate(_lt("p. &P of &N")))
    writer.set_title(title[0])
    sheet = writer.sheet(translate(_lt("Explanation")))
    sheet.title(title[0])
    for line in title[1:]:
        sheet.text(line)
    sheet.skip()
    for paragraph in paragraphs:
        sheet.text(paragraph)
    for table in tables:
        table_sheet(writer, table.title, table)
    return writer.close()
