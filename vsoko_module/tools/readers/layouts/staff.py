"""The list of staff."""

from datetime import date
from typing import NamedTuple

from ..layout import Extract, Layout
from ..listing import Listing
from ..names import fold_person
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
FIRST_BIRTH = date(1925, 1, 1)


class StaffRow(NamedTuple):
    """One employee; ``pedagogic`` and the other yes/no cells are None when empty."""

    sheet: str
    row: int
    name: str
    position: str
    birthdate: date | None
    pedagogic: bool | None
    education: str
    pedagogic_education: bool | None
    speciality: str
    category: str
    category_date: date | None
    experience: float | None
    hired: date | None
    last_course: date | None
    fgos_course: bool | None
    subjects: tuple


def extract(sheets, today):
    reader = LISTING.reader(sheets, today)
    rows = reader.records(_employee, _identity, repeated=("repeated_person", "name"))
    return Extract(KEY, read_titles(reader.above), rows, tuple(reader.problems))


def _identity(row):
    return fold_person(row.name), row.birthdate


def _employee(reader, number):
    today = reader.today
    subjects = (part.strip() for part in reader.text("subjects").split(","))
    row = StaffRow(
        reader.sheet.name,
        number,
        name=reader.person(),
        position=reader.text("position"),
        birthdate=reader.date("birthdate", FIRST_BIRTH, today),
        pedagogic=reader.yes_no("pedagogic"),
        education=reader.text("education"),
        pedagogic_education=reader.yes_no("pedagogic_education"),
        speciality=reader.text("speciality"),
        category=reader.text("category"),
        category_date=reader.date("category_date"),
        experience=reader.number("experience"),
        hired=reader.date("hired", FIRST_BIRTH, date(today.year + 1, 12, 31)),
        last_course=reader.date("last_course"),
        fgos_course=reader.yes_no("fgos_course"),
        subjects=tuple(subject for subject in subjects if subject),
    )
    if reader.ok:
        yield row


LAYOUT = Layout(KEY, 20, LISTING.recognise, extract)
