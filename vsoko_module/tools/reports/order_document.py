"""An order of the school → DOCX: blanks of number and date, text, signature, acquaintance."""

import io

from ..translation import _lt, translated
from . import tables
from .word_page import clean, letterhead, start
from .word_table import add_table
from .word_template import CENTRED, ORDER


def order_document(paper, _, template=b""):
    """Bytes of the order of a ``Paper``: ``title`` is what the order is about, the line under it
    the word «ORDER»; the first text of each part is the text of the order.

    :param template: the Word file of the school, empty for the shipped one
    """
    word = start(template, _)
    for line in (*letterhead(paper.form), *paper.lines):
        word.add_paragraph(clean(line), CENTRED)
    word.add_paragraph(clean(_get_reference(paper.form, _)))
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


def _get_reference(form, _):
    day, number = form.reference
    if not number:
        return _("“___” ______________ 20___   No. ______")
    return translated(_, _lt("%(day)s   No. %(number)s"), day=day, number=number)


def _add_part(word, part, found, _):
    if part.name and part.frozen["code"] != "preamble":
        word.add_paragraph().add_run(clean(part.name)).bold = True
    for _heading, text in part.texts[:1]:
        for line in text.splitlines():
            word.add_paragraph(clean(line), ORDER)
    for table in found:
        add_table(word, table, _)


def _sign(word, paper, _):
    word.add_paragraph()
    words = [_("Director"), "_" * 12, paper.form.approval[0] or "_" * 20]
    word.add_paragraph(clean("    ".join(words)))
