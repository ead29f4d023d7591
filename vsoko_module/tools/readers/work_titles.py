"""What the lines above a list of results say of a work of the school: its kind, subject and day."""

import re

from .cells import BadValue, parse_date
from .names import clean, fold
from .subject_names import subject_of
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
