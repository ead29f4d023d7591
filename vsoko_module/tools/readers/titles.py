"""Facts in the lines above a table: class, period, school year, teacher, subject."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from .cells import BadValue, parse_date
from .names import LOOK_ALIKES, ClassName, clean, fold, parse_class


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
KINDS = (("quarter", "четверт", 4), ("trimester", "триместр", 3), ("half", "полугоди", 2))
NUMBERED = re.compile(
    r"(?<![\w/])(\d|iv|i{1,3})\s*(?:-?(?:я|й|ая|ый|ий|ой|ое|е|го))?\s*"
    r"(четверт|триместр|полугоди)"
)
WHOLE_YEAR = re.compile(r"(?:год(?![а-я])|годов|итоги года|учебный год|за (?:учебный )?год)")
YEAR = re.compile(r"(?<!\d)(20\d\d)\s*[/–—-]\s*(?:20)?(\d\d)(?!\d)")
DAY = re.compile(r"(?<![а-я])на (\d\d\.\d\d\.\d{4})(?!\d)")
# «9А», «9 «А»», «5-1», «10А (гум)», «1 «Солнышко»»
CLASS_VALUE = (
    r"(\d{1,2}(?:[-./_]\d{1,2}(?![\d./])|\s*«\s*[а-я ]+\s*»"
    r"|\s*[-–—]?\s*[«\"“„]?\s*[а-я]{0,3}(?![а-я])\s*[»\"”]?)(?:\s?\([а-я. ]{2,15}\))?)"
)
CLASS_AFTER = re.compile(rf"(?<![а-я])класс[ае]?\s*[:№-]?\s*{CLASS_VALUE}")
CLASS_BEFORE = re.compile(rf"(?<![\d/.]){CLASS_VALUE}\s*класс(?:[ае]|ом)?(?![а-я])")
LABELLED = re.compile(r"\s*(учитель|педагог|предмет|период|класс)\s*:\s*(.*)", re.IGNORECASE)


@lru_cache(maxsize=1_000)
def parse_period(text):
    """A period by its name («1 четверть», «II полугодие», «Год»), or None."""
    folded = fold(text)
    numbered = NUMBERED.search(folded)
    if numbered:
        number = ROMAN.get(numbered[1]) or int(numbered[1])
        for kind, word, count in KINDS:
            if numbered[2] == word:
                return PeriodName(kind, number) if 1 <= number <= count else None
    return PeriodName("year", 1) if WHOLE_YEAR.match(folded) else None


def parse_year(text):
    """First year of «2025/2026», «2025-26»; None unless the second year follows the first."""
    for first, second in YEAR.findall(text):
        if (int(first) + 1) % 100 == int(second):
            return int(first)
    return None


def read_titles(rows):
    """``Titles`` of the text cells of some rows; the first mention of a fact counts."""
    titles = Titles()
    for row in rows:
        for text in _texts(row):
            for part in re.split(r"\s{3,}|[|;\n]", text):
                titles = titles.completed_by(_line(part))
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
    numbered = NUMBERED.search(folded)
    return Titles(
        class_name=(parse_class(value) if label == "класс" else None) or _class_of(folded),
        period=parse_period(value if label == "период" else numbered[0] if numbered else ""),
        year=parse_year(folded),
        teacher=value if label in ("учитель", "педагог") else "",
        subject=value if label == "предмет" else "",
        day=_day_of(folded),
    )


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
