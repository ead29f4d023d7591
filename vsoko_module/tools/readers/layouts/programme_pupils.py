"""Pupils of programmes of additional education and of extracurricular activity."""

from datetime import date
from typing import NamedTuple

from ..accounting import UNKEPT
from ..layout import Extract, Layout
from ..listing import Listing
from ..names import ClassName, fold
from ..people_headings import LEADERS, PARTS, PUPILS
from ..pupil_values import EXTRACURRICULAR, leader_in, parse_direction, programme_in
from ..titles import read_titles

KEY = "programme_pupils"
LABELS = {
    "programme": "Программа",
    "direction": "Направленность",
    "teacher": "Педагог",
    "name": "ФИО",
    "class_name": "Класс",
    "date_from": "Зачислен",
    "date_to": "Отчислен",
}
ALIASES = {
    "programme": (
        "программа",
        "название программы",
        "кружок",
        "объединение",
        "секция",
        "кружок секция",
        "кружки секции",
        *(
            f"{name} {what}"
            for name in ("название", "наименование")
            for what in (
                "кружка",
                "кружка секции",
                "секции",
                "объединения",
                "детского объединения",
                "программы",
                "курса",
                "курса внеурочной деятельности",
                "дополнительной общеразвивающей программы",
                "дополнительной общеобразовательной программы",
                "дополнительной общеобразовательной общеразвивающей программы",
            )
        ),
        "курс внеурочной деятельности",
        "детское объединение",
        "дополнительная общеразвивающая программа",
    ),
    "direction": ("направленность", "направление", "направленность программы"),
    "teacher": (*LEADERS, "педагог дополнительного образования", "руководитель кружка"),
    "name": PUPILS,
    **PARTS,
    "class_name": ("класс",),
    "date_from": ("зачислен", "дата зачисления", "с", "дата приема", "дата поступления"),
    "date_to": ("отчислен", "дата отчисления", "по"),
}
PEOPLE = (("name", "surname"), "class_name")
OF_ORDERS = ("приказ", "номер приказа", "приказ о зачислении", "дни занятий", "расписание")
LISTING = Listing(LABELS, ALIASES, required=("programme", *PEOPLE), ignored={UNKEPT: OF_ORDERS})
# the list of one programme, which its title names
TITLED = LISTING._replace(required=PEOPLE)


class ProgrammePupilRow(NamedTuple):
    """One pupil of a programme; without a direction it is an extracurricular activity."""

    sheet: str
    row: int
    programme: str
    direction: str | None
    teacher: str
    name: str
    class_name: ClassName
    date_from: date | None
    date_to: date | None


def recognise(sheets):
    """1 with a column of programmes, 0.95 when the title names the only one."""
    return 1 if LISTING.recognise(sheets) else 0.95 * is_titled(sheets)


def is_titled(sheets):
    """Whether the title of a list of pupils names a programme."""
    return any(programme_in(cell) for above in TITLED.above(sheets) for cell in _texts(above))


def extract(sheets, today):
    is_named_above = not LISTING.recognise(sheets) and is_titled(sheets)
    reader = (TITLED if is_named_above else LISTING).reader(sheets, today)
    rows = reader.records(_pupil)
    return Extract(KEY, read_titles(reader.above), rows, tuple(reader.problems))


def _texts(rows):
    return [cell for row in rows for cell in row if isinstance(cell, str)]


def _pupil(reader, number):
    block = reader.block
    titles = _texts(block.sheet.rows[block.first : block.header.row])
    row = ProgrammePupilRow(
        reader.sheet.name,
        number,
        programme=_programme(reader, titles),
        direction=_direction(reader, titles),
        teacher=reader.text("teacher") or _first(leader_in, titles),
        name=reader.person(),
        class_name=reader.class_name(),
        date_from=reader.date("date_from", optional=True),
        date_to=reader.date("date_to", optional=True),
    )
    if row.date_from and row.date_to and row.date_to < row.date_from:
        reader.problem("dates_reversed", "date_to", f"{row.date_to:%d.%m.%Y}")
    if reader.ok:
        yield row


def _programme(reader, titles):
    if not reader.column("programme") and (named := _first(programme_in, titles)):
        return named
    return reader.text("programme", required=True)


def _first(find, texts):
    return next(filter(None, map(find, texts)), "")


def _direction(reader, titles):
    """One of the six; those of extracurricular activity have names of their own."""
    texts = [reader.text("direction"), *titles]
    if any(EXTRACURRICULAR.search(fold(text)) for text in texts):
        return None
    return reader.value("direction", parse_direction)


LAYOUT = Layout(
    KEY,
    title="Pupils of programmes",
    order=60,
    recognise=recognise,
    extract=extract,
    loader="programme_pupils",
)
