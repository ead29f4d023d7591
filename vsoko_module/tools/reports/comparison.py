"""Two classes or two periods side by side → a ``Paper``.

Nothing is called a difference that chance could make between groups of so many people, and the
paper says how many of the compared figures may differ by chance alone.
"""

from dataclasses import replace
from typing import NamedTuple

from ..numbers import change
from ..translation import _lt, translated
from ..writers.cells import CHANGE, TEXT, Cell, Column
from .formatting import DASH
from .frozen import Frozen
from .given import frozen_table
from .paper import Paper, PaperFrame, Part
from .problem.years import between
from .year.tables import BETTER, BY_NUMBER, CHANCE, WORSE, base_cell, value_cell, verdict

# the error of an interval of 95 %
BY_CHANCE = 0.05
SAID = {
    BETTER: _lt("the second is better"),
    WORSE: _lt("the second is worse"),
    CHANCE: CHANCE,
    BY_NUMBER: BY_NUMBER,
}
OTHERWISE, NO_DATA = _lt("counted otherwise, not compared"), _lt("not compared: no data")


class ComparedSide(NamedTuple):
    """What is compared: ``figures`` is ``{key of a row: Figure}``, ``unlike`` are the codes of the
    indicators that are counted otherwise than on the other side."""

    title: str
    figures: dict
    unlike: frozenset = frozenset()


def comparison(school, title, lines, parts, first, second, _):
    """The ``Paper``.

    :param lines: what stands under the title
    :param parts: ``[(name, [(key, name of the row, Listed)])]``; rows without any figure and
        parts without rows are left out
    :param first, second: of `ComparedSide`
    """
    shown, count = [], 0
    for name, rows in parts:
        known = [row for row in rows if _known(first, row[0]) or _known(second, row[0])]
        judged = [_judge(one, key, first, second) for key, _name, one in known]
        count += sum(said in (BETTER, WORSE, CHANCE) for said in judged)
        if known:
            shown.append((name, _table(known, judged, first, second, _)))
    given = {str(place): table for place, (_name, table) in enumerate(shown)}
    papers = [_part(str(place), name) for place, (name, _table) in enumerate(shown)]
    frozen = Frozen({"given": given})
    note = [_note(count, _)] if count else []
    form = PaperFrame(school, is_draft=False)
    return Paper(frozen, title, [*lines, *note], papers, form)


def _note(count, _):
    return _(
        "Shares that were compared: %(count)s. By chance alone about %(expected)s of them may seem"
        " to differ; other pupils stand behind other classes and years.",
        count=count,
        expected=max(1, round(count * BY_CHANCE)),
    )


def _part(code, name):
    block = {"kind": "given", "name": code, "title": "", "key": [0]}
    return Part(name, {"code": code, "wide": False, "blocks": [block]}, [])


def _table(rows, judged, first, second, _):
    columns = [
        Column(_("Indicator")),
        Column(first.title, TEXT),
        Column(_("Rests on"), TEXT),
        Column(second.title, TEXT),
        Column(_("Rests on"), TEXT),
        Column(_("Difference"), CHANGE),
        Column(_("What is seen")),
    ]
    return frozen_table(
        columns,
        [
            _row(key, name, one, said, first, second, _)
            for (key, name, one), said in zip(rows, judged, strict=True)
        ],
    )


def _row(key, name, one, said, first, second, _):
    figures = first.figures.get(key), second.figures.get(key)
    cells = []
    for figure in figures:
        value = value_cell(one, figure, _)
        cells += [replace(value, figure=figure and figure.id), base_cell(figure)]
    difference = Cell(DASH, kind=TEXT)
    if said not in (NO_DATA, OTHERWISE):
        seen = change(figures[1].value, figures[0].value, one.digits)
        difference = Cell(float(seen), digits=one.digits)
    return [name, *cells, difference, translated(_, SAID.get(said, said))]


def _judge(one, key, first, second):
    before, now = _known(first, key), _known(second, key)
    if not before or not now:
        return NO_DATA
    if one.code in first.unlike or one.code in second.unlike:
        return OTHERWISE
    return verdict(one, between(before, now))


def _known(side, key):
    figure = side.figures.get(key)
    return figure if figure and figure.is_known else None
