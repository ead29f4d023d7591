"""A report → DOCX, for schools that go on in Word."""

import io

from docx import Document
from docx.shared import Pt

from . import charts, tables
from .word_chart import add_chart
from .word_page import add_head, add_signatures, clean, set_up, turn, width
from .word_table import add_table, add_title


def document(content, translate):
    """Bytes of the document of a ``Paper``: the tables, charts and texts of the PDF."""
    paper = Document()
    set_up(paper, translate, content.form.is_draft)
    first = content.parts[:1]
    turn(paper, bool(first) and first[0].frozen.get("wide", False))
    add_head(paper, content, translate)
    writer = _Writer(paper, content.frozen, translate)
    for number, part in enumerate(content.parts, start=1):
        writer.add_part(number, part)
    if content.changes:
        writer.add_changes(content.changes)
    add_signatures(paper, content.form.signers)
    buffer = io.BytesIO()
    paper.save(buffer)
    return buffer.getvalue()


class _Writer:
    """Puts sections into the document one after another."""

    def __init__(self, paper, frozen, translate):
        self.paper, self.frozen, self.translate = paper, frozen, translate
        self.charts = 0

    def add_part(self, number, part):
        turn(self.paper, part.frozen.get("wide", False))
        self.paper.add_heading(clean(f"{number}. {part.name}"), 1)
        for block in part.frozen["blocks"]:
            self._add_block(block)
        for heading, text in part.texts:
            self._add_text(heading, text)

    def add_changes(self, changes):
        turn(self.paper, False)
        self.paper.add_heading(clean(changes.title), 1)
        self.paper.add_paragraph(clean(changes.summary))
        for table in changes.tables:
            add_table(self.paper, table, self.translate)

    def _add_block(self, block):
        table = tables.build(self.frozen, block, self.translate)
        chart = None if table else charts.build(self.frozen, block, self.translate)
        if table:
            add_table(self.paper, table, self.translate)
        elif chart:
            add_title(self.paper, block["title"])
            self.charts += 1
            add_chart(self.paper, chart, self.charts, width(self.paper), clean(block["title"]))

    def _add_text(self, heading, text):
        if text:
            label = self.paper.add_paragraph()
            label.paragraph_format.space_before = Pt(8)
            label.paragraph_format.keep_with_next = True
            label.add_run(clean(heading)).bold = True
            for line in text.splitlines():
                self.paper.add_paragraph(clean(line))
