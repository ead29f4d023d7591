"""An order of the school → DOCX: blanks of number and date, text, signature, acquaintance."""

import io

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from . import tables
from .word_page import clean, set_up
from .word_table import add_table

INDENT = Mm(12.5)


def order_document(paper, _):
    """Bytes of the order of a ``Paper``: ``title`` is what the order is about, the line under it
    the word «ORDER»; the first text of each part is the text of the order."""
    word = Document()
    set_up(word, _)
    _centred(word, paper.form.school, bold=True)
    for line in paper.lines:
        _centred(word, line, bold=True)
    word.add_paragraph(_("“___” ______________ 20___   No. ______"))
    word.add_paragraph().add_run(clean(paper.title)).bold = True
    signed = False
    for part in paper.parts:
        found = [tables.build(paper.frozen, block, _) for block in part.frozen["blocks"]]
        found = [table for table in found if table]
        if found and not signed:
            _sign(word, paper, _)
            signed = True
        _add_part(word, part, found, _)
    if not signed:
        _sign(word, paper, _)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _add_part(word, part, found, _):
    if part.frozen["code"] != "preamble":
        word.add_paragraph().add_run(clean(part.name)).bold = True
    for _heading, text in part.texts[:1]:
        for line in text.splitlines():
            paragraph = word.add_paragraph(clean(line))
            paragraph.paragraph_format.first_line_indent = INDENT
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for table in found:
        add_table(word, table, _)


def _sign(word, paper, _):
    word.add_paragraph()
    words = [_("Director"), "_" * 12, paper.form.approval[0] or "_" * 20]
    word.add_paragraph(clean("    ".join(words)))


def _centred(word, text, bold=False):
    paragraph = word.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(clean(text)).bold = bold
