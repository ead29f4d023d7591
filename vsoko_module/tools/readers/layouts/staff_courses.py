"""The list of courses of the staff."""

from datetime import date
from typing import NamedTuple

from ...staff import lacks_hours
from ..accounting import ELSEWHERE
from ..layout import Extract, Layout
from ..listing import Listing
from ..people_headings import PARTS, STAFF
from ..register_values import parse_course_kind
from ..titles import read_titles

KEY = "staff_courses"
LABELS = {
    "name": "ФИО",
    "kind": "Вид",
    "topic": "Тема программы",
    "hours": "Часов",
    "organisation": "Организация",
    "date_end": "Дата окончания",
    "document": "Номер документа",
}
ALIASES = {
    "name": STAFF,
    **PARTS,
    "kind": ("вид", "вид обучения", "вид программы", "вид курсов"),
    "topic": (
        "тема программы",
        "тема курсов",
        "тема",
        "название программы",
        "название курсов",
        "тема курса",
        "наименование программы",
        "наименование курсов",
        "тема повышения квалификации",
        "наименование дополнительной профессиональной программы",
        "программа",
    ),
    "hours": (
        "часов",
        "часы",
        "кол во часов",
        "количество часов",
        "объем часов",
        "объем в часах",
        "объем",
        "объем программы",
        "число часов",
    ),
    "organisation": (
        "организация",
        "место прохождения",
        "где пройдены",
        "учреждение",
        "место прохождения курсов",
        "место проведения",
        "место обучения",
        "наименование организации",
        "образовательная организация",
        "организатор",
        "кем проведены",
        "где проходил",
    ),
    "date_end": (
        "дата окончания",
        "дата",
        "дата прохождения",
        "дата выдачи",
        "окончание",
        "дата выдачи документа",
        "дата выдачи удостоверения",
        "дата прохождения курсов",
        "сроки",
        "сроки прохождения",
        "сроки обучения",
        "период обучения",
    ),
    "document": (
        "номер документа",
        "документ",
        "удостоверение",
        "номер удостоверения",
        "серия и номер документа",
        "серия и номер удостоверения",
        "реквизиты документа",
        "реквизиты удостоверения",
        "номер и дата удостоверения",
        "регистрационный номер",
        "рег номер",
        "документ о квалификации",
        "документ об окончании",
        "номер удостоверения диплома",
        "удостоверение диплом",
    ),
}
LISTING = Listing(
    LABELS,
    ALIASES,
    required=(("name", "surname"), "topic", "hours", "date_end"),
    ignored={ELSEWHERE: ("должность", "предмет", "преподаваемый предмет", "категория")},
)
FIRST_DAY = date(1960, 1, 1)


class CourseRow(NamedTuple):
    """One course of one person; ``kind`` is a code of ``vsoko.staff.course``."""

    sheet: str
    row: int
    name: str
    kind: str
    topic: str
    hours: int
    organisation: str
    date_end: date
    document: str


def extract(sheets, today):
    reader = LISTING.reader(sheets, today)
    rows = reader.records(_course)
    return Extract(KEY, read_titles(reader.above), rows, tuple(reader.problems))


def _course(reader, number):
    row = CourseRow(
        reader.sheet.name,
        number,
        name=reader.person(),
        kind=reader.value("kind", parse_course_kind),
        topic=reader.text("topic", required=True),
        hours=_hours(reader),
        organisation=reader.text("organisation"),
        date_end=reader.date("date_end", FIRST_DAY, reader.today, is_span=True),
        document=reader.text("document"),
    )
    if reader.ok and not row.date_end:
        reader.problem("missing_value", "date_end", field=f"«{LABELS['date_end']}»")
    row = row._replace(kind=row.kind or ("pk" if not lacks_hours("pk", row.hours) else "seminar"))
    least = lacks_hours(row.kind, row.hours)
    if reader.ok and least:
        reader.problem("short_course", "hours", str(row.hours), least=least)
    if reader.ok:
        yield row


def _hours(reader):
    """The hours as a whole number; 0 after a problem."""
    hours = reader.number("hours")
    if reader.ok and not (hours and hours > 0):
        reader.problem("missing_value", "hours", field=f"«{LABELS['hours']}»")
    return int(hours or 0)


LAYOUT = Layout(
    KEY,
    title="Courses of staff",
    order=26,
    recognise=LISTING.recognise,
    extract=extract,
    loader="staff_courses",
)
