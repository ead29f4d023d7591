"""What the lines above a list of results say of a work of the school: its kind, subject and day."""

import re

from .cells import BadValue, parse_date
from .names import clean, fold
from .titles import read_titles
from .vpr_titles import VPR
from .works import FileWork

# the kind of a work by a part of a word; the first that is there
PROCEDURES = (
    ("вход", "initial"),
    ("старт", "initial"),
    ("тематич", "thematic"),
    ("четверт", "term"),
    ("промежут", "term"),
    ("полугод", "half"),
    ("итог", "final"),
    ("годов", "final"),
    ("статград", "statgrad"),
    ("метапредмет", "metasubject"),
)
WORK = re.compile(
    r"(?<![а-я])(?:(?:контрольн|проверочн|диагностическ|административн|самостоятельн|срезов"
    r"|тренировочн|пробн)\w+|к/р|диктант\w*|изложени\w+|сочинени\w+|тест(?:а|ы|ов|ировани\w+)?"
    r"|зач[её]т\w*|мониторинг\w*|срез\w*|диагностик\w+|техник\w+ чтения)(?![а-я])"
)
# a rehearsal of an exam is a work of the school
REHEARSAL = re.compile(r"(?<![а-я])(?:пробн|тренировочн|репетиционн|предэкзаменац)\w+|в формате")
EXAM = re.compile(r"(?<![а-я])(?:огэ|егэ|гвэ|государственн\w+ экзамен\w*)(?![а-я])")
DAY = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}\.\d{4}(?!\d)|(?<!\d)20\d\d-\d\d-\d\d(?!\d)")
AFTER_BY = re.compile(r"(?<![а-я])по\s+([а-яё][а-яё \-]*[а-яё])")
# «по математике»: the subjects of the curriculum as they stand after the word
SUBJECTS = {
    "русскому языку": "Русский язык",
    "литературе": "Литература",
    "литературному чтению": "Литературное чтение",
    "родному языку": "Родной язык",
    "родному русскому языку": "Родной язык",
    "иностранному языку": "Иностранный язык",
    "английскому языку": "Английский язык",
    "немецкому языку": "Немецкий язык",
    "французскому языку": "Французский язык",
    "китайскому языку": "Китайский язык",
    "математике": "Математика",
    "алгебре": "Алгебра",
    "геометрии": "Геометрия",
    "вероятности и статистике": "Вероятность и статистика",
    "информатике": "Информатика",
    "окружающему миру": "Окружающий мир",
    "истории": "История",
    "истории россии": "История",
    "обществознанию": "Обществознание",
    "географии": "География",
    "физике": "Физика",
    "химии": "Химия",
    "биологии": "Биология",
    "астрономии": "Астрономия",
    "музыке": "Музыка",
    "изо": "Изобразительное искусство",
    "изобразительному искусству": "Изобразительное искусство",
    "технологии": "Технология",
    "труду": "Труд (технология)",
    "физической культуре": "Физическая культура",
    "физкультуре": "Физическая культура",
    "обж": "Основы безопасности и защиты Родины",
    "обзр": "Основы безопасности и защиты Родины",
}


def read_work_titles(rows, today):
    """``(Titles, FileWork)`` of the lines; the subject "" and the day None where they are silent.

    What is said to be of ВПР is of ВПР in whatever table it stands.
    """
    titles = read_titles(rows)
    text = lines_text(rows)
    subject = titles.subject or subject_of(text)
    work = FileWork(procedure_of(text), subject=subject, day=_day(text, today))
    return titles._replace(subject=subject), work


def procedure_of(text):
    """The key of the kind of a work by the words about it, "internal" without any that tell it."""
    if VPR.search(text):
        return "vpr"
    folded = fold(text)
    return next((kind for word, kind in PROCEDURES if word in folded), "internal")


def subject_of(text):
    """The subject of «Контрольная работа по математике», "" where it is none of the curriculum."""
    for found in AFTER_BY.finditer(fold(text)):
        words = found[1].split()
        for count in range(len(words), 0, -1):
            if subject := SUBJECTS.get(" ".join(words[:count])):
                return subject
    return ""


def is_about_work(rows):
    """Whether the lines name a work, ВПР and a rehearsal of an exam among them."""
    text = fold(lines_text(rows))
    if is_exam(text):
        return False
    return any(words.search(text) for words in (WORK, REHEARSAL, VPR))


def is_exam(text):
    """Whether the words are about a state exam itself and not about a rehearsal of it."""
    folded = fold(text)
    return bool(EXAM.search(folded)) and not REHEARSAL.search(folded)


def lines_text(rows):
    """The lines as one text, the cells apart."""
    return " | ".join(clean(cell) for row in rows for cell in row if cell != "")


def _day(text, today):
    found = DAY.search(text)
    try:
        return parse_date(found[0], today) if found else None
    except BadValue:
        return None
