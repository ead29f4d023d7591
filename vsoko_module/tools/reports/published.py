"""Published figures → tables of typed cells: the one content of the PDF and XLSX of a publication.

Only what readers of the publication may know comes in: a hidden figure has no number here.

``definitions``: {code: {"name", "short_name", "object", "description", "unit", "digits",
"direction", "target", "is_main"}}; a figure is a dict "code", "scope", "cell", "name" (where),
"value" (None without one), "text" (where a bound is told instead of it), "is_hidden", "n",
"status", "change" (None without one).
"""

from ..formula.errors import _lt
from ..writers.cells import CHANGE, INTEGER, TEXT, Cell, Column
from .formatting import DASH
from .frozen import STATUS_COLOURS, Frozen
from .tables import SCOPE_NAMES, STATUS_NAMES, Table

MOST_COLUMNS = 6
DIRECTIONS = {
    "more": _lt("higher"),
    "less": _lt("lower"),
}


def main_codes(definitions, codes):
    """The main ones of the codes, or all when none is main; at most `MOST_COLUMNS`."""
    main = [code for code in codes if definitions[code]["is_main"]]
    return (main or list(codes))[:MOST_COLUMNS]


def school_table(definitions, objects, figures, translate):
    """Figures of the whole school under the objects of assessment; of an empty one it is said.

    :param objects: dicts "code", "short_name" in their order
    """
    columns = [
        Column(translate(_lt("Indicator"))),
        Column(translate(_lt("Value"))),
        Column(translate(_lt("Change")), CHANGE),
        Column(translate(_lt("Counted")), INTEGER),
        Column(translate(_lt("Judgement"))),
    ]
    frozen = Frozen({"indicators": definitions})
    rows = []
    for known in objects:
        own = [one for one in figures if definitions[one["code"]]["object"] == known["code"]]
        nothing = "" if own else translate(_lt("no figures are published yet"))
        rows.append([Cell(known["short_name"], True), Cell(nothing, kind=TEXT), *_blanks(3)])
        rows += [_school_row(frozen, one, translate) for one in own]
    return Table(translate(_lt("Figures of the school")), columns, rows)


def _blanks(count):
    return [Cell("", kind=TEXT)] * count


def _school_row(frozen, figure, translate):
    code, change = figure["code"], figure["change"]
    return [
        Cell(frozen.indicator(code)["name"]),
        _value(frozen, figure, translate),
        Cell(DASH, kind=TEXT) if change is None else Cell(change, digits=frozen.digits(code)),
        _count(figure),
        _status(figure, translate),
    ]


def _count(figure):
    return Cell(figure["n"]) if figure["n"] else Cell("", kind=TEXT)


def _value(frozen, figure, translate):
    if figure["is_hidden"]:
        return Cell(translate(_lt("hidden")), kind=TEXT)
    code = figure["code"]
    fill = STATUS_COLOURS.get(figure["status"])
    if figure.get("text"):
        return Cell(figure["text"], fill=fill, kind=TEXT)
    return Cell(figure["value"], False, fill, frozen.kind(code), frozen.digits(code))


def _status(figure, translate):
    status = figure["status"]
    return Cell(translate(STATUS_NAMES[status]) if status else "", fill=STATUS_COLOURS.get(status))


def breakdown_table(definitions, scope, figures, translate):
    """One row for each place of a scope, one column for each main indicator."""
    frozen = Frozen({"indicators": definitions})
    codes = main_codes(definitions, dict.fromkeys(one["code"] for one in figures))
    columns = [Column(translate(SCOPE_NAMES[scope]))]
    columns += [
        Column(
            frozen.heading(code),
            frozen.kind(code),
            frozen.digits(code),
            frozen.indicator(code)["name"],
        )
        for code in codes
    ]
    found = {(one["cell"], one["code"]): one for one in figures if one["code"] in codes}
    names = {one["cell"]: one["name"] for one in found.values()}
    rows = [
        [
            Cell(name),
            *(_found_value(frozen, found.get((cell, code)), translate) for code in codes),
        ]
        for cell, name in names.items()
    ]
    return Table(translate(SCOPE_NAMES[scope]), columns, rows)


def _found_value(frozen, figure, translate):
    """A place where the indicator is not counted at all has an empty cell."""
    return _value(frozen, figure, translate) if figure else Cell("", kind=TEXT)


def all_table(definitions, figures, translate):
    """Every published figure in a row of its own, for those who go on in a spreadsheet."""
    frozen = Frozen({"indicators": definitions})
    columns = [
        Column(translate(_lt("Indicator"))),
        Column(translate(_lt("Breakdown"))),
        Column(translate(_lt("Where"))),
        Column(translate(_lt("Value"))),
        Column(translate(_lt("Counted")), INTEGER),
        Column(translate(_lt("Judgement"))),
    ]
    rows = [
        [
            Cell(frozen.indicator(one["code"])["name"]),
            Cell(translate(SCOPE_NAMES[one["scope"]])),
            Cell(one["name"]),
            _value(frozen, one, translate),
            _count(one),
            _status(one, translate),
        ]
        for one in figures
    ]
    return Table(translate(_lt("All figures")), columns, rows)


def meaning_table(definitions, figures, translate):
    """What every published indicator is, in plain words."""
    frozen = Frozen({"indicators": definitions})
    columns = [
        Column(translate(_lt("Indicator"))),
        Column(translate(_lt("What it is and how it is counted"))),
        Column(translate(_lt("Better when"))),
        Column(translate(_lt("Target"))),
    ]
    codes = dict.fromkeys(
        one["code"] for one in figures if one["is_hidden"] or one["value"] is not None
    )
    rows = [_meaning_row(frozen, code, translate) for code in codes]
    return Table(translate(_lt("What the figures mean")), columns, rows)


def _meaning_row(frozen, code, translate):
    known = frozen.indicator(code)
    better, target = DIRECTIONS.get(known["direction"]), known["target"]
    return [
        Cell(known["name"]),
        Cell(known["description"]),
        Cell(translate(better) if better else DASH),
        Cell(DASH)
        if target is None
        else Cell(target, kind=frozen.kind(code), digits=frozen.digits(code)),
    ]
