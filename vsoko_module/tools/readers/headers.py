"""Find the heading row of a list and the places of its columns."""

import re
from functools import lru_cache
from typing import NamedTuple

from . import limits
from .names import NOT_WORD, clean, fold
from .personal import is_personal
from .refusals import Refused
from .spelling import MARKS_AFTER, in_russian, russian_word

TOTAL = re.compile(
    r"(?:итоги?|итого|всего|из них|количество|кол во|число|процент|доля|уровень|степень"
    r"|(?:абсолютная |общая |качественная )?успев(?:аемость|аемости|ают)?|неуспева\w*|обученность"
    r"|кач|качеств[оа]|качественная|соу|ср|средн(?:ий|яя) (?:балл|отметка|оценка|процент)|среднее"
    r"|%|отличники|хорошисты|ударники|троечники|(?:не )?аттестован\w*|на «?[2-5]»?)(?!\w)"
)
SIGNATURE = re.compile(
    r"(?:подпис\w*|классный руководитель|кл рук|директор|(?:зам|заместитель) директора|учитель"
    r"|секретарь|исполнител\w*|ответственн\w+|председатель|члены комиссии|составил\w*|проверил\w*"
    r"|(?:страница|стр|лист) \d+(?: из \d+)?$)(?!\w)"
)
ROW_NUMBER = re.compile(r"(?:№|n|no)\.?\s*(?:п\s*/?\s*п|строки|по порядку)?\.?|п\s*/?\s*п")
BRACKETS = re.compile(r"\([^)]*\)")
WHOSE = re.compile(
    r"(?<!\w)(?:ученик(?:а|ов)|учащ(?:егося|ихся)|обучающ(?:егося|ихся)|воспитанник(?:а|ов)"
    r"|реб[её]нка|детей|школьник(?:а|ов))(?!\w)"
)
# «№ приказа», other than «№ п/п»
NUMBER_SIGN = re.compile(r"№(?=\s*(?:и\s|[^\W\d_]{3}))")
# the day on which a column was true: «Стаж на 01.09.2025»
DAY_TOLD = re.compile(r",?\s+(?:по состоянию )?на \d{1,2}\.\d{1,2}\.\d{2,4}.*$", re.IGNORECASE)
# a refusal is a sentence that people read
HEADINGS_SHOWN = 30
HEADING_LENGTH = 60


class Header(NamedTuple):
    """``columns`` maps a field to a cell index; a heading reaches from ``row`` to ``last``."""

    row: int
    columns: dict
    last: int

    def getter(self):
        """A function ``(row, field)`` that gives the cell, "" when it is not there."""
        columns = self.columns

        def get(row, field):
            place = columns.get(field, -1)
            return row[place] if 0 <= place < len(row) else ""

        return get


@lru_cache(maxsize=20_000)
def header_key(text):
    """Words of a heading in one spelling, without punctuation."""
    return NOT_WORD.sub(" ", in_russian(fold(text))).strip()


def is_row_number(text):
    """Whether a heading is that of the running numbers of the rows: «№», «№ п/п», «N»."""
    return bool(ROW_NUMBER.fullmatch(fold(text).rstrip(MARKS_AFTER)))


def is_total(text):
    """Whether a label is that of a total under a table."""
    return bool(TOTAL.match(header_key(text)))


def is_footer(text):
    """Whether a label is that of a total or of a signature under a table."""
    return is_total(text) or is_signature(text)


def is_signature(text):
    """Whether a label is that of a signature under a table."""
    return bool(SIGNATURE.match(header_key(text)))


def _wanted(aliases):
    return {alias: field for field, keys in aliases.items() for alias in keys}


def _match_columns(row, wanted):
    """``{field: index}`` of the cells of a row whose text is wanted; the first such cell counts."""
    columns = {}
    for index, cell in enumerate(row):
        field = _field(cell, wanted) if isinstance(cell, str) and cell else None
        if field and field not in columns:
            columns[field] = index
    return columns


def _field(text, wanted):
    return next((wanted[key] for key in heading_keys(text) if key in wanted), None)


@lru_cache(maxsize=20_000)
def heading_keys(text):
    """Keys of a heading: all of it, without what stands in brackets, without whose it is, without
    the day on which it was true.

    A lone word of Latin look-alikes («OO», «C») is also read as a Russian one, «№» as «номер».
    """
    keys = [header_key(text), header_key(BRACKETS.sub(" ", text))]
    keys += [header_key(NUMBER_SIGN.sub("номер ", text)), header_key(DAY_TOLD.sub("", text))]
    keys += [russian_word(key) for key in keys]
    keys += [" ".join(WHOSE.sub(" ", key).split()) for key in keys]
    return tuple(dict.fromkeys(key for key in keys if key))


def _with_second_row(row, below, wanted):
    """The texts of a heading of two rows, None when the second is no heading.

    A low cell counts by itself or together with the group that stands over it; one of personal
    data is known too.
    """
    texts, group, recognised = list(row) + [""] * (len(below) - len(row)), "", 0
    for place, low in enumerate(below):
        group = texts[place] or group
        if low == "":
            continue
        if not isinstance(low, str):
            return None
        pair = f"{group} {low}"
        known = _field(low, wanted) or _field(pair, wanted)
        recognised += bool(known or is_personal(header_key(pair)))
        texts[place] = pair if _field(pair, wanted) else low
    filled = sum(1 for cell in below if cell != "")
    return texts if recognised and recognised * 2 >= filled else None


def find_header(sheet, aliases, required):
    """The first row that has all ``required`` fields, or None; see ``find_headers``."""
    return next(find_headers(sheet, aliases, required), None)


def find_headers(sheet, aliases, required):
    """Yield the rows that have all ``required`` fields; the first is near the top of the sheet.

    ``aliases`` maps a field to keys as ``header_key`` makes them. Each item of ``required`` is a
    field or a tuple of fields of which one is enough.
    """
    wanted = _wanted(aliases)
    rows, end = sheet.rows, -1
    for index in range(len(rows)):
        if index >= limits.HEADER_ROWS and end < 0:
            return
        header = _header_at(rows, index, wanted, required) if index > end else None
        if header:
            end = header.last
            yield header


def _header_at(rows, index, wanted, required):
    """The heading that begins in this row, of one row or of two, or None."""

    def fits(columns):
        return columns and not missing_fields(columns, required)

    if sum(1 for cell in rows[index] if isinstance(cell, str) and cell) < 2:
        return None
    alone = _match_columns(rows[index], wanted)
    below = rows[index + 1] if index + 1 < len(rows) else ()
    texts = _with_second_row(rows[index], below, wanted)
    if texts and (fits(alone) or not fits(_match_columns(below, wanted))):
        together = _match_columns(texts, wanted)
        if fits(together):
            return Header(index, together, index + 1)
    return Header(index, alone, index) if fits(alone) else None


def first_title(rows, index):
    """The first of the lines of titles directly over a heading: lone texts, labels, nothing."""
    while index and _is_title_line(rows[index - 1]):
        index -= 1
    return index


def _is_title_line(row):
    filled = [cell for cell in row if cell != ""]
    if len(filled) > 1:
        return len(filled) == 2 and isinstance(filled[0], str) and filled[0].rstrip().endswith(":")
    return not filled or (isinstance(filled[0], str) and not is_footer(filled[0]))


def missing_fields(columns, required):
    """Those of ``required`` that have no column."""
    return [
        field
        for field in required
        if not any(name in columns for name in (field if isinstance(field, tuple) else (field,)))
    ]


def header_or_refuse(sheets, aliases, required, labels):
    """``(sheet, header)`` of the first sheet with the heading.

    Raise ``Refused`` that names all missing columns of the row that fits best, and what is there.
    """
    wanted = _wanted(aliases)
    missing, nearest = list(required), None
    for sheet in sheets:
        header = find_header(sheet, aliases, required)
        if header:
            return sheet, header
        for row in sheet.rows[: limits.HEADER_ROWS]:
            lacks = missing_fields(_match_columns(row, wanted), required)
            if len(lacks) < len(missing):
                missing, nearest = lacks, row
    raise _mismatch([_label(field, labels) for field in missing], nearest or _fullest(sheets))


def _label(field, labels):
    """The name of a field for people; of fields of which one is enough, each that has a name."""
    fields = field if isinstance(field, tuple) else (field,)
    return "» / «".join(dict.fromkeys(labels[name] for name in fields if name in labels))


def mismatch(sheets, *columns):
    """The ``Refused`` of sheets none of which has all the columns, given by their headings.

    It names all that the row that fits best lacks, and what the row has.
    """

    def lacks(row):
        keys = {header_key(text) for text in _texts(row)}
        return [column for column in columns if header_key(column) not in keys]

    nearest = min(_tops(sheets), key=lambda row: len(lacks(row)), default=())
    if len(lacks(nearest)) == len(columns):
        nearest = _fullest(sheets)
    return _mismatch(lacks(nearest) or columns, nearest)


def _mismatch(columns, row):
    return Refused(
        "layout_mismatch",
        columns=", ".join(f"«{column}»" for column in columns),
        found=_in_words(row),
    )


def seen_headings(sheets):
    """The texts that people would take for the headings, in words; «—» without any."""
    return _in_words(_fullest(sheets))


def _in_words(row):
    texts = [f"«{text[:HEADING_LENGTH]}»" for text in _texts(row)[:HEADINGS_SHOWN]]
    return ", ".join(texts) or "—"


def _tops(sheets):
    return [row for sheet in sheets for row in sheet.rows[: limits.HEADER_ROWS]]


def _fullest(sheets):
    """The row with the most texts, which people would take for the heading."""
    return max(_tops(sheets), key=lambda row: len(_texts(row)), default=())


def _texts(row):
    return [text for cell in row if isinstance(cell, str) and (text := clean(cell))]
