"""The list of results of the attestation of the staff."""

import datetime
from typing import NamedTuple

from ...staff import attestation_end, is_given_before_it_exists
from ..accounting import ELSEWHERE
from ..headers import find_header
from ..layout import Extract, Layout
from ..listing import Listing
from ..names import fold
from ..people_headings import PARTS, STAFF
from ..staff_values import NO_RESULT, TERMLESS, parse_attestation
from ..titles import read_titles

KEY = "staff_attestation"
LABELS = {
    "name": "ФИО",
    "position": "Должность",
    "result": "Категория",
    "date": "Дата присвоения",
    "order": "Приказ",
    "date_end": "Действует до",
}
ALIASES = {
    "name": STAFF,
    **PARTS,
    "position": ("должность", "по должности"),
    "result": (
        "категория",
        "квалификационная категория",
        "результат аттестации",
        "присвоенная категория",
        "имеющаяся категория",
    ),
    "date": (
        "дата присвоения",
        "дата присвоения категории",
        "дата аттестации",
        "дата прохождения аттестации",
        "дата решения",
        "дата",
        "действует с",
        "дата присвоения квалификационной категории",
        "дата установления категории",
        "дата последней аттестации",
    ),
    "order": (
        "приказ",
        "номер приказа",
        "приказ о присвоении",
        "реквизиты приказа",
        "номер и дата приказа",
        "дата и номер приказа",
        "приказ номер дата",
        "приказ дата номер",
        "приказ номер и дата",
        "номер и дата приказа о присвоении",
        "реквизиты приказа о присвоении категории",
        "основание",
        "распорядительный акт",
    ),
    "date_end": (
        "действует до",
        "действительна до",
        "срок действия",
        "срок действия до",
        "дата окончания",
        "дата окончания действия",
        "категория действует до",
        "срок действия категории",
        "дата окончания срока действия",
    ),
}
LISTING = Listing(
    LABELS,
    ALIASES,
    required=(("name", "surname"), "result", "date"),
    ignored={ELSEWHERE: ("предмет", "преподаваемые предметы", "преподаваемый предмет")},
)
FIRST_DAY = datetime.date(1990, 1, 1)


class AttestationRow(NamedTuple):
    """One result of one person; ``result`` is a category of ``vsoko.staff.attestation``, or
    "fitness"."""

    sheet: str
    row: int
    name: str
    position: str
    result: str
    date: datetime.date
    order: str
    date_end: datetime.date | None


def recognise(sheets):
    """1 with the order or the last day; categories and days alone may be in a list of staff."""
    headers = [find_header(sheet, ALIASES, LISTING.required) for sheet in sheets]
    fields = set().union(*(header.columns for header in headers if header))
    if not fields:
        return 0
    return 1 if fields & {"order", "date_end"} else 0.8


def extract(sheets, today):
    reader = LISTING.reader(sheets, today)
    rows = reader.records(_result)
    return Extract(KEY, read_titles(reader.above), rows, tuple(reader.problems))


def _result(reader, number):
    result = reader.value("result", parse_attestation)
    if result == NO_RESULT:
        reader.problem("no_attestation", "result", reader.text("result"))
        reader.sheet.name_row(number - 1, lost=False)
        return
    row = AttestationRow(
        reader.sheet.name,
        number,
        name=reader.person(),
        position=reader.text("position"),
        result=result,
        date=reader.date("date", FIRST_DAY, reader.today),
        order=reader.text("order"),
        date_end=_end(reader, result),
    )
    for field in ("result", "date"):
        if reader.ok and not getattr(row, field):
            reader.problem("missing_value", field, field=f"«{LABELS[field]}»")
    if reader.ok:
        yield from _lawful(reader, row)


def _end(reader, result):
    """The last day; None where the cell says that there is none, which only a category may."""
    if result != "fitness" and TERMLESS.match(fold(reader.text("date_end"))):
        return None
    return reader.date("date_end", FIRST_DAY, optional=True)


def _lawful(reader, row):
    """The row as the law of its day has it; nothing after an error."""
    if is_given_before_it_exists(row.result, row.date):
        reader.problem("too_early_category", "date", f"{row.date:%d.%m.%Y}")
    if row.date_end and row.date_end < row.date:
        reader.problem("dates_reversed", "date_end", f"{row.date_end:%d.%m.%Y}")
    kind = "fitness" if row.result == "fitness" else "category"
    if reader.ok and row.date_end and not attestation_end(kind, row.date):
        reader.problem("termless_category", "date_end", f"{row.date_end:%d.%m.%Y}")
        row = row._replace(date_end=None)
    if reader.ok:
        yield row


LAYOUT = Layout(
    KEY,
    title="Attestation of staff",
    order=25,
    recognise=recognise,
    extract=extract,
    loader="staff_attestation",
)
