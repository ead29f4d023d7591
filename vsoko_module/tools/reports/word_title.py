"""Page of title and contents of a document of Word."""

from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from .word_page import add_approval, clean, letterhead
from .word_template import CENTRED, TEXT_TITLE, TITLE, UNDER_TITLE

# over the title and over the town, so that both stand where people look for them
ABOVE_TITLE, ABOVE_TOWN = Mm(50), Mm(70)


def add_title_page(word, paper, _):
    """The school, «considered» and «approved» beside each other, the title, the town."""
    form = paper.form
    for text in letterhead(form):
        word.add_paragraph(clean(text), CENTRED)
    left, right = word.add_table(rows=1, cols=2).rows[0].cells
    _add_considered(left, *form.considered, _)
    if form.approval is not None:
        add_approval(right, *form.approval, _)
    title = word.add_paragraph(clean(paper.title), TITLE)
    title.paragraph_format.space_before = ABOVE_TITLE
    for line in paper.lines:
        word.add_paragraph(clean(line), UNDER_TITLE)
    town = word.add_paragraph(clean(form.town), CENTRED)
    town.paragraph_format.space_before = ABOVE_TOWN
    _end_page(word)


def add_contents(word, names, _):
    """The contents: Word puts the numbers of pages when it is asked to bring them up to date.

    :param names: headings of the sections, shown until then
    """
    word.add_paragraph(_("Table of contents"), TEXT_TITLE)
    paragraph = word.add_paragraph()
    _add_mark(paragraph, "begin")
    _add_instruction(paragraph, r' TOC \o "1-1" \h \z \u ')
    _add_mark(paragraph, "separate")
    for name in names:
        paragraph.add_run(clean(name))
        paragraph = word.add_paragraph()
    _add_mark(paragraph, "end")
    _end_page(word)


def _add_considered(cell, council, minutes, _):
    cell.paragraphs[0].add_run(_("CONSIDERED")).bold = True
    cell.add_paragraph(clean(council) or _("at the meeting of ____________________"))
    cell.add_paragraph(clean(minutes) or _("minutes No. ____ of “___” __________ 20___"))


def _end_page(word):
    word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _add_mark(paragraph, kind):
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)


def _add_instruction(paragraph, text):
    instruction = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = text
    paragraph.add_run()._r.append(instruction)
