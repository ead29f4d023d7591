"""Tables of a publication → XLSX: a sheet of words, then a sheet for each table."""

from ..writers.xlsx import XlsxWriter
from .workbook import table_sheet


def published_book(title, paragraphs, tables, _):
    """Bytes of the workbook.

    :param title: lines of the heading, the name of the publication first
    :param paragraphs: texts of the first sheet, each on a line of its own
    """
    writer = XlsxWriter(missing=_("no data"), footer=_("p. &P of &N"))
    writer.set_title(title[0])
    sheet = writer.sheet(_("Explanation"))
    sheet.title(title[0])
    for line in title[1:]:
        sheet.text(line)
    sheet.skip()
    for paragraph in paragraphs:
        sheet.text(paragraph)
    for table in tables:
        table_sheet(writer, table.title, table)
    return writer.close()
