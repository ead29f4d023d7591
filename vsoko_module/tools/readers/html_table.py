"""An HTML page with tables (the usual «.xls» of a journal system) to sheets."""

import codecs
import re

from lxml import etree

from . import limits
from .refusals import Refused
from .sheet import Sheet

CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
SILENT = ("script", "style", "template", "noscript", "iframe", "object")
BREAKS = ("br", "p", "div")


def read_html(content):
    """All tables of the page one under another as one sheet named "HTML".

    Titles and data may stand in one table or in two: together they look like a worksheet.
    """
    root = _parse(_decode(content))
    rows = []
    cells = 0
    for table in root.iter("table"):
        for row in _table_rows(table):
            rows.append(row)
            cells += len(row)
            if len(rows) > limits.SHEET_ROWS or cells > limits.SHEET_CELLS:
                raise Refused("sheet_too_big", name="HTML", rows=len(rows), columns=len(row))
    if not rows:
        raise Refused("broken_html")
    return [Sheet("HTML", rows)]


def _decode(content):
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    declared = CHARSET.search(content[:4096])
    encodings = [declared[1].decode("ascii")] if declared else []
    for encoding in [*encodings, "utf-8", "cp1251"]:
        try:
            return content.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    return content.decode("cp1251", "replace")


def _parse(text):
    # an explicit parser: the default one of a thread may have been loosened by somebody else
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Refused("broken_html") from None
    if root is None:
        raise Refused("broken_html")
    etree.strip_elements(root, *SILENT, with_tail=False)
    return root


def _table_rows(table):
    """Cells of the table in their places: a merged cell leaves empty cells beside and below."""
    held = {}
    for row in table.iter("tr"):
        if next(row.iterancestors("table")) is not table:
            continue
        cells = []
        for cell in row.iterchildren("td", "th"):
            _skip_held(cells, held)
            text = _text(cell)
            wide, deep = _span(cell, "colspan"), _span(cell, "rowspan")
            if deep > 1:
                held.update(dict.fromkeys(range(len(cells), len(cells) + wide), deep))
            cells.append(text)
            cells.extend([""] * (wide - 1))
            if len(cells) > limits.SHEET_COLUMNS:
                raise Refused("sheet_too_big", name="HTML", rows=1, columns=len(cells))
        _skip_held(cells, held)
        held = {column: left - 1 for column, left in held.items() if left > 1}
        yield cells


def _skip_held(cells, held):
    while held.get(len(cells), 0) > 0 and len(cells) in held:
        cells.append("")


def _span(cell, name):
    value = cell.get(name, "")
    number = int(value[:6]) if value[:6].isdecimal() else 1
    return min(max(number, 1), limits.SHEET_COLUMNS)


def _text(cell):
    if not len(cell):
        return cell.text or ""
    for node in cell.iter(*BREAKS):
        node.tail = " " + (node.tail or "")
    return "".join(cell.itertext())
