"""The list of staff."""

from datetime import date
from typing import NamedTuple

from ..headers import find_header
from ..layout import Extract, Layout
from ..listing import Listing
from ..names import fold_person, is_vacancy
from ..problem import Problem
from ..staff_values import parse_category, parse_education, parse_experience
from ..titles import read_titles

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
    "name": ("фио", "ф и о", "фамилия имя отчество", "сотрудник", "работник"),
    "surname": ("фамилия",),
    "first_name": ("имя",),
    "patronymic": ("отчество",),
    "position": ("должность",),
    "birthdate": ("дата рождения", "дата рожд"),
    "pedagogic": ("педагогический работник", "пед работник"),
    "education": ("образование", "уровень образования"),
    "pedagogic_education": ("педагогическая направленность", "пед направленность"),
    "speciality": ("специальность по диплому", "специальность", "квалификация"),
    "category": ("категория", "квалификационная категория"),
    "category_date": ("дата присвоения", "дата присвоения категории"),
    "experience": ("стаж педагогический лет", "педагогический стаж", "пед стаж", "стаж"),
    "hired": ("принят а на работу", "принят на работу", "дата приема"),
    "last_course": ("последнее пк", "дата последнего пк", "повышение квалификации"),
    "fgos_course": ("пк по фгос",),
    "subjects": ("преподаваемые предметы", "предметы"),
}
LISTING = Listing(LABELS, ALIASES, required=(("name", "surname"), "position"))
NAMES_AND_POSITIONS = {"name", "surname", "first_name", "patronymic", "position", "subjects"}
# a list that tells one of these alone may be that of a register
MATTERS = (
    {"education", "pedagogic_education", "speciality"},
    {"category", "category_date"},
    {"experience"},
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
    """1 for a list of staff; names with one matter alone may also be a list of something else."""
    headers = [find_header(sheet, ALIASES, LISTING.required) for sheet in sheets]
    fields = set().union(*(header.columns for header in headers if header))
    if not fields:
        return 0
    told = fields - NAMES_AND_POSITIONS
    return 0.9 if any(told <= matter for matter in MATTERS) else 1


def extract(sheets, today):
    reader = LISTING.reader(sheets, today)
    people = {}
    for row in reader.records(_employee):
        key = fold_person(row.name), row.birthdate
        people[key] = _joined(reader, people[key], row) if key in people else row
    titles = read_titles(reader.above)
    return Extract(KEY, titles, list(people.values()), tuple(reader.problems))


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
        category_date=reader.date("category_date", optional=True, or_year=True),
        experience=reader.value("experience", parse_experience),
        hired=reader.date(
            "hired", FIRST_BIRTH, date(today.year + 1, 12, 31), optional=True, or_year=True
        ),
        last_course=reader.date("last_course", optional=True, or_year=True),
        fgos_course=reader.yes_no("fgos_course"),
        subjects=tuple(subject for subject in subjects if subject),
    )
    if reader.ok:
        yield row


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
