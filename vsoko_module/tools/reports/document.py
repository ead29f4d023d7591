"""A report → DOCX, for schools that go on in Word."""

import io

from docx import Document
from docx.shared import Pt

from . import charts, tables
from .word_chart import add_chart
from .word_page import add_head, add_signatures, clean, set_up, turn, width
from .word_table import add_table, add_title


def document(paper, _):
    """Bytes of the document of a ``Paper``: the tables, charts and texts of the PDF."""
    word = Document()
    set_up(word, _, paper.form.is_draft)
    first = paper.parts[:1]
    turn(word, bool(first) and first[0].frozen.get("wide", False))
    add_head(word, paper, _)
    writer = _Writer(word, paper.frozen, _)
    for number, part in enumerate(paper.parts, start=1):
        writer.add_part(number, part)
    if paper.changes:
        writer.add_changes(paper.changes)
    add_signatures(word, paper.form.signers)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


class _Writer:
    """Puts sections into the document one after another."""

    def __init__(self, word, frozen, _):
        self.word, self.frozen, self._ = word, frozen, _
        self.charts = 0

    def add_part(self, number, part):
        turn(self.word, part.frozen.get("wide", False))
        self.word.add_heading(clean(f"{number}. {part.name}"), 1)
        for block in part.frozen["blocks"]:
            self._add_block(block)
        for heading, text in part.texts:
            self._add_text(heading, text)

    def add_changes(self, changes):
        turn(self.word, False)
        self.word.add_heading(clean(changes.title), 1)
        self.word.add_paragraph(clean(changes.summary))
        for table in changes.tables:
            add_table(self.word, table, self._)

    def _add_block(self, block):
        table = tables.build(self.frozen, block, self._)
        chart = None if table else charts.build(self.frozen, block, self._)
        if table:
            add_table(self.word, table, self._)
        elif chart:
            add_title(self.word, block["title"])
            self.charts += 1
            add_chart(self.word, chart, self.charts, width(self.word), clean(block["title"]))

    def _add_text(self, heading, text):
        if text:
            label = self.word.add_paragraph()
            label.paragraph_format.space_before = Pt(8)
            label.paragraph_format.keep_with_next = True
            label.add_run(clean(heading)).bold = True
            for line in text.splitlines():
                self.word.add_paragraph(clean(line))
