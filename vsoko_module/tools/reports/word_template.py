"""The Word file in which documents are written: page, letterhead and styles of a school."""

import io
import re
import zipfile
from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE

from ..readers import limits
from ..readers.archive import office_parts
from ..readers.refusals import Refused

SHIPPED = Path(__file__).parents[2] / "static" / "word_template.docx"
# styles by their names in Word; those of Word itself have English names in the file
TITLE, UNDER_TITLE, SECTION, TABLE_TITLE = "Title", "Subtitle", "Heading 1", "Heading 2"
CENTRED, ORDER, TEXT_TITLE, DRAFT = "Реквизит", "Приказ", "Заголовок текста", "Проект"
CELL, SMALL_CELL = "Ячейка", "Ячейка мелкая"
NARROW_CELL, EMPTY_CELL = "Ячейка узкая", "Ячейка без данных"
GRID = "Таблица отчёта"
STYLES = (
    TITLE, UNDER_TITLE, SECTION, TABLE_TITLE, CENTRED, ORDER, TEXT_TITLE, DRAFT,
    CELL, SMALL_CELL, NARROW_CELL, EMPTY_CELL, GRID,
)  # fmt: skip
_ACTIVE = re.compile(r".*(?:vbaProject|activeX/|embeddings/|afchunk|\.bin$).*", re.IGNORECASE)
_OUTSIDE = re.compile(rb"""TargetMode\s*=\s*["']External""")
_HYPERLINK = re.compile(rb"<Relationship\s[^>]*/hyperlink[\"'][^>]*>")


def open_template(content=b""):
    """A document to write in, by the template of the school or else by the shipped one."""
    word = Document(io.BytesIO(content or SHIPPED.read_bytes()))
    first, *more = word.element.body.iterchildren()
    if len(more) < 2 and word.paragraphs and not word.paragraphs[0].runs:
        # Word leaves an empty paragraph where a document is empty
        word.element.body.remove(first)
    return word


def check(content, _argument=None):
    """The job of another process for a template that somebody uploads.

    :raise Refused: for what is no plain Word document, or lacks styles that are written with
    """
    if len(content) > limits.TEMPLATE_BYTES:
        raise Refused("template_too_big", limit=limits.TEMPLATE_BYTES // limits.MEGABYTE)
    parts = _read(content)
    for name, data in parts.items():
        if _ACTIVE.fullmatch(name):
            raise Refused("template_active", name=name)
        if name.endswith(".rels") and _OUTSIDE.search(_HYPERLINK.sub(b"", data)):
            raise Refused("template_links", name=name)
    if b"macroEnabled" in parts["[Content_Types].xml"]:
        raise Refused("template_active", name="macroEnabled")
    _check_styles(content)


def _read(content):
    """The parts; each once, or another reader may meet one that was not seen here."""
    try:
        parts = office_parts(content, "word/document.xml")
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if len(archive.namelist()) == len(parts) and "[Content_Types].xml" in parts:
                return parts
    except Refused:
        pass
    raise Refused("template_not_docx")


def _check_styles(content):
    try:
        styles = {
            style.name
            for style in open_template(content).styles
            if style.type
            == (WD_STYLE_TYPE.TABLE if style.name == GRID else WD_STYLE_TYPE.PARAGRAPH)
        }
    except Exception:
        # a damaged document ends in any error of its reader
        raise Refused("template_not_docx") from None
    missing = [name for name in STYLES if name not in styles]
    if missing:
        raise Refused("template_styles", names=", ".join(f"«{name}»" for name in missing))
