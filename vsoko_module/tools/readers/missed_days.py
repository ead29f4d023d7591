"""Columns of reports about missed days: by reasons, in days and in lessons.

Electronic journals write them in one heading («По болезни, дней») or in two («Пропущено дней» over
«по болезни»); a heading without a unit means days.
"""

import re

from .accounting import FOOTER
from .headers import is_footer
from .names import fold

REASONS = ("illness", "permitted", "unexcused")
DAYS, LESSONS = "days", "lessons"
_WORDS = {
    "illness": ("по болезни", "болезнь", "из них по болезни", "в том числе по болезни",
                "в т ч по болезни"),
    "permitted": ("по уважительной причине", "по уважительным причинам", "по уваж причине",
                  "уважительная", "по ув причине", "по другим уважительным причинам",
                  "по иным уважительным причинам", "по уважит причине"),
    "unexcused": ("без уважительной причины", "без уважительных причин", "без уваж причины",
                  "по неуважительной причине", "по неуважительным причинам", "неуважительная",
                  "по неуваж причине", "без причины", "прогулы"),
    "total": ("всего", "итого"),
}  # fmt: skip
_UNITS = {
    DAYS: ("дней", "дни", "учебных дней"),
    LESSONS: ("уроков", "уроки", "занятий"),
}
_BEFORE = ("пропущено", "пропуски", "пропущенных", "количество пропущенных", "кол во пропущенных",
           "пропуск", "всего пропущено", "число пропущенных")  # fmt: skip
# sums of classes between and under the rows of a report
_SUBTOTAL = re.compile(
    r"(?:по |вся )?школ|(?:по )?параллел|\d{1,2}\s*[-–—]\s*\d{1,2}\s*кл"
    r"|(?:ноо|ооо|соо)(?!\w)|начальн|основн|средн|старш"
)
_OF_LESSONS = re.compile(r"урок|заняти")
_OF_DAYS = re.compile(r"(?<!\w)(?:дн(?:ей|и|я)|дня)(?!\w)")


def _keys(reason, unit):
    """Headings of a reason in a unit; the reason alone is one of days."""
    units = _UNITS[unit]
    groups = [*units, *(f"{before} {word}" for before in _BEFORE for word in units)]
    for word in _WORDS[reason]:
        yield from (f"{group} {word}" for group in groups)
        yield from (f"{word} {word_of_unit}" for word_of_unit in units)
        yield from (f"пропущено {word} {word_of_unit}" for word_of_unit in units)
        if unit == DAYS:
            yield word
            yield f"пропущено {word}"
    if reason == "total":
        yield from groups


FIELDS = {
    field: (reason, unit)
    for unit in (DAYS, LESSONS)
    for reason in (*REASONS, "total")
    for field in [reason if unit == DAYS else f"{reason}_lessons"]
}
ALIASES = {field: tuple(dict.fromkeys(_keys(*of))) for field, of in FIELDS.items()}
LABELS = {
    "illness": "По болезни, дней",
    "permitted": "По уважительной причине, дней",
    "unexcused": "Без уважительной причины, дней",
    "total": "Всего, дней",
    "illness_lessons": "По болезни, уроков",
    "permitted_lessons": "По уважительной причине, уроков",
    "unexcused_lessons": "Без уважительной причины, уроков",
    "total_lessons": "Всего, уроков",
}


def read_missed(reader):
    """``{field: number}`` of the reasons in the current row, None where a cell is empty.

    What does not make the total is a problem.
    """
    numbers = {field: read_whole(reader, field) for field in FIELDS}
    for suffix in ("", "_lessons"):
        fields = [reason + suffix for reason in REASONS]
        parts = [numbers[field] for field in fields]
        told = _told_apart(*parts, numbers["total" + suffix])
        if told is None:
            reader.problem("days_do_not_add_up", "total" + suffix, str(numbers["total" + suffix]))
        else:
            numbers |= zip(fields, told, strict=True)
    return {field: numbers[field] for field, (reason, _unit) in FIELDS.items() if reason in REASONS}


def _told_apart(illness, permitted, unexcused, total):
    """The three numbers, illness taken out of the good reasons where the total says it is in them.

    None when they make more, or all three another, than the total.
    """
    parts = illness, permitted, unexcused
    known = sum(part or 0 for part in parts)
    if total is None or known == total or (known < total and None in parts):
        return parts
    if illness and permitted is not None and permitted >= illness and known - illness == total:
        return illness, permitted - illness, unexcused
    return None


def read_whole(reader, field):
    """A whole number of days or lessons, None when the cell is empty."""
    number = reader.number(field, optional=True)
    if number is not None and (number < 0 or number != int(number)):
        reader.problem("bad_days", field, str(number))
        return None
    return None if number is None else int(number)


def is_total_row(reader, *fields):
    """Whether the current row is a sum of others; then it is left as such."""
    texts = [fold(text) for field in fields if (text := reader.text(field))]
    if not texts or not (is_footer(texts[0]) or _SUBTOTAL.match(texts[0])):
        return False
    reader.leave(FOOTER)
    return True


def are_lessons(titles, heading):
    """Whether a heading without a unit stands in a report of missed lessons.

    :param titles: the rows above the heading
    """
    if _OF_DAYS.search(fold(heading)):
        return False
    text = fold(" ".join(cell for row in titles for cell in row if isinstance(cell, str)))
    return bool(_OF_LESSONS.search(text)) and not _OF_DAYS.search(text)
