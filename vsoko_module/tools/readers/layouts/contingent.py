"""The list of pupils, and the sheet of their movement beside it."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from ..headers import header_key
from ..layout import Extract, Layout
from ..listing import Listing
from ..names import ClassName, fold_person, read_class
from ..titles import read_titles
from . import programme_pupils

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
        "фамилия имя отчество учащегося",
        "фамилия имя отчество ученика",
        "фамилия имя отчество ребенка",
        "фамилия имя",
        "обучающийся",
        "учащийся",
        "ученик",
    ),
    "surname": ("фамилия",),
    "first_name": ("имя",),
    "patronymic": ("отчество",),
    "birthdate": (
        "дата рождения",
        "дата рождения дд мм гггг",
        "дата рожд",
        "д р",
        "родился",
        "год рождения",
        "число месяц год рождения",
    ),
    "gender": ("пол", "пол м ж", "м ж"),
    "class_name": ("класс", "класс обучения", "класс группа"),
    "date_from": ("дата зачисления", "дата прибытия", "зачислен", "дата приема"),
    "order_from": ("приказ о зачислении", "приказ о прибытии", "приказ о приеме"),
    "date_to": ("дата выбытия", "дата отчисления", "выбыл"),
    "order_to": ("приказ о выбытии", "приказ об отчислении"),
    "destination": ("куда выбыл", "куда", "место выбытия"),
    "note": ("примечание", "примечания", "комментарий"),
}
LISTING = Listing(LABELS, ALIASES, required=(("name", "surname"), "class_name", "birthdate"))
OF_STAFF = Listing(
    LABELS,
    ALIASES | {"position": ("должность", "занимаемая должность")},
    (*LISTING.required, "position"),
)
# the titles say the class once
OF_ONE_CLASS = LISTING._replace(required=(("name", "surname"), "birthdate"))
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
MOVEMENT = Listing(MOVEMENT_LABELS, MOVEMENT_ALIASES, required=("date", "name", "kind"))
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
    """1 for a list of pupils; 0.9 with positions, as they are those of the staff, and with a
    programme in the title, as the dates are those of the programme; 0.6 for the pupils of the
    class that a title names, for a ledger may have dates of birth, too."""
    known = LISTING.recognise(sheets)
    is_unsure = known and (OF_STAFF.recognise(sheets) or programme_pupils.is_titled(sheets))
    return 0.9 if is_unsure else known or (0.6 if _is_of_one_class(sheets) else 0)


def _is_of_one_class(sheets):
    """Whether there is a list without the column of classes, under a title that names one."""
    return any(read_titles(above).class_name for above in OF_ONE_CLASS.above(sheets))


def extract(sheets, today):
    is_usual = LISTING.recognise(sheets) or not _is_of_one_class(sheets)
    reader = (LISTING if is_usual else OF_ONE_CLASS).reader(sheets, today)
    stays = defaultdict(list)
    rows = reader.records(lambda reader, number: _pupil(reader, number, stays))
    movements, problems = _movements(sheets, today)
    titles = read_titles(reader.above)
    return Extract(KEY, titles, rows + movements, (*reader.problems, *problems))


def _pupil(reader, number, stays):
    """Yield the row unless the person stands in an earlier one, other than for another stay.

    :param stays: {person: rows so far}, to be added to
    """
    row = _read_pupil(reader, number)
    if not reader.ok:
        return
    of_person = stays[fold_person(row.name), row.birthdate]
    same = next((earlier for earlier in of_person if not _are_apart(earlier, row)), None)
    if same:
        reader.problem("repeated_person", "name", row.name, other=same.row)
        return
    of_person.append(row)
    yield row


def _are_apart(row, other):
    """Whether two rows are stays one after another: left, and came back."""
    return any(
        first.date_to and last.date_from and first.date_to <= last.date_from
        for first, last in ((row, other), (other, row))
    )


def _read_pupil(reader, number):
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
        note=reader.free_text("note") or reader.note_of_person(),
    )
    if reader.ok and not row.birthdate:
        reader.problem("no_birthdate", "birthdate")
    if row.date_from and row.date_to and row.date_to < row.date_from:
        reader.problem("dates_reversed", "date_to", f"{row.date_to:%d.%m.%Y}")
    return row


def _movements(sheets, today):
    reader = MOVEMENT.reader_if_any(sheets, today)
    return (reader.records(_movement), reader.problems) if reader else ([], [])


def _movement(reader, number):
    name, day = reader.person(), reader.date("date")
    if not day and reader.ok:
        reader.problem("missing_value", "date", field="«Дата»")
    text = reader.text("kind")
    key = header_key(text)
    kind = next((kind for stem, kind in KINDS if stem in key), None)
    if not kind:
        reader.problem("unknown_movement", "kind", text)
    if reader.ok:
        texts = [reader.text(field) for field in ("from_class", "to_class")]
        classes = [read_class(text) if text else None for text in texts]
        order = reader.text("order")
        yield MovementRow(reader.sheet.name, number, day, name, kind, *classes, order)


LAYOUT = Layout(
    KEY,
    title="List of pupils",
    order=10,
    recognise=recognise,
    extract=extract,
    loader="contingent",
)
