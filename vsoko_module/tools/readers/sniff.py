"""What kind of file it is, by its content and never by its name."""

import re
from functools import partial

from . import limits
from .delimited import read_delimited
from .html_table import read_html
from .refusals import Refused
from .spreadsheet import read_compound, read_zipped
from .web_archive import read_web_archive

ZIP = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HTML = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|table|meta)\b", re.IGNORECASE)
WEB_ARCHIVE = re.compile(rb"(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n)*?MIME-Version:", re.IGNORECASE)
BINARY = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"\x7fELF")


def read_sheets(content):
    """Sheets of a file; raise ``Refused`` when it is no table or is not safe to read."""
    return _read(content, partial(_read, of_archive=_refuse_archive))


def _read(content, of_archive):
    """:param of_archive: reads the one file that an archive holds"""
    if not content.strip(b"\0 \t\r\n"):
        raise Refused("empty_file")
    if len(content) > limits.FILE_BYTES:
        raise Refused("too_big", limit=limits.FILE_BYTES // limits.MEGABYTE)
    sheets = _reader(content, of_archive)(content)
    filled = letters = 0
    for sheet in sheets:
        for row in sheet.rows:
            texts = [cell for cell in row if cell != ""]
            filled += len(texts)
            letters += sum(len(cell) for cell in texts if isinstance(cell, str))
        if filled > limits.FILLED_CELLS or letters > limits.LETTERS:
            raise Refused("too_heavy")
    if not filled:
        raise Refused("no_cells")
    return sheets


def _refuse_archive(_content):
    raise Refused("not_workbook")


def _reader(content, of_archive):
    head = content[:4096]
    if head.startswith(ZIP):
        return partial(read_zipped, read_file=of_archive)
    if head.startswith(COMPOUND):
        return read_compound
    if head.startswith(b"%PDF"):
        raise Refused("pdf")
    if head.startswith(BINARY):
        raise Refused("binary")
    plain = head.replace(b"\0", b"")
    if b"urn:schemas-microsoft-com:office:spreadsheet" in plain:
        raise Refused("xml_2003")
    if WEB_ARCHIVE.match(plain):
        return read_web_archive
    if HTML.search(plain):
        return read_html
    return read_delimited
