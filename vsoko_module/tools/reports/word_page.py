"""Pages of a Word document: fonts, margins, numbers of pages, approval and signatures."""

import re

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

LONG, SHORT = Mm(297), Mm(210)
MARGIN_LEFT, MARGIN_RIGHT, MARGIN_TOP = Mm(25), Mm(12), Mm(16)
# shares of the width for post, hand and name
SIGNATURE = (0.34, 0.28, 0.38)
FACE = "Times New Roman"
RED = RGBColor(0xAA, 0x33, 0x33)
# XML has no place for these
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def clean(text):
    """``text`` without the signs that no XML can hold."""
    return _CONTROLS.sub("", str(text))


def set_up(word, _, is_draft=False):
    """A4, a serif face as documents of schools have, Russian spelling, numbers of pages."""
    _set_styles(word)
    _hyphenate(word)
    page = word.sections[0]
    page.page_width, page.page_height = SHORT, LONG
    page.left_margin, page.right_margin = MARGIN_LEFT, MARGIN_RIGHT
    page.top_margin = page.bottom_margin = MARGIN_TOP
    if is_draft:
        mark = page.header.paragraphs[0]
        mark.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        run = mark.add_run(_("Draft, not approved"))
        run.font.size, run.font.color.rgb = Pt(9), RED
    _number_pages(page.footer.paragraphs[0], _)


def _set_styles(word):
    style = word.styles["Normal"]
    style.font.name, style.font.size = FACE, Pt(12)
    style.paragraph_format.space_after = Pt(4)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "ru-RU")
    style.element.get_or_add_rPr().append(language)
    sizes = {"Title": 16, "Heading 1": 14, "Heading 2": 12}
    for level, size in sizes.items():
        heading = word.styles[level]
        heading.font.name, heading.font.size = FACE, Pt(size)
        heading.font.bold, heading.font.color.rgb = True, RGBColor(0, 0, 0)
        fonts = heading.element.rPr.rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:cs"), FACE)
    _remove_rule(word.styles["Title"])


def _hyphenate(word):
    """Long Russian words in narrow columns."""
    hyphens = OxmlElement("w:autoHyphenation")
    hyphens.set(qn("w:val"), "true")
    word.settings.element.find(qn("w:defaultTabStop")).addnext(hyphens)


def _remove_rule(style):
    """The line that Word draws under a title; documents of schools have none."""
    for border in style.element.findall(".//" + qn("w:pBdr")):
        border.getparent().remove(border)


def _number_pages(paragraph, _):
    """«стр. X из Y»."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    before, _sign, rest = _("p. &P of &N").partition("&P")
    between, _sign, after = rest.partition("&N")
    for text, code in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        paragraph.add_run(text).font.size = Pt(9)
        if code:
            _add_field(paragraph, code)


def _add_field(paragraph, code):
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    run.font.size = Pt(9)
    field.append(run._r)
    paragraph._p.append(field)


def width(word):
    """Room for text across the page that is being filled."""
    page = word.sections[-1]
    return page.page_width - page.left_margin - page.right_margin


def set_widths(grid, parts, room):
    """Divide ``room`` among the columns of a table."""
    grid.autofit = False
    for column, part in zip(grid.columns, parts, strict=True):
        column.width = int(room * part)
    for row in grid.rows:
        for cell, part in zip(row._tr.tc_lst, parts, strict=True):
            cell.width = int(room * part)


def keep_rows_whole(grid):
    """Let no row be torn between two pages."""
    for row in grid.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def turn(word, wide):
    """Begin a page across for a wide section, and a page along after it."""
    page = word.sections[-1]
    if wide == (page.orientation == WD_ORIENT.LANDSCAPE):
        return
    if any(True for _block in word.iter_inner_content()):
        page = word.add_section(WD_SECTION.NEW_PAGE)
    page.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = (LONG, SHORT) if wide else (SHORT, LONG)


def add_head(word, paper, _):
    """The school, the approval where the form has it, and the title."""
    form = paper.form
    left, right = word.add_table(rows=1, cols=2).rows[0].cells
    left.paragraphs[0].add_run(clean(form.school)).bold = True
    if form.approval is not None:
        _add_approval(right, *form.approval, _)
    title = word.add_heading(clean(paper.title), 0)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in paper.lines:
        word.add_paragraph(clean(line)).alignment = WD_ALIGN_PARAGRAPH.CENTER


def _add_approval(cell, name, date, _):
    cell.paragraphs[0].add_run(_("APPROVED")).bold = True
    cell.add_paragraph(_("Director"))
    cell.add_paragraph(f"____________________ {clean(name)}".rstrip())
    cell.add_paragraph(clean(date) or _("“___” ______________ 20___"))


def add_signatures(word, signers):
    """A line for each person who signs: post, room for the hand, name."""
    if not signers:
        return
    word.add_paragraph()
    grid = word.add_table(rows=len(signers), cols=3)
    set_widths(grid, SIGNATURE, width(word))
    keep_rows_whole(grid)
    for row, (post, name) in zip(grid.rows, signers, strict=True):
        for cell, text in zip(row.cells, (post, "____________________", name), strict=True):
            cell.paragraphs[0].add_run(clean(text))
