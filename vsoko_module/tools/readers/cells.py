"""Values of cells: marks, dates, numbers, yes/no. What is not understood is never guessed."""

import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

from .names import clean, fold

GRADED = "graded"
NOT_ATTESTED = "not_attested"
RELEASED = "released"
PASSED = "passed"
FAILED = "failed"


class Mark(NamedTuple):
    """``value`` is 2–5 when graded, else 0."""

    value: int
    status: str


EMPTY = None
DASH = Mark(0, "")
BAD = Mark(-1, "")
FRACTION = Mark(-2, "")

STATUSES = {
    NOT_ATTESTED: (
        "н/а",
        "н\\а",
        "на",
        "н.а.",
        "н/а.",
        "н|а",
        "н-а",
        "не аттестован",
        "не аттестована",
        "неаттестован",
    ),
    RELEASED: ("осв", "осв.", "освобожден", "освобождена"),
    PASSED: ("зач", "зач.", "зачет", "зачтено", "усв", "усв.", "усвоил", "усвоила", "усвоено"),
    FAILED: (
        "незач",
        "незач.",
        "не зач",
        "не зач.",
        "н/зач",
        "н/зач.",
        "незачет",
        "не зачет",
        "незачтено",
        "не зачтено",
        "не усв",
        "не усв.",
        "не усвоил",
        "не усвоила",
        "не усвоено",
    ),
}
# marks in words, by the beginnings of the words
MARK_WORDS = (
    (5, re.compile(r"отл(?:ично)?\.?")),
    (4, re.compile(r"хор(?:ошо)?\.?")),
    (3, re.compile(r"уд(?:овл(?:етворительно)?)?\.?")),
    (2, re.compile(r"неуд(?:овл(?:етворительно)?)?\.?|не уд(?:овл(?:етворительно)?)?\.?")),
)
WITH_WORD = re.compile(r"([2-5])\s*\(?\s*([а-я][а-я .]*)\)?")
WORDS = {word: Mark(0, status) for status, words in STATUSES.items() for word in words}
DASHES = frozenset("-–—−")
WHOLE = re.compile(r"([2-5])(?:[.,]0{1,3})?")
DECIMAL = re.compile(r"[1-5][.,]\d{1,3}")


def parse_mark(value):
    """A ``Mark``, ``EMPTY`` for no mark, or one of ``DASH``, ``BAD`` and ``FRACTION``."""
    if isinstance(value, bool):
        return BAD
    text = fold(value if isinstance(value, str) else clean(value))
    if not text:
        return EMPTY
    whole = WHOLE.fullmatch(text)
    if whole:
        return Mark(int(whole[1]), GRADED)
    if text in WORDS:
        return WORDS[text]
    if text in DASHES:
        return DASH
    worded = _mark_in_words(text)
    if worded:
        return Mark(worded, GRADED)
    return FRACTION if DECIMAL.fullmatch(text) else BAD


def _mark_in_words(text):
    """2–5 of «отл», «5 (отлично)»; 0 of other texts and where number and word differ."""
    found = WITH_WORD.fullmatch(text)
    word = found[2].strip() if found else text
    mark = next((mark for mark, words in MARK_WORDS if words.fullmatch(word)), 0)
    return mark if not found or mark == int(found[1]) else 0


class MarkParser(dict):
    """``parse_mark`` with a memory: a ledger has ten different cells in fifty thousand."""

    def __missing__(self, value):
        mark = parse_mark(value)
        if len(self) < 10_000:
            self[value] = mark
        return mark


class BadValue(ValueError):
    """A cell whose text cannot be what its column says; ``args[0]`` is the code."""


DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})")
YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?:[ T][\d:.+Z]*)?")
# «4 марта 2014», «4 мар. 2014»
IN_WORDS = re.compile(r"(\d{1,2})\s+([а-я]{3,8})\.?\s+(\d{4})", re.IGNORECASE)
MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
)  # fmt: skip
# «01.10.2025 – 10.11.2025», «с 1.10.2025 по 10.11.2025»
SPAN = re.compile(
    r"(?:с\s*)?\d{1,2}\.\d{1,2}(?:\.\d{2,4})?\s*(?:г\.?)?\s*(?:[-–—]|по|до)\s*(\d{1,2}\.\d{1,2}\.\d{2,4})"
    r"\s*(?:г\.?|года?)?",
    re.IGNORECASE,
)
TIME_TAIL = re.compile(r" \d{1,2}:\d{2}(?::\d{2})?$")
EXCEL_EPOCH = date(1899, 12, 30)
EPOCH_1904 = date(1904, 1, 1)
# 01.01.1930 and 31.12.2099: other numbers are not dates of a school
FIRST_SERIAL, LAST_SERIAL = 10959, 73050


def parse_date(value, today=None, month_first=False, epoch=EXCEL_EPOCH):
    """A date, or None for an empty cell; raise ``BadValue("bad_date")`` for anything else.

    Two-digit years belong to the past hundred years as seen from next year.

    :param month_first: texts of the column are written as month, day, year; None: by themselves,
        and what can be read in two ways is ``BadValue("ambiguous_date")`` (``date_order``)
    :param epoch: the day 0 of numbers that are dates; another one in workbooks of 1904
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _serial(value, epoch)
    text = TIME_TAIL.sub("", re.sub(r"\s*г(?:\.|ода?)?$", "", clean(value)))
    if not text or text in DASHES:
        return None
    return _text_date(text, today or date.today(), month_first)


def end_of_span(value):
    """The last day of a text that names a span («01.10.2025 – 10.11.2025»); any other value."""
    found = SPAN.fullmatch(clean(value)) if isinstance(value, str) else None
    return found[1] if found else value


def parse_year_date(value, *args, **kwargs):
    """As ``parse_date``; of a year alone (1982, «1982 г.») its first day.

    :return: the date and whether it is only a year
    """
    text = re.sub(r"\s*(?:г(?:\.|ода?)?(?:\s*р\.?)?)$", "", clean(value))
    if re.fullmatch(r"(?:19|20)\d\d", text):
        return date(int(text), 1, 1), True
    return parse_date(value, *args, **kwargs), False


class DateOrder(NamedTuple):
    """How the dates of a column are written.

    ``month_first`` is None when some dates prove one order and some the other; ``is_proved`` is
    False when no date proves anything and slashes make the American order as likely as ours.
    """

    month_first: bool | None
    is_proved: bool


def date_order(cells):
    """The ``DateOrder`` of the cells of a column, by those that can be read in one way alone."""
    numbers = [
        (int(found[1]), int(found[2]), cell)
        for cell in cells
        if isinstance(cell, str) and (found := DAY_FIRST.match(clean(cell)))
    ]
    day = any(first > 12 and second <= 12 for first, second, _cell in numbers)
    month = any(second > 12 and first <= 12 for first, second, _cell in numbers)
    if day or month:
        return DateOrder(None if day and month else month, True)
    return DateOrder(
        False, not any("/" in cell and first != second for first, second, cell in numbers)
    )


def _serial(value, epoch):
    value += (epoch - EXCEL_EPOCH).days
    if not FIRST_SERIAL <= value <= LAST_SERIAL:
        raise BadValue("bad_date")
    return EXCEL_EPOCH + timedelta(days=int(value))


def _text_date(text, today, month_first):
    found = DAY_FIRST.fullmatch(text)
    if found:
        day, month, year = map(int, found.groups())
        if month_first is None and day != month and max(day, month) <= 12:
            raise BadValue("ambiguous_date")
        if month_first or (month_first is None and month > 12):
            day, month = month, day
        if len(found[3]) == 2:
            year += today.year // 100 * 100
            year -= 100 if year > today.year + 1 else 0
    elif found := IN_WORDS.fullmatch(text):
        day, month, year = int(found[1]), _month(found[2].lower()), int(found[3])
    elif found := YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, found.groups())
    else:
        raise BadValue("bad_date")
    try:
        return date(year, month, day)
    except ValueError:
        raise BadValue("bad_date") from None


def _month(word):
    """The number of a month in the genitive, maybe cut short; 0 for any other word."""
    return next((number for number, month in enumerate(MONTHS, 1) if month.startswith(word)), 0)


def parse_number(value):
    """A float, or None for an empty cell; decimal comma, spaces and «%» allowed."""
    if isinstance(value, bool):
        raise BadValue("bad_number")
    if isinstance(value, int | float):
        return float(value)
    text = clean(value).replace(" ", "").replace(",", ".").removesuffix("%")
    if not text or text in DASHES:
        return None
    if not re.fullmatch(r"-?\d{1,12}(?:\.\d{1,12})?", text):
        raise BadValue("bad_number")
    return float(text)


YES = frozenset(("да", "+", "1", "yes", "true", "истина", "имеется", "есть"))
NO = frozenset(("нет", "-", "0", "no", "false", "ложь", "не имеется"))


def fold_answer(value):
    """Key of an answer that is known by its name: «Да», « ДА.» and «да» are one."""
    return fold(clean(value)).rstrip(".")


def parse_yes_no(value):
    """True, False, or None for an empty cell."""
    text = fold_answer(value)
    if not text:
        return None
    if text in YES or text in NO:
        return text in YES
    raise BadValue("bad_yes_no")


GENDERS = {
    "м": "male",
    "муж": "male",
    "мужской": "male",
    "ж": "female",
    "жен": "female",
    "женский": "female",
}


def parse_gender(value):
    """ "male", "female", or None for an empty cell."""
    text = fold(clean(value)).rstrip(".")
    if not text:
        return None
    # a lone Latin M has no Cyrillic neighbour to betray it
    gender = GENDERS.get("м" if text == "m" else text)
    if gender is None:
        raise BadValue("bad_gender")
    return gender
