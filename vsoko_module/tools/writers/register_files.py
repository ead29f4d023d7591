"""Tables of registers to fill in: headings and words are those that ``tools.readers`` knows."""

from typing import NamedTuple

from ..readers.layouts import (
    achievements,
    class_absences,
    consents,
    graduates,
    injuries,
    programme_pupils,
    pupil_absences,
    pupil_missed_days,
    staff_attestation,
    staff_courses,
    staff_education,
    staff_events,
    staff_experience,
    upbringing,
)
from ..readers.missed_days import FIELDS as MISSED
from .cells import DATE, INTEGER, Column
from .import_files import fitting
from .xlsx import XlsxWriter

SPARE_ROWS = 300
_LEVELS = {
    "school": "школьный",
    "municipal": "муниципальный",
    "regional": "региональный",
    "federal": "всероссийский",
    "international": "международный",
}
_RESULTS = {
    "participant": "участник",
    "laureate": "лауреат",
    "prize": "призёр",
    "winner": "победитель",
}
_DATES = frozenset(
    (
        "date",
        "date_from",
        "date_to",
        "date_end",
        "gap_from",
        "gap_to",
        "day",
        "date_until",
        "date_withdrawn",
        "act_date",
    )
)
_NUMBERS = frozenset(("hours", "days", "lessons", "days_lost", "high", "middle", "low", *MISSED))
YES_NO = {True: "да", False: "нет"}


class Register(NamedTuple):
    """``title``: over the table and in the name of the file; ``words``: of codes, by fields."""

    title: str
    labels: dict
    words: dict = {}


REGISTERS = {
    staff_education.KEY: Register(
        "Образование педагогов",
        staff_education.LABELS,
        {
            "level": {
                "higher": "высшее",
                "spo_specialist": "среднее профессиональное",
                "spo_worker": "начальное профессиональное",
                "general": "среднее общее",
            },
            "is_pedagogic": YES_NO,
        },
    ),
    staff_attestation.KEY: Register(
        "Аттестация педагогов",
        staff_attestation.LABELS,
        {
            "result": {
                "highest": "высшая",
                "first": "первая",
                "methodist": "педагог-методист",
                "mentor": "педагог-наставник",
                "fitness": "соответствие занимаемой должности",
            }
        },
    ),
    staff_experience.KEY: Register("Педагогический стаж", staff_experience.LABELS),
    staff_courses.KEY: Register(
        "Курсы педагогов",
        staff_courses.LABELS,
        {
            "kind": {
                "pk": "повышение квалификации",
                "retraining": "переподготовка",
                "internship": "стажировка",
                "seminar": "семинар",
            }
        },
    ),
    staff_events.KEY: Register(
        "Мероприятия педагогов",
        staff_events.LABELS,
        {
            "kind": {
                "contest": "конкурс",
                "publication": "публикация",
                "open_lesson": "открытый урок",
                "speech": "выступление",
                "innovation": "инновационная деятельность",
                "expert": "эксперт",
                "jury": "жюри",
                "mentoring": "наставничество",
                "technology": "технология",
            },
            "level": _LEVELS,
            "result": _RESULTS,
        },
    ),
    achievements.KEY: Register(
        "Достижения обучающихся", achievements.LABELS, {"level": _LEVELS, "result": _RESULTS}
    ),
    graduates.KEY: Register(
        "Выпускники",
        graduates.LABELS,
        {
            "certificate": {"ordinary": "аттестат", "honours": "с отличием", "none": "не получен"},
            "gia_mode": {
                "four_exams": "ОГЭ",
                "two_exams": "ОГЭ, 2 экзамена",
                "ege": "ЕГЭ",
                "gve": "ГВЭ",
            },
            "destination": {
                "grade10_own": "10 класс",
                "grade10_other": "10 класс другой школы",
                "spo": "СПО",
                "university": "вуз",
                "work": "работа",
                "army": "армия",
                "none": "не учится и не работает",
                "unknown": "неизвестно",
            },
        },
    ),
    programme_pupils.KEY: Register(
        "Программы и кружки",
        programme_pupils.LABELS,
        {
            "direction": {
                "technical": "техническая",
                "science": "естественно-научная",
                "sport": "физкультурно-спортивная",
                "art": "художественная",
                "tourism": "туристско-краеведческая",
                "social": "социально-гуманитарная",
            }
        },
    ),
    class_absences.KEY: Register("Пропуски по классам", class_absences.LABELS),
    pupil_missed_days.KEY: Register("Пропуски класса", pupil_missed_days.LABELS),
    pupil_absences.KEY: Register(
        "Пропуски по дням",
        pupil_absences.LABELS,
        {
            "reason": {
                "illness": "болезнь",
                "family": "семейные обстоятельства",
                "permitted": "уважительная",
                "unexcused": "без уважительной",
            }
        },
    ),
    consents.KEY: Register(
        "Согласия",
        consents.LABELS,
        {
            "kind": {
                "processing": "обработка персональных данных",
                "distribution": "распространение персональных данных",
                "image": "фото и видео",
                "psychologist": "работа психолога",
                "medical": "медицинский осмотр",
                "other": "иное",
            }
        },
    ),
    injuries.KEY: Register(
        "Журнал несчастных случаев",
        injuries.LABELS,
        {
            "place_kind": {
                "pe": "физкультура",
                "technology": "технология",
                "chemistry": "химия",
                "lesson": "другой урок",
                "break": "перемена",
                "extracurricular": "внеурочное мероприятие",
                "route": "дорога",
            },
            "outcome": {
                "recovery": "выздоровление",
                "disability": "инвалидность",
                "child_disability": "ребёнок-инвалид",
                "death": "смерть",
            },
        },
    ),
    upbringing.KEY: Register(
        "Уровни воспитанности",
        upbringing.LABELS,
        {"kind": {"upbringing": "воспитанность", "development": "личностное развитие"}},
    ),
}


def register_table(key, records, titles=()):
    """The table of a register, with what is known.

    :param key: of ``REGISTERS``
    :param records: dicts by the fields of the labels, with codes; empty values are empty cells
    :param titles: lines over the table besides its title
    :return: bytes of an xlsx file
    """
    register = REGISTERS[key]
    writer = XlsxWriter()
    sheet = writer.sheet(register.title)
    sheet.title(register.title)
    for line in titles:
        sheet.text(line)
    sheet.skip()
    columns = [
        Column(label, _kind(field), choices=fitting(tuple(register.words.get(field, {}).values())))
        for field, label in register.labels.items()
    ]
    rows = [[_cell(register, field, record) for field in register.labels] for record in records]
    sheet.table(columns, rows, spare=SPARE_ROWS)
    return writer.close()


def _kind(field):
    return DATE if field in _DATES else INTEGER if field in _NUMBERS else "text"


def _cell(register, field, record):
    value = record.get(field)
    if field in register.words:
        return register.words[field].get(value)
    return None if value is False or value == "" else value
