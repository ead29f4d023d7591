"""Lines of the registers of staff of the demonstration school."""

from datetime import date
from random import Random
from typing import NamedTuple

from .curriculum import STAFFING

_SEED = 2028
_UNIVERSITY = "Областной педагогический университет"
_INSTITUTE = "Областной институт развития образования"
_COURSES = (
    ("Реализация обновлённых ФГОС в работе учителя", "pk", 36, ("fgos", "subject")),
    ("Формирующее оценивание и функциональная грамотность", "pk", 24, ("assessment",)),
    ("Работа с обучающимися с ОВЗ в классе", "pk", 72, ("ovz",)),
    ("Цифровые инструменты учителя", "pk", 16, ("ict",)),
    ("Первая помощь в школе", "seminar", 8, ("first_aid",)),
)
_EVENTS = (
    ("contest", "Учитель года", "municipal", "laureate"),
    ("contest", "Лучший урок", "school", "winner"),
    ("contest", "Педагогический дебют", "regional", "participant"),
    ("open_lesson", "Открытый урок для района", "municipal", None),
    ("speech", "Выступление на педагогическом совете", "school", None),
    ("publication", "Статья о формирующем оценивании", "federal", None),
    ("technology", "Смешанное обучение", "school", None),
    ("technology", "Проектная деятельность", "school", None),
    ("innovation", "Муниципальная площадка «Функциональная грамотность»", "municipal", None),
    ("expert", "Проверка работ ОГЭ", "regional", None),
    ("jury", "Жюри муниципального этапа ВсОШ", "municipal", None),
    ("mentoring", "Наставник молодого педагога", "school", None),
)


class StaffLine(NamedTuple):
    """A line: the end of the name of its model, the key of the teacher and the values.

    Subjects and themes in the values are codes.
    """

    register: str
    teacher: int
    values: dict
    is_checked: bool


def make_staff_lines(school, today):
    """Return the ``StaffLine`` of the pedagogues; the same school gives the same lines."""
    random = Random(_SEED)
    lines = []
    for teacher in school.teachers:
        if teacher.is_pedagogic:
            lines += _papers(random, teacher, today)
    return lines


def _papers(random, teacher, today):
    """The lines of one pedagogue; some have neither courses nor events."""
    lines = [("education", _diploma(random, teacher)), ("experience", _experience(teacher))]
    if teacher.category_date:
        category = {"category": teacher.category, "date": teacher.category_date}
        lines.append(("attestation", category))
    elif teacher.category == "conformity":
        given = date(today.year - random.randint(0, 4), 10, 15)
        lines.append(("attestation", {"kind": "fitness", "date": min(given, today)}))
    lines += [("course", values) for values in _courses(random, today)]
    lines += [("event", values) for values in _events(random, today)]
    return [
        StaffLine(register, teacher.key, values, random.random() < 0.7)
        for register, values in lines
    ]


def _diploma(random, teacher):
    subjects = STAFFING[teacher.group].subjects if teacher.group else ()
    return {
        "level": "higher" if teacher.education == "higher" else "spo_specialist",
        "is_pedagogic": True,
        "speciality": teacher.position.capitalize(),
        "institution": _UNIVERSITY,
        "date": date(teacher.birthdate.year + 23, 6, 30),
        # a few lead something that their diploma does not name
        "subjects": subjects if random.random() < 0.9 else subjects[:1],
    }


def _experience(teacher):
    return {"date_from": date(2025 - teacher.experience_years, 8, 25)}


def _courses(random, today):
    for topic, kind, hours, tags in random.sample(_COURSES, random.randint(0, 2)):
        yield {
            "topic": topic,
            "kind": kind,
            "hours": hours,
            "tags": tags,
            "organisation": _INSTITUTE,
            "date_end": _day(random, today, 4),
        }


def _events(random, today):
    for kind, name, level, result in random.sample(_EVENTS, random.choice((0, 0, 1, 1, 2, 3))):
        yield {
            "kind": kind,
            "name": name,
            "level": level,
            "result": result,
            "date": _day(random, today, 3),
        }


def _day(random, today, years):
    """A school day of the last years, not after today."""
    day = date(today.year - random.randint(0, years), random.randint(1, 12), random.randint(1, 28))
    return min(day, today)
