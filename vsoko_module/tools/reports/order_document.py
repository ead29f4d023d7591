"""An order of the school → DOCX: blanks of number and date, text, signature, acquaintance."""

import io

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from ..formula.errors import _lt
from . import tables
from .word_page import clean, set_up
from .word_table import add_table

INDENT = Mm(12.5)


def order_document(content, translate):
    """Bytes of the order of a ``Paper``: ``title`` is what the order is about, the line under it
    the word «ORDER»; the first text of each part is the text of the order."""
    paper = Document()
    set_up(paper, translate)
    _centred(paper, content.form.school, bold=True)
    for word in content.lines:
        _centred(paper, word, bold=True)
    paper.add_paragraph(translate(_lt("“___” ______________ 20___   No. ______")))
    paper.add_paragraph().add_run(clean(content.title)).bold = True
    signed = False
    for part in content.parts:
        found = [tables.build(content.frozen, block, translate) for block in part.frozen["blocks"]]
        found = [table for table in found if table]
        if found and not signed:
            _sign(paper, content, translate)
            signed = True
        _add_part(paper, part, found, translate)
    if not signed:
        _sign(paper, content, translate)
    buffer = io.BytesIO()
    paper.save(buffer)
    return buffer.getvalue()


def _add_part(paper, part, found, translate):
    if part.frozen["code"] != "preamble":
        paper.add_paragraph().add_run(clean(part.name)).bold = True
    for _heading, text in part.texts[:1]:
        for line in text.splitlines():
            paragraph = paper.add_paragraph(clean(line))
            paragraph.paragraph_format.first_line_indent = INDENT
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for table in found:
        add_table(paper, table, translate)


def _sign(paper, content, translate):
    paper.add_paragraph()
    words = [translate(_lt("Director")), "_" * 12, content.form.approval[0] or "_" * 20]
    paper.add_paragraph(clean("    ".join(words)))


def _centred(paper, text, bold=False):
    paragraph = paper.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(clean(text)).bold = bold
