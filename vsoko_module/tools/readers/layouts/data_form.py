"""The program's own table of a statistical form: a cell a row, filled in and loaded back.

A row with neither a value nor a reason says nothing: what is stored stays as it is.
"""

from datetime import date, datetime
from typing import NamedTuple

from ..accounting import SERVICE
from ..headers import header_key
from ..layout import Extract, Layout
from ..listing import Listing
from ..names import clean, fold
from ..titles import Titles
from ..works import find_cell, line_value

KEY = "data_form"
TITLE = "Статистическая форма"
# lines above the table, as the writer makes them and the reader finds them
NUMBER, PERIOD = "Форма №", "Период"
LABELS = {
    "key": "Ячейка",
    "section": "Раздел",
    "name": "Что указать",
    "member": "По чему",
    "previous": "В прошлый раз",
    "value": "Значение",
    "reason": "Почему нет значения",
    "comment": "Комментарий",
}
READ = ("key", "value", "reason", "comment")
LISTING = Listing(
    LABELS,
    {field: (header_key(LABELS[field]),) for field in READ},
    required=("key", "value"),
    ignored={
        SERVICE: tuple(header_key(label) for field, label in LABELS.items() if field not in READ)
    },
)
REASONS = {
    "not_applicable": "не применимо",
    "no_source": "нет источника",
    "not_measured": "не измерялось",
    "refused": "отказ",
}
YES_NO = {True: "да", False: "нет"}
_REASON_KEYS = {fold(word): reason for reason, word in REASONS.items()}


class CellRow(NamedTuple):
    """``key``: the code of the element and the member of its breakdown, «books class:12».

    ``value``: text, a day as ``2026-01-31``; "" where there is none, then maybe with a ``reason``.
    """

    sheet: str
    row: int
    key: str
    value: str
    reason: str
    comment: str


class FormDetails(NamedTuple):
    """``number`` of the form, 0 when the file does not name it; ``column`` of the values from 1."""

    number: int
    column: int


def recognise(sheets):
    return 1 if any(find_cell(sheet.rows[:3], header_key(TITLE)) for sheet in sheets) else 0


def extract(sheets, today):
    reader = LISTING.first_reader(sheets, today)
    number = line_value(reader.above, fold(NUMBER))

    def read(reader, row):
        key = reader.text("key", required=True)
        value, reason = _text(reader.raw("value")), _reason(reader)
        comment = reader.free_text("comment")
        if value and reason:
            reader.problem("value_and_reason", "reason", clean(reader.raw("reason")))
        if reader.ok and (value or reason or comment):
            yield CellRow(reader.sheet.name, row, key, value, reason, comment)

    rows = reader.records(read, lambda row: row.key, repeated=("repeated_row", "key"))
    details = FormDetails(int(number) if number.isdecimal() else 0, reader.column("value"))
    return Extract(KEY, Titles(), rows, tuple(reader.problems), details)


def _text(cell):
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else clean(cell)


def _reason(reader):
    text = reader.text("reason")
    if text and fold(text) not in _REASON_KEYS:
        reader.problem("unknown_reason", "reason", text, known=", ".join(REASONS.values()))
    return _REASON_KEYS.get(fold(text), "")


LAYOUT = Layout(
    KEY,
    title="Statistical form",
    order=95,
    recognise=recognise,
    extract=extract,
    loader="data_form",
)
