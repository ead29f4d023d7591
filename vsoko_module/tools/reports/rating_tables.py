"""A computed rating → the tables of its report.

Nothing is computed here: what is shown is what the lines of the rating say. What does not exist is
None and stays an empty cell.
"""

from dataclasses import dataclass

from ..writers.cells import INTEGER, NUMBER, TEXT, Column
from .given import frozen_table


@dataclass(frozen=True, slots=True)
class RatedLine:
    """One line: ``group`` and ``reason`` in words, ``range`` the places (from, to) or None,
    ``contributions`` in the order of the components, None where a figure is missing."""

    name: str
    group: str = ""
    index: float | None = None
    low: float | None = None
    high: float | None = None
    place: int | None = None
    range: tuple | None = None
    n: int = 0
    reason: str = ""
    contributions: tuple = ()
    kept: float | None = None
    best: int | None = None
    worst: int | None = None


@dataclass(frozen=True, slots=True)
class RatedBy:
    """One component: ``weight`` as it was set, ``low`` and ``high`` goalposts with ``origin``."""

    name: str
    weight: float
    low: float
    high: float
    direction: str
    origin: str


def given(lines, components, summary, _):
    """``{name of the block: table}`` for `tools.reports.types.rating_results`.

    :param lines: `RatedLine` in the order of the rating
    :param components: `RatedBy` in their order
    :param summary: sentences of what the rating says
    """
    tables = {
        "rating_groups": _groups(lines, summary, _),
        "rating_lines": _lines(lines, _),
        "rating_parts": _parts(lines, components, _),
        "rating_rule": _rule(components, _),
    }
    placed = [line for line in lines if line.kept is not None]
    return tables | ({"rating_stability": _stability(placed, _)} if placed else {})


def _groups(lines, summary, _):
    groups = {}
    for line in lines:
        groups.setdefault(line.group or _("Not compared"), []).append(line.name)
    columns = [Column(_("Group")), Column(_("How many"), INTEGER), Column(_("Who"))]
    rows = [[group, len(names), ", ".join(names)] for group, names in groups.items()]
    return frozen_table(columns, rows, sentences=summary)


def _lines(lines, _):
    columns = [
        Column(_("Who or what")),
        Column(_("Index"), NUMBER, 1),
        Column(_("Interval from"), NUMBER, 1),
        Column(_("Interval to"), NUMBER, 1),
        Column(_("Place"), TEXT),
        Column(_("People"), INTEGER),
        Column(_("Why without a place")),
    ]
    rows = [
        [line.name, line.index, line.low, line.high, place_text(line), line.n, line.reason]
        for line in lines
    ]
    note = _("Intervals are approximate; in brackets are the places that chance leaves open.")
    return frozen_table(columns, rows, note=note)


def place_text(line):
    """The place with its range: ``2 (1–4)``; of a line without a place nothing."""
    if not line.place:
        return ""
    return "{} ({}–{})".format(line.place, *line.range)


def _parts(lines, components, _):
    columns = [
        Column(_("Who or what")),
        *(Column(component.name, NUMBER, 1) for component in components),
        Column(_("Index"), NUMBER, 1),
    ]
    rows = [[line.name, *line.contributions, line.index] for line in lines]
    return frozen_table(columns, rows, note=_("The contributions add up to the index."))


def _rule(components, _):
    columns = [
        Column(_("Component")),
        Column(_("Weight"), NUMBER, 1),
        Column(_("Lower goalpost"), NUMBER, 1),
        Column(_("Upper goalpost"), NUMBER, 1),
        Column(_("Better when")),
        Column(_("Origin of the goalposts")),
    ]
    rows = [
        [one.name, one.weight, one.low, one.high, one.direction, one.origin] for one in components
    ]
    return frozen_table(columns, rows)


def _stability(lines, _):
    columns = [
        Column(_("Who or what")),
        Column(_("Place"), INTEGER),
        Column(_("The place stays, %"), NUMBER, 0),
        Column(_("Best place by other weights"), INTEGER),
        Column(_("Worst place by other weights"), INTEGER),
    ]
    rows = [[line.name, line.place, line.kept, line.best, line.worst] for line in lines]
    note = _("Of a thousand other weights, each moved by up to a quarter, and without a component.")
    return frozen_table(columns, rows, note=note)
