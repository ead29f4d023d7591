"""A web page with its parts in one file (.mht, often called .xls) to sheets."""

from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError

from . import limits
from .html_table import read_html
from .refusals import Refused

PAGE = "text/html"


def read_web_archive(content):
    """The sheets of the pages that have a table; raise ``Refused`` when there is none."""
    try:
        message = message_from_bytes(content)
        pages = [part for part in message.walk() if part.get_content_type() == PAGE]
        texts = [_text(part) for part in pages[: limits.ZIP_PARTS]]
    except (MessageError, ValueError, LookupError, RecursionError, TypeError):
        raise Refused("broken_html") from None
    sheets = []
    for text in texts:
        if b"<table" in text.lower():
            name = f"HTML {len(sheets) + 1}" if sheets else "HTML"
            sheets += [replace(sheet, name=name) for sheet in read_html(text)]
    if not sheets:
        raise Refused("broken_html")
    return sheets


def _text(part):
    """The page as bytes that name their encoding as its part does."""
    data = part.get_payload(decode=True) or b""
    charset = part.get_content_charset()
    if charset and b"charset" not in data[:4096].lower():
        return data.decode(charset, "replace").encode("utf-8")
    return data
