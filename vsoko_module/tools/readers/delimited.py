"""Delimited text (csv, tsv) to one sheet: encoding and delimiter are found by content."""

import codecs
import csv
import re

from . import limits
from .refusals import Refused
from .sheet import Sheet

DELIMITERS = (";", "\t", ",")
RUSSIAN = re.compile("[а-яё]{2,}", re.IGNORECASE)
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")


def read_delimited(content):
    """One sheet named "CSV" of text cells; raise ``Refused`` for what is not text."""
    text = _decode(content)
    lines = text.splitlines(keepends=True)
    delimiter = _delimiter(lines)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    rows = []
    start = 1
    try:
        for row in reader:
            # a cell may contain line ends: the numbers of lines stay those of the file
            rows.extend([_unquoted(row)] + [[]] * (reader.line_num - start))
            start = reader.line_num + 1
            if len(rows) > limits.SHEET_ROWS or len(row) > limits.SHEET_COLUMNS:
                raise Refused("sheet_too_big", name="CSV", rows=len(rows), columns=len(row))
    except csv.Error:
        raise Refused("open_quote", row=start) from None
    return [Sheet("CSV", rows)]


def _unquoted(row):
    """Cells without the apostrophe by which a spreadsheet marks a text, or with which it quotes."""
    return [cell[1:].removesuffix("'") if cell[:1] == "'" else cell for cell in row]


def _decode(content):
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _checked(content.decode("utf-16", "replace"))
    try:
        return _checked(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    texts = [content.decode(encoding, "replace") for encoding in ("cp1251", "cp866")]
    return _checked(max(texts, key=_russian_letters))


def _russian_letters(text):
    """How Russian a decoding looks: letters in words, fewer when the case changes in a word."""
    words = RUSSIAN.findall(text[:20_000])
    return sum(
        len(word) if word.islower() or word.isupper() or word.istitle() else -len(word)
        for word in words
    )


def _checked(text):
    if CONTROL.search(text):
        raise Refused("binary")
    return text


def _delimiter(lines):
    """The delimiter that most lines have equally often; «;» when none is seen."""
    sample = [line for line in lines[:60] if line.strip()]
    best, best_score = ";", 0
    for delimiter in DELIMITERS:
        counts = [line.count(delimiter) for line in sample]
        usual = max(set(counts), key=counts.count, default=0)
        score = usual * counts.count(usual)
        if score > best_score:
            best, best_score = delimiter, score
    return best
