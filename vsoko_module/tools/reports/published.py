"""Published figures → tables of typed cells: the one content of the PDF and XLSX of a publication.

Only what readers of the publication may know comes in: a hidden figure has no number here.

``definitions``: {code: {"name", "short_name", "object", "description", "unit", "digits",
"direction", "target", "is_main", "is_operand" (others are counted from it)}}.
"""

from collections import defaultdict
from dataclasses import dataclass

from ..figure import Figure
from ..translation import _lt, translated
from ..writers.cells import CHANGE, INTEGER, TEXT, Cell, Column
from ..zones import STATUS_COLOURS
from .formatting import DASH
from .frozen import Frozen
from .tables import SCOPE_NAMES, STATUS_NAMES, Table

MOST_COLUMNS = 6
DIRECTIONS = {
    "more": _lt("higher"),
    "less": _lt("lower"),
}


@dataclass(frozen=True)
class Published:
    """A figure as readers are told it: ``place`` says where, ``text`` what stands instead of the
    number where it is a bound or withheld; ``change`` is since the publication before."""

    figure: Figure
    place: str
    text: str = ""
    change: float | None = None


def main_codes(definitions, codes):
    """The main ones of the codes, or all when none is main; at most `MOST_COLUMNS`."""
    main = [code for code in codes if definitions[code]["is_main"]]
    return (main or list(codes))[:MOST_COLUMNS]


def main_of_objects(definitions):
    """The set of the codes that readers outside are shown: the main ones of each object.

    An object without any shows those from which no other is counted: numbers that only feed
    formulas tell such readers nothing.
    """
    by_object = defaultdict(list)
    for code, definition in definitions.items():
        by_object[definition["object"]].append(code)
    shown = set()
    for codes in by_object.values():
        main = [code for code in codes if definitions[code]["is_main"]]
        shown.update(main or [c for c in codes if not definitions[c].get("is_operand")])
    return shown


def school_table(definitions, objects, figures, _):
    """Figures of the whole school under the objects of assessment; of an empty one it is said.

    :param objects: dicts "code", "short_name" in their order
    :param figures: ``[Published]``
    """
    columns = [
        Column(_("Indicator")),
        Column(_("Value")),
        Column(_("Change"), CHANGE),
        Column(_("Counted"), INTEGER),
        Column(_("Judgement")),
    ]
    frozen = Frozen({"indicators": definitions})
    rows = []
    for assessed in objects:
        own = [
            line for line in figures if definitions[line.figure.code]["object"] == assessed["code"]
        ]
        nothing = "" if own else _("no figures are published yet")
        rows.append([Cell(assessed["short_name"], True), Cell(nothing, kind=TEXT), *_blanks(3)])
        rows += [_school_row(frozen, line, _) for line in own]
    return Table(_("Figures of the school"), columns, rows)


def _blanks(count):
    return [Cell("", kind=TEXT)] * count


def _school_row(frozen, line, _):
    code, change = line.figure.code, line.change
    return [
        Cell(frozen.indicator(code)["name"]),
        _value(frozen, line, _),
        Cell(DASH, kind=TEXT) if change is None else Cell(change, digits=frozen.digits(code)),
        _count(line),
        _status(line, _),
    ]


def _count(line):
    return Cell(line.figure.n) if line.figure.n else Cell("", kind=TEXT)


def _value(frozen, line, _):
    figure = line.figure
    if figure.is_hidden:
        return Cell(_("hidden"), kind=TEXT)
    fill = STATUS_COLOURS.get(figure.status)
    if line.text:
        return Cell(line.text, fill=fill, kind=TEXT)
    kind, digits = frozen.kind(figure.code), frozen.digits(figure.code)
    return Cell(figure.value, False, fill, kind, digits)


def _status(line, _):
    status = line.figure.status
    return Cell(
        translated(_, STATUS_NAMES[status]) if status else "", fill=STATUS_COLOURS.get(status)
    )


def breakdown_table(definitions, scope, figures, _):
    """One row for each place of a scope, one column for each main indicator."""
    frozen = Frozen({"indicators": definitions})
    codes = main_codes(definitions, dict.fromkeys(line.figure.code for line in figures))
    columns = [Column(translated(_, SCOPE_NAMES[scope]))]
    columns += [
        Column(
            frozen.heading(code),
            frozen.kind(code),
            frozen.digits(code),
            frozen.indicator(code)["name"],
        )
        for code in codes
    ]
    found = {
        (line.figure.cell, line.figure.code): line for line in figures if line.figure.code in codes
    }
    names = {line.figure.cell: line.place for line in found.values()}
    rows = [
        [
            Cell(name),
            *(_found_value(frozen, found.get((cell, code)), _) for code in codes),
        ]
        for cell, name in names.items()
    ]
    return Table(translated(_, SCOPE_NAMES[scope]), columns, rows)


def _found_value(frozen, line, _):
    """A place where the indicator is not counted at all has an empty cell."""
    return _value(frozen, line, _) if line else Cell("", kind=TEXT)


def winners_table(winners, _):
    """Who won, and how many more whose names are not published.

    :param winners: ``{"named": [{"name", "event", "level", "result"}], "unnamed": number}``
    """
    names = (_("Pupil"), _("Event"), _("Level"), _("Result"))
    rows = [
        [Cell(one[key]) for key in ("name", "event", "level", "result")] for one in winners["named"]
    ]
    if winners["unnamed"]:
        more = _("without a name (no consent): %(count)s", count=winners["unnamed"])
        rows.append([Cell(more, kind=TEXT), *_blanks(3)])
    return Table(_("Winners and prizes"), [Column(name) for name in names], rows)


def rating_table(rating, _):
    """The groups of a rating that can be told apart, and how many are not named in it.

    :param rating: ``{"name", "said", "groups": [{"name", "units"}], "unnamed": number}``
    """
    rows = [
        [Cell(group["name"]), Cell(len(group["units"])), Cell(", ".join(group["units"]))]
        for group in rating["groups"]
    ]
    if rating["unnamed"]:
        few = _("fewer than five people, or no figures")
        rows.append([Cell(_("Not named")), Cell(rating["unnamed"]), Cell(few)])
    columns = [Column(_("Group")), Column(_("How many"), INTEGER), Column(_("Who"))]
    return Table(rating["name"], columns, rows, note=rating["said"])


def all_table(definitions, figures, _):
    """Every published figure in a row of its own, for those who go on in a spreadsheet."""
    frozen = Frozen({"indicators": definitions})
    columns = [
        Column(_("Indicator")),
        Column(_("Breakdown")),
        Column(_("Where")),
        Column(_("Value")),
        Column(_("Counted"), INTEGER),
        Column(_("Judgement")),
    ]
    scopes = {scope: translated(_, name) for scope, name in SCOPE_NAMES.items()}
    rows = [
        [
            Cell(frozen.indicator(line.figure.code)["name"]),
            Cell(scopes[line.figure.scope]),
            Cell(line.place),
            _value(frozen, line, _),
            _count(line),
            _status(line, _),
        ]
        for line in figures
    ]
    return Table(_("All figures"), columns, rows)


def meaning_table(definitions, figures, _):
    """What every published indicator is, in plain words."""
    frozen = Frozen({"indicators": definitions})
    columns = [
        Column(_("Indicator")),
        Column(_("What it is and how it is counted")),
        Column(_("Better when")),
        Column(_("Target")),
    ]
    codes = dict.fromkeys(
        line.figure.code for line in figures if line.figure.is_hidden or line.figure.is_known
    )
    rows = [_meaning_row(frozen, code, _) for code in codes]
    return Table(_("What the figures mean"), columns, rows)


def _meaning_row(frozen, code, _):
    definition = frozen.indicator(code)
    better, target = DIRECTIONS.get(definition["direction"]), definition["target"]
    return [
        Cell(definition["name"]),
        Cell(definition["description"]),
        Cell(translated(_, better) if better else DASH),
        Cell(DASH)
        if target is None
        else Cell(target, kind=frozen.kind(code), digits=frozen.digits(code)),
    ]
