"""The table of a statistical form that people fill in and load back."""

from ..readers.layouts.data_form import LABELS, NUMBER, PERIOD, REASONS, TITLE
from .cells import DATE, TEXT, Cell, Column
from .cells import NUMBER as NUMERIC
from .xlsx import XlsxWriter

_HINT = (
    "Заполните «Значение»; где значения нет, выберите, почему. Пустая строка ничего не меняет."
    " Ноль — это значение."
)
_KINDS = {"integer": NUMERIC, "number": NUMERIC, "percent": NUMERIC, "date": DATE}


def data_form(number, name, period, rows):
    """Bytes of the table; only values, reasons and comments may be typed into it.

    :param number: of the form, by which it is known when it comes back
    :param rows: dicts by the fields of ``LABELS``, with ``kind`` and ``digits`` of the value
    """
    writer = XlsxWriter()
    sheet = writer.sheet(name)
    sheet.title(TITLE)
    sheet.text(name)
    for label, value in ((NUMBER, number), (PERIOD, period)):
        sheet.text(f"{label}: {value}")
    sheet.text(_HINT)
    sheet.skip()
    columns = [_column(field, label) for field, label in LABELS.items()]
    sheet.table(columns, [_row(row) for row in rows])
    sheet.protect()
    return writer.close()


def _column(field, label):
    choices = tuple(REASONS.values()) if field == "reason" else ()
    return Column(label, choices=choices, is_open=field in ("value", "reason", "comment"))


def _row(row):
    cells = {field: row.get(field) for field in LABELS}
    kind = _KINDS.get(row["kind"], TEXT)
    cells["value"] = Cell(row.get("value"), kind=kind, digits=row["digits"])
    return list(cells.values())
