"""The words of a file, for searching: DOCX, ODT and PDF that have a text in them."""

import io
import re

from .readers import limits
from .readers.archive import Archive
from .readers.refusals import Refused
from .readers.xml_part import parse_part

# letters of one file that are found: a thousand pages
LETTERS = 2_000_000
# what PostgreSQL makes of one text to search in it has to stay below a megabyte
SEARCHED_LETTERS = 300_000
_WORD_PARTS = re.compile(r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml")
_PARAGRAPHS = ("{*}p", "{*}h")
_SPACES = re.compile(r"\s+")


def words_of(content, _argument=None):
    """The job of another process: the text of a file, empty where it holds none.

    :raise Refused: for a damaged or dangerous file
    """
    if content.startswith(b"PK"):
        found = _archive_text(content)
    elif content.startswith(b"%PDF-"):
        found = _pdf_text(content)
    else:
        return ""
    return _SPACES.sub(" ", found.replace("\0", " ")).strip()[:LETTERS]


def _archive_text(content):
    archive = Archive(content, limits.FORM_BYTES)
    names = sorted(filter(_WORD_PARTS.fullmatch, archive.names))
    if not names and b"opendocument.text" in (archive.read("mimetype") or b"")[:100]:
        names = ["content.xml"]
    return "\n".join(_xml_text(archive.read_xml(name)) for name in names)


def _xml_text(data):
    root = parse_part(data or b"<empty/>")
    # words run through formatting, and end with a paragraph
    return "\n".join("".join(one.itertext()) for one in root.iter(*_PARAGRAPHS))


def _pdf_text(content):
    # slow to load and needed in this process alone
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    found, letters = [], 0
    try:
        for page in PdfReader(io.BytesIO(content)).pages:
            found.append(page.extract_text())
            letters += len(found[-1])
            if letters > LETTERS:
                break
    except PyPdfError:
        raise Refused("broken_workbook") from None
    return "\n".join(found)


def limited(text):
    """A text as it can be searched: of a very long one each further word once."""
    if len(text) <= SEARCHED_LETTERS:
        return text
    return " ".join(dict.fromkeys(text.split()))[:SEARCHED_LETTERS]
