"""Words of headings that say what a column is, though no layout writes it so."""

import re

from .meanings import GRADE, LETTER

_WHOSE = r"(?: (?:ребенка|детей|учащ\w*|обуч\w*|учени\w*|воспитанник\w*|школьник\w*|полностью))*"
WORDS = {
    "name": rf"(?:фио|ф и о|фамилия имя(?: отчество)?|фамилия и имя|имя и фамилия){_WHOSE}"
    r"|(?:учащ|обучающ|учени|воспитанни)\w*|ребенок|дети|список (?:учащ|обучающ|учени)\w*",
    "surname": rf"фамилия{_WHOSE}",
    "first_name": rf"имя{_WHOSE}",
    "patronymic": rf"отчество{_WHOSE}",
    "birthdate": r"(?:дата|день|число) рожд\w*.*|д р|дата рожд|родил\w+",
    "gender": r"пол(?: м ж| муж жен| ребенка| учащ\w*| обуч\w*)?",
    "class_name": r"класс(?:ы)?(?: обуч\w*| учащ\w*| ребенка| группа| и литера| с литерой)?",
    GRADE: r"(?:класс )?параллель(?: класса)?|номер класса|ступень",
    LETTER: r"(?:класс )?(?:литера?|буква)(?: класса)?",
    "date_from": r"дата (?:зачисл|прибыт|прием|поступл|начал)\w*.*",
    "date_to": r"дата (?:выбыт|отчисл|окончан)\w*.*",
    "position": r"должност\w*.*|занимаемая должность",
    "teacher": r"(?:фио |ф и о |фамилия )?(?:учител|педагог|преподавател)\w*(?: предметник\w*)?",
    "subject": r"(?:наименование |название )?(?:учебн\w+ )?(?:предмет|дисциплин)\w*(?: курс\w*)?",
    "hours": r"(?:кол во |количество |число )?(?:недельн\w+ )?час\w*(?: в неделю| нед\w*)?"
    r"|нагрузка",
    "mark": r"(?:итогов\w+ |четвертн\w+ |годов\w+ )?(?:отметк|оценк)\w*"
    r"(?: за (?:период|четверть))?",
    "period": r"(?:учебн\w+ |отчетн\w+ )?период\w*|четверть|триместр|полугодие",
    "code": r"код(?: участника| ребенка| учащ\w*| обуч\w*)?",
}
_WIDE = {field: re.compile(words) for field, words in WORDS.items()}
# what stands in the corner of a table of pupils over subjects
CORNER = re.compile(r"(?:.* )?(?:предмет|дисциплин)\w*(?: .*)?|")


def means(key, meaning):
    """Whether a heading, as ``header_key`` makes it, means this."""
    words = _WIDE.get(meaning.field)
    return bool(key) and (key == meaning.heading or bool(words and words.fullmatch(key)))


def is_letter(key):
    """Whether a heading is that of the letters of classes, beside their grades."""
    return bool(_WIDE[LETTER].fullmatch(key))
