"""What the headings of a ledger mean: names, subjects, periods, means, teachers of groups."""

import re
from typing import NamedTuple

from .accounting import COUNTED, ELSEWHERE, PERSONAL, ROW_NUMBER
from .headers import header_key, heading_keys, is_row_number
from .names import fold, initials_key
from .titles import PeriodName, parse_period

# kinds of marks in a place of pupil, subject and period
MARK, EXAM, FINAL = "mark", "exam", "final"
RESULTS = (
    (EXAM, re.compile(r"экз(?:амен(?:ационная)?)?\.?(?: отметка| оценка)?")),
    (FINAL, re.compile(r"итог(?:овая|овые|ов)?\.?(?: отметка| оценка| отметки| оценки)?")),
)
NAME_WORDS = frozenset(
    word
    for line in (
        "фио ф и о фамилия имя отчество при наличии уч ся список ученик ученика ученики учеников",
        "учащийся учащегося учащиеся учащихся обучающийся обучающегося обучающиеся обучающихся",
        "ребенок ребенка дети детей воспитанник воспитанники школьник",
    )
    for word in line.split()
)
# words that make no heading of names by themselves
NAME_FILLERS = frozenset(("ф", "и", "о", "при", "наличии", "список", "имя", "отчество"))
SURNAME, FIRST_NAME, PATRONYMIC = ("фамилия",), ("имя",), ("отчество",)
GROUP_KEYS = frozenset(("предметы", "предмет", "учебные предметы", "наименование предметов"))
SUBJECT_KEYS = frozenset(("предмет", "учебный предмет", "дисциплина", "наименование предмета"))
CLASS_KEYS = frozenset(("класс",))
PERIOD_KEYS = frozenset(("период", "учебный период", "четверть", "отчетный период"))
BIRTH = re.compile(r"(?:дата рожд\w*|д р|др|год рождения)(?: .*)?")
MARK_WORDS = frozenset(("отметка", "оценка", "отм", "оц", "отметки", "оценки"))
SKIPPED = (
    (PERSONAL, re.compile(r"пол|телефон.*|адрес.*|снилс|(?:№ )?личн\w* дел\w*|логин|гражданство")),
    (ELSEWHERE, re.compile(r"(?:пропу|опозда|рейтинг|место|дней|уроков|движени).*")),
    (
        COUNTED,
        re.compile(
            r"(?:ср (?!.*год)|средн|итог|всего|кол во|количество|%|успев|качеств|соу|подпись).*"
            r"|балл|ср|сб|ср б"
        ),
    ),
)
TEACHER = re.compile(r"(?:\S+ ){1,3}\S+(?:вич|вна|чна|оглы|кызы)")
GROUP = re.compile(
    r"(?:\d+\s*(?:-?я)?\s*)?(?:под)?гр(?:\.|уппа)?\s*(?:№?\s*\d+)?|мальчики|девочки|юноши|девушки"
)


class MarkColumn(NamedTuple):
    """A column of marks; ``period`` is None and ``kind`` MARK where the heading is silent."""

    place: int
    subject: str
    period: PeriodName | None = None
    kind: str = MARK


def is_name_heading(text):
    """Whether a heading is that of pupils' names."""
    for key in heading_keys(text):
        words = set(key.split())
        if words and words <= NAME_WORDS and (words - NAME_FILLERS or len(words) > 1):
            return True
    return False


def result_kind(text):
    """EXAM or FINAL for «Экзамен», «Итоговая»; MARK for any other text."""
    folded = fold(text)
    return next((kind for kind, words in RESULTS if words.fullmatch(folded)), MARK)


def skip_reason(text):
    """Why a column with this heading holds no marks (a reason of ``accounting``), or ""."""
    if is_row_number(text):
        return ROW_NUMBER
    key = header_key(text)
    return next((reason for reason, words in SKIPPED if words.fullmatch(key)), "")


def is_group(text):
    """Whether a text under a subject names a part of the class: its teacher, its number."""
    folded = fold(text)
    return bool(initials_key(text) or TEACHER.fullmatch(folded) or GROUP.fullmatch(folded))


def describe(texts):
    """``(subject, period, kind, reason)`` of the texts over a column, from the top down.

    ``subject`` is "" when no text names one; ``reason`` is not "" for a column without marks.
    """
    subject, period, kind, reason = "", None, MARK, ""
    for place, text in enumerate(texts, start=1):
        key = header_key(text)
        found, result, skipped = parse_period(text), result_kind(text), skip_reason(text)
        is_over = place < len(texts)
        if found:
            period = found
        elif is_over and (result == FINAL or skipped == COUNTED):
            continue  # «Итоговые отметки», «Успеваемость» over subjects
        elif result != MARK:
            kind = result
        elif skipped:
            reason = skipped
        elif key and not (key in GROUP_KEYS or key in MARK_WORDS or (subject and is_group(text))):
            subject = text
    return subject, period, kind, reason
