"""The list of staff."""

from datetime import date
from typing import NamedTuple

from ..accounting import ELSEWHERE
from ..cells import BadValue, parse_year_date
from ..headers import find_header
from ..layout import Extract, Layout
from ..listing import Listing
from ..names import fold_person, is_vacancy
from ..people_headings import PARTS, STAFF
from ..problem import Problem
from ..staff_values import day_beside, parse_category, parse_education, parse_experience
from ..titles import read_titles
from . import load

KEY = "staff"
LABELS = {
    "name": "ФИО",
    "position": "Должность",
    "birthdate": "Дата рождения",
    "pedagogic": "Педагогический работник",
    "education": "Образование",
    "pedagogic_education": "Педагогическая направленность",
    "speciality": "Специальность по диплому",
    "category": "Категория",
    "category_date": "Дата присвоения",
    "experience": "Стаж педагогический, лет",
    "hired": "Принят(а) на работу",
    "last_course": "Последнее ПК",
    "fgos_course": "ПК по ФГОС",
    "subjects": "Преподаваемые предметы",
}
ALIASES = {
    "name": STAFF,
    **PARTS,
    "position": (
        "должность",
        "занимаемая должность",
        "должность предмет",
        "должность преподаваемый предмет",
        "наименование должности",
    ),
    "birthdate": ("дата рождения", "дата рожд", "год рождения", "число месяц год рождения", "д р"),
    "pedagogic": ("педагогический работник", "пед работник"),
    "education": (
        "образование",
        "уровень образования",
        "уровень профессионального образования",
        "уровень профессионального образования квалификация",
        "образование что окончил",
        "образование что и когда окончил",
    ),
    "pedagogic_education": ("педагогическая направленность", "пед направленность"),
    "speciality": (
        "специальность по диплому",
        "специальность",
        "квалификация",
        "специальность квалификация",
        "квалификация по диплому",
        "специальность квалификация по диплому",
        "направление подготовки",
        "наименование направления подготовки и специальности",
    ),
    "category": (
        "категория",
        "квалификационная категория",
        "квалификационная категория дата",
        "квалификационная категория дата присвоения",
        "категория дата",
        "категория дата присвоения",
        "категория и дата присвоения",
        "кв категория",
        "имеющаяся категория",
        "имеющаяся квалификационная категория",
    ),
    "category_date": (
        "дата присвоения",
        "дата присвоения категории",
        "дата присвоения квалификационной категории",
        "дата аттестации",
        "дата последней аттестации",
        "год присвоения категории",
        "год аттестации",
    ),
    "experience": (
        "стаж педагогический лет",
        "педагогический стаж",
        "пед стаж",
        "педстаж",
        "стаж пед",
        "стаж по специальности",
        "стаж работы по специальности",
        "стаж педагогический",
        "педагогический стаж лет",
        "общий педагогический стаж",
        *(
            f"{years} {of}{work}"
            for years in ("стаж", "общий стаж")
            for of in ("пед", "педагогической")
            for work in (" работы", " деятельности", " работы лет")
        ),
    ),
    # of which work is not said: the pedagogic one unless another column tells that
    "years": ("стаж", "стаж лет", "стаж работы"),
    "hired": (
        "принят а на работу",
        "принят на работу",
        "дата приема",
        "дата приема на работу",
        "дата трудоустройства",
        "дата поступления на работу",
    ),
    "last_course": (
        "последнее пк",
        "дата последнего пк",
        "повышение квалификации",
        "дата последних курсов",
        "дата прохождения курсов",
        "год прохождения курсов",
        "курсы повышения квалификации",
    ),
    "fgos_course": ("пк по фгос",),
    "subjects": (
        "преподаваемые предметы",
        "предметы",
        "предмет",
        "преподаваемый предмет",
        "преподаваемые дисциплины",
        "преподаваемые учебные предметы",
        "преподаваемые учебные предметы курсы дисциплины",
    ),
}
# what the load of the teachers tells
OF_LOAD = ("классы", "класс", *load.ALIASES["hours"])
LISTING = Listing(
    LABELS,
    ALIASES,
    required=(("name", "surname"), "position"),
    ignored={ELSEWHERE: OF_LOAD},
)
NAMES_AND_POSITIONS = {"name", "surname", "first_name", "patronymic", "position", "subjects"}
# a list that tells one of these alone may be that of a register
MATTERS = (
    {"education", "pedagogic_education", "speciality"},
    {"category", "category_date"},
    {"experience", "years"},
)
FIRST_BIRTH = date(1925, 1, 1)


class StaffRow(NamedTuple):
    """One employee; ``pedagogic`` and the other yes/no cells are None when empty.

    ``education`` and ``category``: codes of ``staff_values``, None when empty or not known.
    """

    sheet: str
    row: int
    name: str
    position: str
    birthdate: date | None
    pedagogic: bool | None
    education: str | None
    pedagogic_education: bool | None
    speciality: str
    category: str | None
    category_date: date | None
    experience: float | None
    hired: date | None
    last_course: date | None
    fgos_course: bool | None
    subjects: tuple


def recognise(sheets):
    """1 for a list of staff; names with one matter alone may also be a list of something else, and
    a list of lessons with their hours is one."""
    headers = [find_header(sheet, ALIASES, LISTING.required) for sheet in sheets]
    fields = set().union(*(header.columns for header in headers if header))
    if not fields:
        return 0
    told = fields - NAMES_AND_POSITIONS
    is_unsure = any(told <= matter for matter in MATTERS) or load.recognise(sheets) == 1
    return 0.9 if is_unsure else 1


def extract(sheets, today):
    reader = LISTING.reader(sheets, today)
    people = {}
    for row in reader.records(_employee):
        key = fold_person(row.name), row.birthdate
        people[key] = _joined(reader, people[key], row) if key in people else row
    return Extract(KEY, _titles(reader), list(people.values()), tuple(reader.problems))


def _titles(reader):
    """Facts of the lines above; the day may stand in a heading: «Стаж на 01.09.2025»."""
    header = reader.blocks[0].header
    heading = read_titles(reader.blocks[0].sheet.rows[header.row : header.last + 1])
    titles = read_titles(reader.above)
    return titles._replace(day=titles.day or heading.day)


def _employee(reader, number):
    today = reader.today
    text = reader.text("name")
    if is_vacancy(text):
        reader.problem("vacancy", "name", text)
        reader.sheet.name_row(number - 1)
        return
    subjects = (part.strip() for part in reader.text("subjects").split(","))
    row = StaffRow(
        reader.sheet.name,
        number,
        name=reader.person(),
        position=reader.text("position"),
        birthdate=reader.date("birthdate", FIRST_BIRTH, today, optional=True, or_year=True),
        pedagogic=reader.yes_no("pedagogic"),
        education=reader.value("education", parse_education),
        pedagogic_education=reader.yes_no("pedagogic_education"),
        speciality=reader.text("speciality"),
        category=reader.value("category", parse_category),
        category_date=_category_date(reader),
        experience=reader.value(_years(reader), parse_experience),
        hired=reader.date(
            "hired", FIRST_BIRTH, date(today.year + 1, 12, 31), optional=True, or_year=True
        ),
        last_course=_day_within(reader, "last_course"),
        fgos_course=reader.yes_no("fgos_course"),
        subjects=tuple(subject for subject in subjects if subject),
    )
    if reader.ok:
        yield row


def _category_date(reader):
    """The day in a column of its own, else the one beside the category: «высшая, 20.03.2023»."""
    if reader.column("category_date"):
        return reader.date("category_date", optional=True, or_year=True)
    return _told_beside(reader, "category")


def _day_within(reader, field):
    """The day of a cell, or the last one in its text: «ИРО, 36 ч., 10.11.2024»."""
    try:
        parse_year_date(reader.raw(field), reader.today)
    except BadValue:
        if day_beside(reader.text(field), reader.today):
            return _told_beside(reader, field)
    return reader.date(field, optional=True, or_year=True)


def _told_beside(reader, field):
    found = day_beside(reader.text(field), reader.today)
    if found and found.is_year:
        reader.problem("year_alone", field, reader.text(field))
    return found and found.day


def _years(reader):
    return "experience" if reader.column("experience") else "years"


def _joined(reader, first, row):
    """One person in two rows, for two positions: the positions are joined, of other values the
    first row counts and what differs is named."""
    place = row.sheet, row.row
    reader.problems.append(Problem("several_positions", *place, params={"other": first.row}))
    values = {}
    for field, value in row._asdict().items():
        existing = getattr(first, field)
        if field in ("sheet", "row", "name") or value in (None, "", ()):
            continue
        if existing in (None, "", ()):
            values[field] = value
        elif field == "position" and value != existing:
            values[field] = f"{existing}, {value}"
        elif field == "subjects":
            values[field] = tuple(dict.fromkeys((*existing, *value)))
        elif value != existing:
            reader.problems.append(_difference(reader, first, row, field))
    return first._replace(**values)


def _difference(reader, first, row, field):
    params = {"field": LABELS[field], "other": first.row}
    return Problem("other_value", row.sheet, row.row, reader.column(field), params=params)


LAYOUT = Layout(
    KEY,
    title="List of staff",
    order=20,
    recognise=recognise,
    extract=extract,
    loader="staff",
)
