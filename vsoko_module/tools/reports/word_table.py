"""Tables of a Word document: repeated headings, widths, colours."""

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from .formatting import NBSP, shown_rows
from .widths import shares
from .word_page import clean, keep_rows_whole, set_widths, width
from .word_template import CELL, EMPTY_CELL, GRID, NARROW_CELL, SMALL_CELL, TABLE_TITLE

WIDE_COLUMNS = 8


def add_title(word, title):
    """The heading of a table or a chart, if it has one."""
    if title:
        word.add_paragraph(clean(title), TABLE_TITLE)


def add_table(word, table, _):
    """A ``tables.Table`` with its title and note, over the width of the page."""
    add_title(word, table.title)
    missing = _("no data")
    rows = shown_rows(table, missing)
    if not rows:
        word.add_paragraph(table.empty or missing.capitalize())
        return
    grid = _make_grid(word, table, rows)
    _repeat_head(grid)
    set_widths(grid, shares(table, rows), width(word))
    if table.wide:
        _turn_heads(grid.rows[0])
    if table.note:
        word.add_paragraph(clean(table.note))


def _make_grid(word, table, rows):
    titles = [
        {"text": column.title, "bold": True, "numeric": False, "fill": None, "sign": ""}
        for column in table.columns
    ]
    grid = word.add_table(1 + len(rows), len(table.columns), style=GRID)
    shown = [*titles, *(cell for row in rows for cell in row)]
    for cell, look in zip(grid._cells, shown, strict=True):
        _fill_cell(cell, look, _style(table, look))
    return grid


def _style(table, look):
    if table.wide:
        return EMPTY_CELL if look.get("missing") else NARROW_CELL
    if len(table.columns) > WIDE_COLUMNS:
        # a bold word of a heading is wider than the numbers under it
        return NARROW_CELL if look["bold"] and not look["numeric"] else SMALL_CELL
    return CELL


def _fill_cell(cell, look, style):
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    sign = f"{look['sign']}{NBSP}" if look["sign"] else ""
    paragraph.add_run(sign + clean(look["text"])).bold = look["bold"]
    if look["numeric"]:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if look["fill"]:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), look["fill"].lstrip("#"))
        cell._tc.get_or_add_tcPr().append(shade)


def _repeat_head(grid):
    """The heading on every page, and no row torn between two."""
    keep_rows_whole(grid)
    head = OxmlElement("w:tblHeader")
    grid.rows[0]._tr.get_or_add_trPr().append(head)


def _turn_heads(row):
    row.height = Mm(28)
    for cell in row.cells[1:]:
        direction = OxmlElement("w:textDirection")
        direction.set(qn("w:val"), "btLr")
        cell._tc.get_or_add_tcPr().append(direction)
