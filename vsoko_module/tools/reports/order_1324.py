"""The table of annex 2 of order 1324: figures by the numbers of its rows → rows of the form.

A row of the order may hold a number and its share, «350 человек / 87,5 %»; the share is the figure
of the same code with «%». Words of the order are official Russian, therefore data.
"""

import re

from ..numbers import change
from .formatting import NBSP, number

SHARE = "%"
YES_NO = frozenset({"2.3", "2.4", *(f"2.4.{place}" for place in range(1, 6))})
_UNITS = {
    "people": "человек",
    "point": "балл",
    "mark": "балл",
    "percent": "%",
    "number": "единиц",
}
_AREA = "2.6"
_ROW = re.compile(r"[0-9]+(\.[0-9]+)*")
_SECTIONS = {"1": "Образовательная деятельность", "2": "Инфраструктура"}
# a row of the order that has no number of its own
_HEADINGS = {
    "1.30": "Численность/удельный вес численности педагогических работников в общей численности"
    " педагогических работников, педагогический стаж работы которых составляет:"
}
NO_DATA = "нет данных"
HIDDEN = "скрыто"


def rows(indicators, figures, hidden=(frozenset(), frozenset())):
    """Return the rows [number, name, unit, value, last year, change] in the order of the form.

    :param indicators: ``{code: (name, unit, digits)}``; those whose code is no number of a row are
        parts of formulas
    :param figures: ``{code: (value, value of last year)}``; None or an absent code is no data
    :param hidden: codes that readers must not be told of now, and of last year
    """
    lines = {code for code in indicators if _ROW.fullmatch(code)}
    numbers = lines | _SECTIONS.keys() | _HEADINGS.keys()
    return [
        _heading(line) if line not in lines else _row(line, indicators, figures, hidden)
        for line in sorted(numbers, key=place)
    ]


def place(line):
    """The key by which the numbers of rows are sorted: 1.9 is before 1.10."""
    return [int(part) for part in line.rstrip(SHARE).split(".")]


def _heading(line):
    return [line, _SECTIONS.get(line) or _HEADINGS[line], "", "", "", ""]


def _row(line, indicators, figures, hidden):
    name, unit, _digits = indicators[line]
    codes = [code for code in (line, line + SHARE) if code in indicators]
    # of what was not counted at all it is told that there is nothing
    counted = {code for code in codes if code in figures}
    is_hidden = [not closed.isdisjoint(counted) for closed in hidden]
    now, before = (
        HIDDEN
        if is_hidden[at]
        else _value(
            line, codes, indicators, [figures.get(code, (None, None))[at] for code in codes]
        )
        for at in (0, 1)
    )
    changed = "" if any(is_hidden) else _change(line, indicators, figures)
    return [line, name, _unit(line, unit, codes), now, before, changed]


def _unit(line, unit, codes):
    if line in YES_NO:
        return "да/нет"
    word = "кв. м" if line == _AREA else _UNITS[unit]
    return f"{word}/%" if len(codes) > 1 else word


def _value(line, codes, indicators, values):
    """The number, or the number and its share; no data is said in words, never 0."""
    if values[0] is None:
        return NO_DATA
    if line in YES_NO:
        return "да" if values[0] else "нет"
    texts = [number(values[0], indicators[codes[0]][2])]
    for code, share in zip(codes[1:], values[1:], strict=True):
        shown = NO_DATA if share is None else f"{number(share, indicators[code][2])}{NBSP}%"
        texts.append(shown)
    return "/".join(texts)


def _change(line, indicators, figures):
    now, before = figures.get(line, (None, None))
    if now is None or before is None or line in YES_NO:
        return ""
    digits = indicators[line][2]
    return number(change(now, before, digits), digits, signed=True)
