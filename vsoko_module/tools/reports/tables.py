"""Frozen figures → tables of typed cells: the one content of screen, PDF and XLSX."""

from dataclasses import dataclass, replace

from ..translation import _lt, translated
from ..writers.cells import CHANGE, INTEGER, NUMBER, TEXT, Cell, Column
from ..zones import STATUS_COLOURS
from .barriers import BARRIERS, barrier_note
from .declaration import AS_FOUND, CELLS, DEVIATIONS, FIGURES, GIVEN, MATRIX
from .formatting import DASH
from .frozen import PEOPLE

STATUS_NAMES = {
    "critical": _lt("Critical"),
    "acceptable": _lt("Acceptable"),
    "optimal": _lt("Optimal"),
    "grey": _lt("Too few data"),
}
SCOPE_NAMES = {
    "school": _lt("School"),
    "level": _lt("Level of education"),
    "grade": _lt("Grade"),
    "class": _lt("Class"),
    "subject": _lt("Subject"),
    "teacher": _lt("Teacher"),
    "student": _lt("Pupil"),
    "class_subject": _lt("Class and subject"),
    "teacher_subject": _lt("Subject and teacher"),
}


@dataclass(frozen=True)
class Table:
    """``columns`` of ``writers.cells`` and ``rows`` of ``Cell``; ``note`` is printed below.

    ``empty`` is what stands in place of a table without rows, if not that there are no data.
    """

    title: str
    columns: list
    rows: list
    note: str = ""
    wide: bool = False
    empty: str = ""


def build(frozen, block, _):
    """``Table`` of a frozen block, None for a block that is not a table.

    A block none of whose indicators exist gives a table without rows.
    """
    builder = _BUILDERS.get(block["kind"])
    return builder(frozen, block, _) if builder else None


def value_cell(frozen, cell, code, bold=False):
    """The value of a figure, coloured by status."""
    figure = frozen.figure(cell, code)
    return Cell(
        figure.value,
        bold,
        STATUS_COLOURS.get(figure.status),
        frozen.kind(code),
        frozen.digits(code),
    )


def base_cell(frozen, cell, code):
    """How many the figure rests on; a dash for a formula."""
    base = Cell(frozen.base(cell, code))
    return _or_dash(base) if frozen.indicator(code).get("is_formula") else base


def _change_cell(frozen, cell, code, part):
    return _or_dash(Cell(getattr(frozen.figure(cell, code), part), digits=frozen.digits(code)))


def _or_dash(cell):
    """A dash where there is nothing to compare with: only a figure itself can be missing."""
    return Cell(DASH, kind=TEXT) if cell.value is None else cell


def _figures(frozen, block, _):
    columns = [
        Column(_("Indicator")),
        Column(_("Value")),
        Column(_("Base"), INTEGER, note=_("How many it rests on")),
        Column(_("Target")),
        Column(_("Previous period")),
        Column(_("Change"), CHANGE),
        *_year_columns(frozen, _, Column(_("A year before"))),
        Column(_("Status")),
    ]
    rows = [
        _figure_row(frozen, cell, code, _)
        for cell in frozen.cells(block["scope"])
        for code in frozen.codes(block)
    ]
    parts = [(code, part) for code in frozen.codes(block) for part in BARRIERS]
    note = barrier_note(frozen, frozen.cells(block["scope"]), parts, _)
    return Table(block["title"], columns, rows, note)


def _year_columns(frozen, _, *before):
    """Columns of the comparison with the year before; a year has no other period to compare."""
    change = Column(_("Change in a year"), CHANGE)
    return [] if frozen.is_year else [*before, change]


def _figure_row(frozen, cell, code, _):
    figure = frozen.figure(cell, code)
    look = {"kind": frozen.kind(code), "digits": frozen.digits(code)}
    status = figure.status
    a_year_before = [
        _or_dash(Cell(figure.last_year_value, **look)),
        _change_cell(frozen, cell, code, "last_year_delta"),
    ]
    return [
        Cell(frozen.indicator(code)["name"]),
        value_cell(frozen, cell, code, bold=True),
        base_cell(frozen, cell, code),
        _or_dash(Cell(frozen.indicator(code).get("target"), **look)),
        _or_dash(Cell(figure.previous_value, **look)),
        _change_cell(frozen, cell, code, "delta"),
        *([] if frozen.is_year else a_year_before),
        Cell(
            translated(_, STATUS_NAMES[status]) if status else "", fill=STATUS_COLOURS.get(status)
        ),
    ]


def _cells(frozen, block, _):
    parts = [
        (code, part)
        for code, part in block["columns"]
        if frozen.indicator(code) and not (frozen.is_year and part == "last_year_delta")
    ]
    heading = " / ".join(_scope_title(frozen, scope, _) for scope in block["scopes"])
    columns = [Column(heading)]
    others = not {"grade", "level"}.isdisjoint(block["scopes"])
    columns += [_part_column(frozen, code, part, _, others) for code, part in parts]
    rows = [
        [Cell(frozen.name(cell), bold=len(block["scopes"]) > 1 and scope != block["scopes"][-1])]
        + [_part_cell(frozen, cell, code, part) for code, part in parts]
        for scope in block["scopes"]
        for cell in frozen.cells(scope)
    ]
    cells = [cell for scope in block["scopes"] for cell in frozen.cells(scope)]
    return Table(block["title"], columns, rows, barrier_note(frozen, cells, parts, _))


def _scope_title(frozen, scope, _):
    kinds = frozen.scope_kinds(scope)
    return translated(_, SCOPE_NAMES[kinds[0] if len(kinds) == 1 else scope])


def _part_column(frozen, code, part, _, others=False):
    """The column of a part; `others`: grades and levels have other children every school year."""
    name = frozen.heading(code)
    full = frozen.indicator(code)["name"]
    if part == "value":
        return Column(name, frozen.kind(code), frozen.digits(code), full)
    if part == "count":
        short = {"name": frozen.heading(code, room=0)}
        return Column(_("%(name)s, number", **short), INTEGER, note=full)
    if part == "base":
        return Column(_("Base"), INTEGER, note=full)
    titles = {
        "delta": _lt("± to the previous period"),
        "last_year_delta": _lt("± in a year"),
    }
    if others and (part == "last_year_delta" or frozen.is_year):
        titles = dict.fromkeys(titles, _lt("± in a year, other children"))
    return Column(translated(_, titles[part]), CHANGE, frozen.digits(code), full)


def _part_cell(frozen, cell, code, part):
    figure = frozen.figure(cell, code)
    if part == "value":
        return value_cell(frozen, cell, code)
    if part == "count":
        return Cell(figure.numerator if figure.is_known else None)
    if part == "base":
        return Cell(figure.n)
    return _change_cell(frozen, cell, code, part)


def _matrix(frozen, block, _):
    code = next(iter(frozen.codes(block)), None)
    title = block["title"]
    columns = [Column(_("Class"))]
    if code is None:
        return Table(title, columns, [], wide=True)
    classes, subjects = frozen.cells("class"), frozen.cells("subject")
    columns += [
        Column(frozen.short_cell_name(cell), NUMBER, frozen.digits(code)) for cell in subjects
    ]
    rows = [
        [Cell(frozen.name(row)), *(_matrix_cell(frozen, row, cell, code) for cell in subjects)]
        for row in classes
    ]
    return Table(title, columns, rows, wide=True)


def _matrix_cell(frozen, row, column, code):
    """A class that does not learn a subject has an empty cell: there is nothing to be missing."""
    key = f"class_subject:{row.split(':')[1]}:{column.split(':')[1]}"
    if not frozen.has(key, code):
        return Cell("", kind=TEXT)
    # dozens of columns: the sign of per cent is in the title
    return replace(value_cell(frozen, key, code), kind=NUMBER)


def _judged_pairs(frozen, block):
    """Pairs (cell, code) of the block and of all tables of the report, people left out: what is
    said of the report is true against each of its tables."""
    blocks = [shown for section in frozen.data.get("sections", ()) for shown in section["blocks"]]
    pairs = {
        (cell, code): None
        for shown in (block, *blocks)
        if shown["kind"] not in AS_FOUND
        for scope in _scopes(shown)
        if scope not in PEOPLE
        for cell in frozen.cells(scope)
        for code in _codes(frozen, shown)
    }
    return list(pairs)


def _scopes(block):
    if block["kind"] == MATRIX:
        return ("class_subject",)
    return block.get("scopes") or (block["scope"],)


def _codes(frozen, block):
    if block["kind"] == CELLS:
        block = {"codes": dict.fromkeys(code for code, _part in block["columns"])}
    return frozen.codes(block)


def deviating(frozen, block):
    """Pairs (cell, code) out of line by the criterion of the block, the worst first."""
    pairs = [pair for pair in _judged_pairs(frozen, block) if frozen.figure(*pair).status != "grey"]
    if block["criterion"] == "status":
        found = [pair for pair in pairs if frozen.figure(*pair).status == "critical"]
        return sorted(found, key=lambda pair: frozen.harm(*pair) or 0, reverse=True)
    found = [pair for pair in pairs if frozen.is_worse(*pair)]
    return sorted(found, key=lambda pair: frozen.harm(*pair), reverse=True)


def _deviations(frozen, block, _):
    columns = [
        Column(_("Where")),
        Column(_("Indicator")),
        Column(_("Value")),
        Column(_("Base"), INTEGER),
        Column(_("Change"), CHANGE),
        *_year_columns(frozen, _),
    ]
    found = deviating(frozen, block)
    rows = [
        [
            Cell(frozen.name(cell)),
            Cell(frozen.heading(code)),
            value_cell(frozen, cell, code, bold=True),
            base_cell(frozen, cell, code),
            _change_cell(frozen, cell, code, "delta"),
            *([] if frozen.is_year else [_change_cell(frozen, cell, code, "last_year_delta")]),
        ]
        for cell, code in found[: block["limit"]]
    ]
    note = ""
    if len(found) > len(rows):
        note = _("Shown: %(shown)s of %(total)s.", shown=len(rows), total=len(found))
    empty = _("There are no such figures.") if _is_judged(frozen, block) else ""
    return Table(block["title"], columns, rows, note, empty=empty)


def _is_judged(frozen, block):
    """Whether there is a figure that could be out of line."""
    part = "status" if block["criterion"] == "status" else "delta"
    figures = (frozen.figure(*pair) for pair in _judged_pairs(frozen, block))
    return any(getattr(figure, part) is not None for figure in figures)


def _given(frozen, block, _):
    table = frozen.given(block["name"])
    return Table(
        block["title"],
        [Column(**column) for column in table["columns"]],
        [
            [Cell(**value) if isinstance(value, dict) else Cell(value) for value in row]
            for row in table["rows"]
        ],
        table.get("note", ""),
    )


_BUILDERS = {
    GIVEN: _given,
    FIGURES: _figures,
    CELLS: _cells,
    MATRIX: _matrix,
    DEVIATIONS: _deviations,
}
KINDS = frozenset(_BUILDERS)
