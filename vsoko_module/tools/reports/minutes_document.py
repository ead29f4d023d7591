"""Minutes or an extract → DOCX."""

import io

from .word_page import add_signatures, clean, letterhead, start
from .word_template import CENTRED, ORDER


def minutes_document(paper, _, template=b""):
    """Bytes of the document of a ``Paper`` of texts, see ``minutes``.

    :param template: the Word file of the school, empty for the shipped one
    """
    word = start(template, _, paper.form.is_draft)
    for line in (*letterhead(paper.form), paper.title, *paper.lines):
        word.add_paragraph(clean(line), CENTRED)
    for part in paper.parts:
        if part.name:
            word.add_paragraph().add_run(clean(part.name)).bold = True
        for heading, text in part.texts:
            _add_text(word, heading, text)
    add_signatures(word, paper.form.signers)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _add_text(word, heading, text):
    """A text under its heading; the first line of it stands beside the heading."""
    for number, line in enumerate(text.splitlines()):
        paragraph = word.add_paragraph(style=ORDER)
        if heading and number == 0:
            paragraph.add_run(clean(f"{heading}: ")).bold = True
        paragraph.add_run(clean(line))
