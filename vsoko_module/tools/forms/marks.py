"""The marks of a form.

::

    {{school}} {{period}} {{year}} {{start}} {{end}} {{date}} {{status}}     a heading
    {{quality}}                       the value of an indicator over the school
    {{quality.count|level:ооо}}       a part of it (value, count, base) in a breakdown
    {{success|class:5А|subject:Алгебра}}

Breakdowns are ``level``, ``grade``, ``class``, ``subject``, and a class with a subject. Every
word has a Russian twin: ``{{школа}}``, ``{{quality.число|класс:5А}}``. Capitals and spaces do not
matter.
A cell may also hold other text around one or several marks.
"""

import re
from dataclasses import dataclass

from ..readers.names import LOOK_ALIKES, clean, fold, parse_class
from ..reports.formatting import number
from .problem import FormProblem

HEADINGS = {
    "school": "школа",
    "period": "период",
    "year": "учебный год",
    "start": "начало",
    "end": "конец",
    "date": "дата",
    "status": "состояние",
}
PARTS = {"value": "значение", "count": "число", "base": "база"}
OPTIONS = {"level": "уровень", "grade": "параллель", "class": "класс", "subject": "предмет"}
LEVELS = {"ноо": "noo", "ооо": "ooo", "соо": "soo", "noo": "noo", "ooo": "ooo", "soo": "soo"}
SCOPES = {
    frozenset(): "school",
    frozenset({"level"}): "level",
    frozenset({"grade"}): "grade",
    frozenset({"class"}): "class",
    frozenset({"subject"}): "subject",
    frozenset({"class", "subject"}): "class_subject",
}
_MARK = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
# a mark, or the rest of a text after one that is not closed
_ANY = re.compile(_MARK.pattern + r"|\{\{.*", re.DOTALL)
_CODE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True)
class FormMark:
    """What a mark asks for: a heading, or a figure by ``code``, ``part`` and breakdown.

    ``text`` is the mark as it stands in the cell. With a ``problem`` nothing else is filled.
    ``class_name`` is in the one spelling of the program; ``subject`` as it was written.
    """

    text: str
    heading: str = ""
    code: str = ""
    part: str = ""
    level: str = ""
    grade: int = 0
    class_name: str = ""
    subject: str = ""
    problem: FormProblem | None = None


@dataclass(frozen=True)
class FormNumber:
    """A number for a cell: rounded to ``digits``; ``is_percent`` holds 66.7 and not 0.667."""

    value: float
    digits: int = 0
    is_percent: bool = False


def has_marks(text):
    return "{{" in text


def parse_marks(text):
    """The ``FormMark``s of a cell's text in their order; one that is not closed is the last."""
    marks = [_parse(found[0], found[1]) for found in _MARK.finditer(text)]
    rest = _MARK.sub("", text)
    if has_marks(rest):
        tail = rest[rest.index("{{") :]
        marks.append(FormMark(tail, problem=FormProblem("unclosed", {"text": tail[:60]})))
    return marks


def compose(text, values, missing):
    """What to write into a cell with marks.

    :param text: the text of the cell in the form
    :param values: for each mark of the text a str, date, ``FormNumber`` or None when it is missing
    :param missing: text that stands for None
    :return: the value itself when the cell is nothing but one mark, else a text
    """
    if _MARK.fullmatch(text.strip()) and len(values) == 1:
        return values[0] if values[0] is not None else missing
    texts = iter([as_text(value, missing) for value in values])
    return _ANY.sub(lambda found: next(texts, found[0]), text)


def as_text(value, missing):
    """A value as text for people, in the Russian way."""
    if value is None:
        return missing
    if isinstance(value, FormNumber):
        return number(value.value, value.digits)
    if hasattr(value, "strftime"):
        return value.strftime("%d.%m.%Y")
    return str(value)


def _parse(text, inside):
    name, *options = (clean(piece) for piece in inside.split("|"))
    if not name:
        return FormMark(text, problem=FormProblem("empty"))
    heading = _word(name, HEADINGS)
    if heading:
        if options:
            return FormMark(text, problem=FormProblem("heading_option", {"text": name}))
        return FormMark(text, heading=heading)
    try:
        code, part = _code(name)
        return FormMark(text, code=code, part=part, **_breakdown(options))
    except _Wrong as wrong:
        return FormMark(text, problem=wrong.problem)


class _Wrong(Exception):
    def __init__(self, code, **params):
        self.problem = FormProblem(code, params)
        super().__init__(code)


def _word(text, words):
    """The key of a word by itself or by its Russian twin, else None."""
    folded = fold(text)
    return next((key for key, twin in words.items() if folded in (key, fold(twin))), None)


def _listed(words):
    return ", ".join(words.values())


def _code(name):
    code, dot, part = (clean(piece) for piece in name.partition("."))
    if not _CODE.fullmatch(code):
        raise _Wrong("unknown_heading", text=name[:60], known=", ".join(HEADINGS.values()))
    if not dot:
        return code, "value"
    part_key = _word(part, PARTS)
    if not part_key:
        raise _Wrong("unknown_part", text=part[:60], known=_listed(PARTS))
    return code, part_key


def _breakdown(options):
    """Fields of a ``FormMark`` from its options; raise ``_Wrong``."""
    found = {}
    for option in options:
        name, colon, value = (clean(piece) for piece in option.partition(":"))
        key = _word(name, OPTIONS)
        if not key or not colon or not value:
            raise _Wrong("unknown_option", text=option[:60], known=_listed(OPTIONS))
        if key in found:
            raise _Wrong("repeated_option", text=name)
        found[key] = value
    if frozenset(found) not in SCOPES:
        raise _Wrong("no_scope", text=", ".join(OPTIONS[key] for key in OPTIONS if key in found))
    return {FIELDS[key][0]: FIELDS[key][1](value) for key, value in found.items()}


def _level(text):
    # somebody may have typed «ООО» in Latin letters
    level = LEVELS.get(fold(text)) or LEVELS.get(fold(text.translate(LOOK_ALIKES)))
    if not level:
        raise _Wrong("wrong_level", text=text[:60])
    return level


def _grade(text):
    if not text.isdecimal() or not 1 <= int(text) <= 11:
        raise _Wrong("wrong_grade", text=text[:60])
    return int(text)


def _class(text):
    name = parse_class(text)
    if not name or not name.letter:
        raise _Wrong("wrong_class", text=text[:60])
    return str(name)


FIELDS = {
    "level": ("level", _level),
    "grade": ("grade", _grade),
    "class": ("class_name", _class),
    "subject": ("subject", str),
}
