"""Cells whose value a workbook does not have: errors of formulas, formulas that were never counted.

A spreadsheet reader gives an empty cell for them; an empty cell says something else. So they are
turned into texts before the workbook is read, and known by these texts in every kind of file.
"""

import re

UNCOUNTED = "#FORMULA!"
ERROR = re.compile(
    r"#(?:N/A|Н/Д|DIV/0!|ДЕЛ/0!|REF!|ССЫЛКА!|VALUE!|ЗНАЧ!|NAME\?|ИМЯ\?|NUM!|ЧИСЛО!|NULL!|ПУСТО!"
    r"|SPILL!|CALC!|ПЕРЕНОС!|FORMULA!)|(?:Err|Ошибка): ?\d{3}"
)
_ERROR_TYPE = re.compile(rb"""(<(?:\w+:)?c\s(?:[^>]*?\s)?t\s*=\s*)(["'])e\2""")
_UNCOUNTED = re.compile(
    rb"<(?P<p>(?:\w+:)?)c(?P<attributes>(?:\s[^>]*)?)(?<!/)>\s*"
    rb"(?P<formula><(?:\w+:)?f(?:\s[^>]*)?/>|<(?:\w+:)?f(?:\s[^>]*)?(?<!/)>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*(?=</(?:\w+:)?c>)"
)
_TYPE = re.compile(rb"""\st\s*=\s*(["'])(\w+)\1""")
_ERROR_CELL = re.compile(rb"""<(?:\w+:)?table-cell\s[^>]*:value-type=["']error["'][^>]*>""")
_STRING_VALUE = re.compile(rb"""\s(?:\w+:)?string-value=(["'])\1""")


def is_broken(cell):
    """Whether a cell holds no value but the text of an error."""
    if not isinstance(cell, str) or cell[:1] not in ("#", "E", "О"):
        return False
    return bool(ERROR.fullmatch(cell.strip()))


def show_errors(name, data):
    """The XML of a part of a workbook in which errors and uncounted formulas are texts."""
    if name == "content.xml":
        return _ERROR_CELL.sub(lambda found: _STRING_VALUE.sub(b"", found[0]), data)
    if not name.startswith("xl/worksheets/"):
        return data
    return _UNCOUNTED.sub(_as_text, _ERROR_TYPE.sub(rb"\1\2str\2", data))


def _as_text(found):
    type_ = _TYPE.search(found["attributes"])
    if type_ and type_[2] == b"str":
        return found[0]  # a formula whose result is an empty text
    attributes = _TYPE.sub(b"", found["attributes"])
    return b'<%bc%b t="str">%b<%bv>%b</%bv>' % (
        found["p"], attributes, found["formula"], found["p"], UNCOUNTED.encode(), found["p"]
    )  # fmt: skip
