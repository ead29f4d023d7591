"""A report → DOCX, for schools that go on in Word."""

import io
from dataclasses import replace

from . import charts, tables
from .numbering import Numbering
from .word_chart import add_chart
from .word_page import add_head, add_signatures, clean, start, turn, width
from .word_picture import add_picture
from .word_table import add_table, add_title
from .word_template import SECTION, TEXT_TITLE
from .word_title import add_contents, add_title_page


def document(paper, _, template=b""):
    """Bytes of the document of a ``Paper``: the tables, charts and texts of the PDF.

    :param template: the Word file of the school, empty for the shipped one
    """
    word = start(template, _, paper.form.is_draft)
    _begin(word, paper, _)
    writer = _Writer(word, paper, _)
    for number, part in enumerate(paper.parts, start=1):
        writer.add_part(number, part)
    if paper.changes:
        writer.add_changes(paper.changes)
    add_signatures(word, paper.form.signers)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _begin(word, paper, _):
    """The head of the first page, or the page of title with the contents after it."""
    if paper.form.has_title_page:
        add_title_page(word, paper, _)
        names = [f"{number}. {part.name}" for number, part in enumerate(paper.parts, start=1)]
        return add_contents(word, names, _)
    first = paper.parts[:1]
    turn(word, bool(first) and first[0].frozen.get("wide", False))
    return add_head(word, paper, _)


class _Writer:
    """Puts sections into the document one after another."""

    def __init__(self, word, paper, _):
        self.word, self.frozen, self._ = word, paper.frozen, _
        self.numbering = Numbering(paper.form.has_title_page, _)

    def add_part(self, number, part):
        turn(self.word, part.frozen.get("wide", False))
        self.word.add_paragraph(clean(f"{number}. {part.name}"), SECTION)
        for block in part.frozen["blocks"]:
            self._add_block(block)
        for heading, text in part.texts:
            self._add_text(heading, text)
        for picture in part.pictures:
            add_picture(
                self.word, self.numbering.name_picture(picture.title), picture.alt, picture.content
            )
        for title in self.numbering.name_appendices(part.appendices):
            self.word.add_paragraph(clean(title))

    def add_changes(self, changes):
        turn(self.word, False)
        self.word.add_paragraph(clean(changes.title), SECTION)
        self.word.add_paragraph(clean(changes.summary))
        for table in changes.tables:
            add_table(self.word, table, self._)

    def _add_block(self, block):
        table = tables.build(self.frozen, block, self._)
        chart = None if table else charts.build(self.frozen, block, self._)
        if table:
            title = self.numbering.name_table(table.title, not table.rows)
            add_table(self.word, replace(table, title=title), self._)
        elif chart:
            add_title(self.word, self.numbering.name_chart(block["title"]))
            add_chart(
                self.word, chart, self.numbering.charts, width(self.word), clean(block["title"])
            )

    def _add_text(self, heading, text):
        if text:
            self.word.add_paragraph(clean(heading), TEXT_TITLE)
            for line in text.splitlines():
                self.word.add_paragraph(clean(line))
