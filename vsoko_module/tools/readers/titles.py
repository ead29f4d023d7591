"""Facts in the lines above a table: class, period, school year, teacher, subject."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from .cells import BadValue, parse_date
from .names import LOOK_ALIKES, ClassName, clean, fold, parse_class
from .subject_names import subject_of


class PeriodName(NamedTuple):
    """``kind`` is quarter, trimester, half or year; ``number`` counts inside the year from 1."""

    kind: str
    number: int


class Titles(NamedTuple):
    """What the lines say; None or "" where they are silent.

    ``year`` is the year of September, ``day`` the date on which a list was true.
    """

    class_name: ClassName | None = None
    period: PeriodName | None = None
    year: int | None = None
    teacher: str = ""
    subject: str = ""
    day: date | None = None

    def completed_by(self, other):
        """These facts, and those of ``other`` where these are silent."""
        return Titles(*(mine or theirs for mine, theirs in zip(self, other, strict=True)))


ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
ORDINALS = {"перв": 1, "втор": 2, "трет": 3, "четверт": 4}
# by the first letter of the word
KINDS = {"ч": ("quarter", 4), "т": ("trimester", 3), "п": ("half", 2)}
# «1 четверть», «I четв.», «первая четверть», «2 п/г»; «1 ч.» may be an hour
NUMBERED = re.compile(
    r"(?<![\w/])(?:(\d|iv|i{1,3})\s*(?:-?(?:я|й|ая|ый|ий|ой|ое|е|го))?"
    r"|(перв|втор|трет|четверт)(?:ая|ой|ую|ый|ого|ое|ья|ьей|ью|ий|ьего)) ?"
    r"(четверт|четв(?![а-я])|чет(?=\.)|триместр|трим(?![а-я])"
    r"|полугоди|полуг(?![а-я])|пол(?=\.)|п[./]\s?г(?![а-я]))"
)
# «Четверть 1», «Полугодие № 2»
NUMBER_AFTER = re.compile(r"(четверть|триместр|полугодие)\s*№?\s*(\d|iv|i{1,3})(?![\w./-])")
YEARS = r"20\d\d\s*[/–—-]\s*(?:20)?\d\d(?!\d)"
SCHOOL_YEAR = r"(?:уч(?:ебный|ебного|\.)?\s*)?(?:год(?:а)?(?![а-я])|г\.)"
WHOLE_YEAR = re.compile(
    r"(?:год(?![а-я])|годов|итоги года|учебный год|за (?:учебный )?год"
    rf"|(?:за )?{YEARS}\s*{SCHOOL_YEAR}|(?:за )?весь {SCHOOL_YEAR})"
)
# «за год», «за 2025/2026 учебный год»; «Годовые отметки 9А класса»
YEAR_MENTION = re.compile(
    rf"(?<![а-я])(?:за (?:весь |полный )?(?:{YEARS}\s*)?{SCHOOL_YEAR}"
    r"|годов(?:ые|ых) (?:отмет|оцен))"
)
YEAR = re.compile(r"(?<!\d)(20\d\d)\s*[/–—-]\s*(?:20)?(\d\d)(?!\d)")
DAY = re.compile(r"(?<![а-я])на (\d\d\.\d\d\.\d{4})(?!\d)")
# «9А», «9 «А»», «5-1», «10А (гум)», «1 «Солнышко»»
CLASS_VALUE = (
    r"(\d{1,2}(?:[-./_]\d{1,2}(?![\d./])|\s*«\s*[а-я ]+\s*»"
    r"|\s*[-–—]?\s*[«\"“„]?\s*[а-я]{0,3}(?![а-я])\s*[»\"”]?)(?:\s?\([а-я. ]{2,15}\))?)"
)
CLASS_AFTER = re.compile(rf"(?<![а-я])класс[ае]?\s*[:№-]?\s*{CLASS_VALUE}")
CLASS_BEFORE = re.compile(rf"(?<![\d/.]){CLASS_VALUE}\s*класс(?:[ае]|ом)?(?![а-я])")
# «Успеваемость 9А, 1 четверть»: the letter is great, so it is no word
LONE_CLASS = re.compile(r"(?<![\w/.-])\d{1,2}\s?[-–]?\s?[«\"]?[А-ЯЁA-Z][»\"]?(?!\w)")
TERMS = ("четверть", "триместр", "полугодие")
LABELLED = re.compile(
    r"\s*(учитель|педагог|предмет|период|класс|четверть|триместр|полугодие)\s*:\s*(.*)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1_000)
def parse_period(text):
    """A period by its name («1 четверть», «II полугодие», «Год»), or None."""
    folded = fold(text)
    if numbered := NUMBERED.search(folded):
        return _term(numbered[3], numbered[1] or numbered[2])
    if numbered := NUMBER_AFTER.search(folded):
        return _term(numbered[1], numbered[2])
    return PeriodName("year", 1) if WHOLE_YEAR.match(folded) else None


def _term(word, number):
    """The term of a word and a number in figures, Roman or a word; None for the fifth quarter."""
    kind, count = KINDS[word[0]]
    number = ROMAN.get(number) or ORDINALS.get(number) or int(number)
    return PeriodName(kind, number) if 1 <= number <= count else None


def parse_year(text):
    """First year of «2025/2026», «2025-26»; None unless the second year follows the first."""
    for first, second in YEAR.findall(text):
        if (int(first) + 1) % 100 == int(second):
            return int(first)
    return None


def read_titles(rows, named=None):
    """``Titles`` of the text cells of some rows; the first mention of a fact counts.

    :param named: the period that the name of the sheet tells; like a period of the lines it counts
        before the year that they mention, for «за 2025/2026 учебный год» is often said beside it
    """
    titles, is_of_year = Titles(), False
    for row in rows:
        for text in _texts(row):
            for part in re.split(r"\s{3,}|[|;\n]", text):
                titles = titles.completed_by(_line(part))
                is_of_year = is_of_year or _mentions_year(part)
    if is_of_year and not titles.period:
        return titles._replace(period=named or PeriodName("year", 1))
    return titles


def _texts(row):
    """The text cells of a row; a label in a cell of its own goes with the cell after it."""
    label = ""
    for cell in row:
        text = cell if isinstance(cell, str) else clean(cell) if label else ""
        if text.rstrip().endswith(":"):
            label = text.rstrip()
        elif text:
            yield f"{label} {text}" if label else text
            label = ""


def sheet_titles(name):
    """What the name of a sheet says: «9А», «1 четверть»; a number alone is no class."""
    named = parse_class(name)
    return Titles(class_name=named if named and named.letter else None, period=parse_period(name))


def _line(text):
    labelled = LABELLED.match(text)
    label = labelled[1].lower() if labelled else ""
    value = clean(labelled[2]) if labelled else ""
    folded = fold(text)
    return Titles(
        class_name=(parse_class(value) if label == "класс" else None)
        or _class_of(folded)
        or _lone_class(text),
        period=_period_of(label, value, folded),
        year=parse_year(folded),
        teacher=value if label in ("учитель", "педагог") else "",
        subject=value if label == "предмет" else subject_of(folded),
        day=_day_of(folded),
    )


def _period_of(label, value, folded):
    """The period that a line names; the year only when it does so by a word, without years."""
    if label in TERMS:
        return parse_period(f"{value} {label}")
    numbered = NUMBERED.search(folded)
    if label != "период":
        return parse_period(numbered[0]) if numbered else None
    return None if parse_year(value) and not numbered else parse_period(value)


def _mentions_year(text):
    """Whether a line is about the whole year, which a period named elsewhere narrows."""
    labelled = LABELLED.match(text)
    if labelled and labelled[1].lower() == "период":
        return parse_year(labelled[2]) is not None
    return bool(YEAR_MENTION.search(fold(text)))


def _day_of(folded):
    found = DAY.search(folded)
    try:
        return parse_date(found[1]) if found else None
    except BadValue:
        return None


def _class_of(folded):
    # a class written with a lone Latin letter: 9A
    text = folded.translate(LOOK_ALIKES)
    found = CLASS_AFTER.search(text) or CLASS_BEFORE.search(text)
    return parse_class(found[1]) if found else None


def _lone_class(text):
    """The class that stands in a line without the word, if it is the only one there."""
    names = {parse_class(found[0]) for found in LONE_CLASS.finditer(text)} - {None}
    return names.pop() if len(names) == 1 else None
