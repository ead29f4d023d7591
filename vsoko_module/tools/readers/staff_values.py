"""Words of staff lists and loads: education, category, experience, hours.

Each function gives None for an empty cell and raises ``BadValue`` for a text that it does not know.
"""

import re
from datetime import date
from typing import NamedTuple

from .cells import DASHES, BadValue, parse_date, parse_number
from .names import clean, fold

HIGHER, SECONDARY, OTHER = "higher", "secondary", "other"
# the first that fits counts: «неоконченное высшее» is not «высшее»
EDUCATION = (
    (
        re.compile(r"(?:не|н/|н\.\s?)\s*(?:о|за)?кон\w*\.?\s*в|незаконч|неоконч|неполное высш"),
        OTHER,
    ),
    (re.compile(r"высш|специалитет|специалист(?!\w)|магистр|бакалавр|аспирант|ординатур"), HIGHER),
    (re.compile(r"в\.?(?:п\.?)?о\.?(?!\w)|в/о(?!\w)"), HIGHER),
    (re.compile(r"ср[а-я]*[.\s-]*(?:\(полное\)|полное)?\s*общ|основное общ|начальное общ"), OTHER),
    # by the law on education initial vocational training is equal to the secondary one
    (re.compile(r"[сн]\.?п\.?о\.?(?!\w)|нач[а-я]*[.\s-]*проф"), SECONDARY),
    (re.compile(r"ср[а-я]*[.\s/-]*(?:проф|спец|пед|тех|мед|муз|с(?!\w))"), SECONDARY),
    (re.compile(r"(?:пед\w*|муз\w*|мед\w*|проф\w*)?\.?\s*(?:техникум|колледж|училище)"), SECONDARY),
    (re.compile(r"друг|проч|иное"), OTHER),
    # what was finished, without a word of the level
    (re.compile(r"(?!.*(?:студент|обуча|учится|курс)).*(?:университет|академия|институт)"), HIGHER),
)
CATEGORIES = (
    (re.compile(r"высш|в\.?\s?к\.?(?:\s?к\.?)?(?!\w)"), "highest"),
    (
        re.compile(r"перв|(?:1|i|ӏ)(?:-?ая|-?я)?(?![\w])|[1i]\s*к\.?(?:\s?к\.?)?(?!\w)|п\.?к\.?к"),
        "first",
    ),
    (re.compile(r"соотв|с\.?\s?з\.?\s?д"), "conformity"),
    (
        re.compile(
            r"без|б\s?[/.\\]\s?к|бк(?!\w)|не\s?имеет|нет(?!\w)|отсутств|не аттестован|[-–—]$"
        ),
        "none",
    ),
)
DAY_BESIDE = re.compile(
    r"(?<!до )(?<!по )(?<![\d.])(?:(\d{1,2}\.\d{1,2}\.\d{4})|((?:19|20)\d\d))(?![\d.])"
)
EXPERIENCE = re.compile(
    r"(?:(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:лет|год[а-я]*|г\.?|л\.?)?)?[\s,]*"
    r"(?:(\d{1,2})\s*(?:мес[а-я]*|м)\.?)?[\s,]*(?:\d{1,2}\s*(?:дн|ден)[а-я]*\.?)?"
)
# what of vocational education is not that of specialists
WORKER = re.compile(r"нач|н\.?п\.?о|рабоч|пту(?!\w)|служащ")
GENERAL = re.compile(r"общ")
# results of the attestation, before the words of ordinary categories
CATEGORIES_OF_2023 = (
    (re.compile(r"(?:педагог\s?[-–—]?\s?)?методист"), "methodist"),
    (re.compile(r"(?:педагог\s?[-–—]?\s?)?наставник"), "mentor"),
)
NO_RESULT = "none"
# the end of a category: since 2023 there is none
TERMLESS = re.compile(r"бессроч|без (?:ограничения )?срока|срок не ограничен|не ограничен")
NO_EXPERIENCE = re.compile(r"(?:менее|до|меньше) (?:1 |одного )?года|без стажа|б/с|нет|[-–—]")
HOURS_WORD = re.compile(r"\s*(?:ч(?:ас[а-я]*)?\.?)(?:\s*(?:/|в)\s*нед[а-я]*\.?)?$")
FRACTION = re.compile(r"(\d{1,2})/([1-9]\d?)")


def parse_education(value):
    """ "higher", "secondary" (vocational) or "other" (general education, higher not finished)."""
    return _first(value, EDUCATION, "unknown_education")


def parse_category(value):
    """ "highest", "first", "conformity" or "none"."""
    return _first(value, CATEGORIES, "unknown_category")


class DayBeside(NamedTuple):
    """A day beside something else; ``is_year``: the first day of a year that stands alone."""

    day: date
    is_year: bool


def day_beside(text, today):
    """The last ``DayBeside`` of a text («высшая, 20.03.2023», «ИРО, 36 ч., 2024»), or None.

    The end of a term («до 20.03.2028») is none, nor is a day to come.
    """
    days = []
    for found in DAY_BESIDE.finditer(fold(text)):
        try:
            day = parse_date(found[1]) if found[1] else date(int(found[2]), 1, 1)
        except BadValue:
            continue
        if day <= today:
            days.append(DayBeside(day, not found[1]))
    return max(days, default=None)


def parse_level_of_education(value):
    """A level of ``vsoko.staff.education``; what is not finished is none."""
    text, education = fold(clean(value)), parse_education(value)
    if education == SECONDARY:
        return "spo_worker" if WORKER.search(text) else "spo_specialist"
    if education == OTHER and not GENERAL.search(text):
        raise BadValue("unknown_education")
    return "general" if education == OTHER else education


def parse_attestation(value):
    """A category of ``vsoko.staff.attestation``, "fitness", or ``NO_RESULT``."""
    text = fold(clean(value))
    new = next((meaning for pattern, meaning in CATEGORIES_OF_2023 if pattern.match(text)), None)
    category = new or parse_category(value)
    return "fitness" if category == "conformity" else category


def _first(value, patterns, code):
    text = fold(clean(value))
    if not text:
        return None
    found = next((meaning for pattern, meaning in patterns if pattern.match(text)), None)
    if not found:
        raise BadValue(code)
    return found


def parse_experience(value):
    """Years as a float: 15, «15 лет 3 мес.» → 15.25, «менее года» → 0."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    text = fold(clean(value))
    if not text:
        return None
    if NO_EXPERIENCE.fullmatch(text):
        return 0.0
    found = EXPERIENCE.fullmatch(text)
    if not found or not (found[1] or found[2]):
        raise BadValue("bad_experience")
    return float((found[1] or "0").replace(",", ".")) + int(found[2] or 0) / 12


def parse_hours(value):
    """Hours a week: 2, «0,5», «1/2», «2 ч.», «1+1» (the sum), «1½»; None for a dash."""
    if clean(value) in DASHES:
        return None
    if isinstance(value, int | float) or not clean(value):
        return parse_number(value)
    text = HOURS_WORD.sub("", fold(clean(value)).replace("½", " 1/2"))
    parts = [part for part in re.split(r"\+|(?<=\d)\s+(?=\d/)", text)]
    return sum(_hours(part.strip()) for part in parts)


def _hours(text):
    found = FRACTION.fullmatch(text)
    if found:
        return int(found[1]) / int(found[2])
    number = parse_number(text) if text else None
    if number is None:
        raise BadValue("bad_number")
    return number
