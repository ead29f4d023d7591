"""The list of pupils, and the sheet of their movement beside it."""

from datetime import date
from typing import NamedTuple

from ..headers import find_header, header_key, header_or_refuse
from ..layout import Extract, Layout
from ..names import ClassName, fold_person, parse_class
from ..row_reader import RowReader
from ..titles import read_titles

KEY = "contingent"
LABELS = {
    "name": "ФИО",
    "birthdate": "Дата рождения",
    "gender": "Пол",
    "class_name": "Класс",
    "date_from": "Дата зачисления",
    "order_from": "Приказ о зачислении",
    "date_to": "Дата выбытия",
    "order_to": "Приказ о выбытии",
    "destination": "Куда выбыл",
    "note": "Примечание",
}
ALIASES = {
    "name": (
        "фамилия имя отчество",
        "фио",
        "ф и о",
        "фио обучающегося",
        "фио учащегося",
        "фамилия имя отчество обучающегося",
        "обучающийся",
        "ученик",
    ),
    "surname": ("фамилия",),
    "first_name": ("имя",),
    "patronymic": ("отчество",),
    "birthdate": ("дата рождения", "дата рожд", "д р", "родился"),
    "gender": ("пол",),
    "class_name": ("класс",),
    "date_from": ("дата зачисления", "дата прибытия", "зачислен", "дата приема"),
    "order_from": ("приказ о зачислении", "приказ о прибытии", "приказ о приеме"),
    "date_to": ("дата выбытия", "дата отчисления", "выбыл"),
    "order_to": ("приказ о выбытии", "приказ об отчислении"),
    "destination": ("куда выбыл", "куда", "место выбытия"),
    "note": ("примечание", "примечания", "комментарий"),
}
REQUIRED = (("name", "surname"), "class_name", "birthdate")
MOVEMENT_LABELS = {
    "date": "Дата",
    "name": "ФИО",
    "kind": "Вид движения",
    "from_class": "Из класса",
    "to_class": "В класс",
    "order": "Приказ",
}
MOVEMENT_ALIASES = {
    "date": ("дата", "дата движения"),
    "name": ALIASES["name"],
    "kind": ("вид движения", "движение", "вид"),
    "from_class": ("из класса", "откуда"),
    "to_class": ("в класс", "куда"),
    "order": ("приказ", "основание"),
}
MOVEMENT_REQUIRED = ("date", "name", "kind")
KINDS = (
    ("прибы", "arrival"),
    ("зачисл", "arrival"),
    ("выбы", "departure"),
    ("отчисл", "departure"),
    ("перев", "transfer"),
)
FIRST_BIRTH = date(1990, 1, 1)
FIRST_DAY = date(2000, 1, 1)


class PupilRow(NamedTuple):
    """A pupil; ``class_name`` is the last class, empty texts are ""."""

    sheet: str
    row: int
    name: str
    birthdate: date | None
    gender: str | None
    class_name: ClassName
    date_from: date | None
    order_from: str
    date_to: date | None
    order_to: str
    destination: str
    note: str


class MovementRow(NamedTuple):
    """``kind`` is arrival, departure or transfer."""

    sheet: str
    row: int
    day: date
    name: str
    kind: str
    from_class: ClassName | None
    to_class: ClassName | None
    order: str


def recognise(sheets):
    return 1 if any(find_header(sheet, ALIASES, REQUIRED) for sheet in sheets) else 0


def extract(sheets, today):
    sheet, header = header_or_refuse(sheets, ALIASES, REQUIRED, LABELS)
    reader = RowReader(sheet, header, LABELS, today)
    rows = []
    seen = {}
    for number in reader.rows(header.row + 1):
        row = _pupil(reader, number)
        key = (fold_person(row.name), row.birthdate)
        if reader.ok and seen.setdefault(key, number) != number:
            reader.problem("repeated_person", "name", row.name, other=seen[key])
        if reader.ok:
            rows.append(row)
    movements, problems = _movements(sheets, today)
    titles = read_titles(sheet.rows[: header.row])
    return Extract(KEY, titles, rows + movements, (*reader.problems, *problems))


def _pupil(reader, number):
    today = reader.today
    day_of_leaving = date(today.year + 1, 12, 31)
    row = PupilRow(
        reader.sheet.name,
        number,
        name=reader.person(),
        birthdate=reader.date("birthdate", FIRST_BIRTH, today),
        gender=reader.gender(),
        class_name=reader.class_name(),
        date_from=reader.date("date_from", FIRST_DAY, day_of_leaving),
        order_from=reader.text("order_from"),
        date_to=reader.date("date_to", FIRST_DAY, day_of_leaving),
        order_to=reader.text("order_to"),
        destination=reader.free_text("destination"),
        note=reader.free_text("note"),
    )
    if reader.ok and not row.birthdate:
        reader.problem("no_birthdate", "birthdate")
    if row.date_from and row.date_to and row.date_to < row.date_from:
        reader.problem("dates_reversed", "date_to", f"{row.date_to:%d.%m.%Y}")
    return row


def _movements(sheets, today):
    """Rows of the first sheet with the heading of movement; a file may have none."""
    for sheet in sheets:
        header = find_header(sheet, MOVEMENT_ALIASES, MOVEMENT_REQUIRED)
        if header:
            reader = RowReader(sheet, header, MOVEMENT_LABELS, today)
            rows = [_movement(reader, number) for number in reader.rows(header.row + 1)]
            return [row for row in rows if row], reader.problems
    return [], []


def _movement(reader, number):
    name, day = reader.person(), reader.date("date")
    if not day and reader.ok:
        reader.problem("missing_value", "date", field="«Дата»")
    text = reader.text("kind")
    key = header_key(text)
    kind = next((kind for stem, kind in KINDS if stem in key), None)
    if not kind:
        reader.problem("unknown_movement", "kind", text)
    if not (reader.ok and kind):
        return None
    classes = [parse_class(reader.text(field)) for field in ("from_class", "to_class")]
    return MovementRow(reader.sheet.name, number, day, name, kind, *classes, reader.text("order"))


LAYOUT = Layout(KEY, 10, recognise, extract)
