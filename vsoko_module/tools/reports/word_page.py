"""Pages of a Word document: drafts, pages across, approval and signatures."""

import re

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement

from .word_template import DRAFT, TITLE, UNDER_TITLE, open_template

# shares of the width for post, hand and name
SIGNATURE = (0.34, 0.28, 0.38)
# XML has no place for these
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def clean(text):
    """``text`` without the signs that no XML can hold."""
    return _CONTROLS.sub("", str(text))


def start(template, _, is_draft=False):
    """A document by the template of the school, see ``open_template``; a draft says so."""
    word = open_template(template)
    if is_draft:
        page = word.sections[0]
        headers = [page.header]
        if page.different_first_page_header_footer:
            headers.append(page.first_page_header)
        for header in headers:
            first = header.paragraphs[0]
            mark = first.insert_paragraph_before() if first.runs else first
            mark.text, mark.style = _("Draft, not approved"), DRAFT
    return word


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
        page.different_first_page_header_footer = False
    page.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = page.page_height, page.page_width


def add_head(word, paper, _):
    """The school, the approval where the form has it, and the title."""
    form = paper.form
    left, right = word.add_table(rows=1, cols=2).rows[0].cells
    _add_school(left, form)
    if form.approval is not None:
        add_approval(right, *form.approval, _)
    word.add_paragraph(clean(paper.title), TITLE)
    for line in paper.lines:
        word.add_paragraph(clean(line), UNDER_TITLE)


def letterhead(form):
    """The lines that head a document: the school, and its address and telephone where known."""
    return [line for line in (form.school, form.requisites) if line]


def _add_school(cell, form):
    cell.paragraphs[0].add_run(clean(form.school)).bold = True
    if form.requisites:
        cell.add_paragraph(clean(form.requisites))


def add_approval(cell, name, date, _):
    """«Approved» with the director's name and the day, or with room for both."""
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
