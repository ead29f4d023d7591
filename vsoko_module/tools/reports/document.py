"""Frozen figures and texts of a report → DOCX, for schools that go on in Word."""

import io
import re

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ..formula.errors import _lt
from . import tables
from .formatting import shown_rows

WIDE_COLUMNS = 8
# XML has no place for these
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def document(content, translate):
    """Bytes of the document of a ``Paper``: its tables and texts; charts are left to the PDF."""
    paper = Document()
    set_up(paper, translate)
    paper.add_heading(clean(content.title[0]), 0)
    for line in content.title[1:]:
        paper.add_paragraph(clean(line))
    for number, part in enumerate(content.parts, start=1):
        _turn(paper, part.frozen.get("wide", False))
        paper.add_heading(clean(f"{number}. {part.name}"), 1)
        for block in part.frozen["blocks"]:
            table = tables.build(content.frozen, block, translate)
            if table:
                add_table(paper, table, translate)
        for heading, text in part.texts:
            _add_text(paper, heading, text)
    if content.changes:
        _add_changes(paper, content.changes, translate)
    buffer = io.BytesIO()
    paper.save(buffer)
    return buffer.getvalue()


def _add_changes(paper, changes, translate):
    _turn(paper, False)
    paper.add_heading(clean(changes.title), 1)
    paper.add_paragraph(clean(changes.summary))
    for table in changes.tables:
        add_table(paper, table, translate)


def clean(text):
    return _CONTROLS.sub("", str(text))


def set_up(paper, translate):
    """A4, a serif face as documents of schools have, and numbers of pages."""
    style = paper.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(12)
    for level in ("Title", "Heading 1", "Heading 2"):
        heading = paper.styles[level]
        heading.font.name, heading.font.color.rgb = "Times New Roman", RGBColor(0, 0, 0)
        heading.element.rPr.rFonts.set(qn("w:asciiTheme"), "")
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            heading.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
        heading.element.rPr.rFonts.set(qn("w:cs"), "Times New Roman")
    page = paper.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin = Mm(25), Mm(12)
    page.top_margin = page.bottom_margin = Mm(15)
    footer = page.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    before, _, after = translate(_lt("p. &P of &N")).partition("&P")
    between = after.partition("&N")[0]
    for text, code in ((before, "PAGE"), (between, "NUMPAGES")):
        footer.add_run(text)
        _add_field(footer, code)


def _add_field(paragraph, code):
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    paragraph._p.append(field)


def _turn(paper, wide):
    """Begin a page across for a wide section, and a page along after it."""
    page = paper.sections[-1]
    if wide == (page.orientation == WD_ORIENT.LANDSCAPE):
        return
    turned = paper.add_section(WD_SECTION.NEW_PAGE)
    turned.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    turned.page_width, turned.page_height = page.page_height, page.page_width


def add_table(paper, table, translate):
    if table.title:
        paper.add_heading(clean(table.title), 2)
    rows = shown_rows(table, translate(_lt("no data")))
    if not rows:
        paper.add_paragraph(translate(_lt("no data")))
        return
    size = Pt(7 if len(table.columns) > WIDE_COLUMNS else 10)
    grid = paper.add_table(rows=1 + len(rows), cols=len(table.columns), style="Table Grid")
    _repeat_head(grid.rows[0])
    cells = grid._cells
    texts = [{"text": column.title, "bold": True, "numeric": False} for column in table.columns]
    for cell, shown in zip(cells, [*texts, *(part for row in rows for part in row)], strict=True):
        run = cell.paragraphs[0].add_run(clean(shown["text"]))
        run.font.size, run.bold = size, shown["bold"]
        if shown["numeric"]:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if table.note:
        paper.add_paragraph(clean(table.note))


def _repeat_head(row):
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(head)


def _add_text(paper, heading, text):
    if text:
        paper.add_paragraph().add_run(clean(heading)).bold = True
        for line in text.splitlines():
            paper.add_paragraph(clean(line))
