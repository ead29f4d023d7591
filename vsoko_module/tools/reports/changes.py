"""What a new version of a report changed: two frozen reports and their texts → tables."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from ..numbers import change
from ..translation import _lt, translated
from ..writers.cells import CHANGE, INTEGER, TEXT, Cell, Column
from .declaration import AS_FOUND, CELLS, DEVIATIONS, GIVEN, MATRIX
from .formatting import DASH, cell_text
from .tables import STATUS_NAMES, Table, base_cell, build, deviating, value_cell

# what a figure is judged by and compared with: a change of it is told apart from the figure
BESIDE = {
    "previous_value": _lt("Previous period"),
    "last_year_value": _lt("A year before"),
    "status": _lt("Status"),
    "target": _lt("Target"),
}


@dataclass(frozen=True)
class Changes:
    """``tables`` have at least a row each; none when the versions say the same."""

    title: str
    summary: str
    tables: list


def compare(old, new, number, _):
    """``Changes`` of a version against the one that it corrects.

    Only what a section shows is compared, so that a section which is off gives nothing away.

    :param old, new: ``Paper`` of the two versions
    :param number: number of the old version
    """
    pairs = list(dict.fromkeys([*_pairs(new), *_pairs(old)]))
    tables = [
        _differing(old, new, pairs, _),
        _one_sided(old, new, pairs, _lt("Figures that appeared"), _),
        _one_sided(new, old, pairs, _lt("Figures that disappeared"), _),
        _beside(old, new, pairs, _),
        _given(old, new, _),
        _texts(old, new, _),
    ]
    tables = [table for table in tables if table.rows]
    title = _("What has changed since version %(number)s", number=number)
    return Changes(title, _summary(tables, number, _), tables)


def _summary(tables, number, _):
    if not tables:
        text = _lt("Neither figures nor texts differ from version %(number)s.")
        return translated(_, text, number=number)
    return "; ".join(f"{table.title}: {len(table.rows)}" for table in tables) + "."


def _pairs(paper):
    """Pairs (cell, code) of the figures that the sections show, in their order."""
    for part in paper.parts:
        for block in part.frozen["blocks"]:
            yield from _block_pairs(paper.frozen, block)


def _block_pairs(frozen, block):
    if block["kind"] in AS_FOUND:
        return []
    if block["kind"] == DEVIATIONS:
        return deviating(frozen, block)
    if block["kind"] == CELLS:
        block = dict(block, codes=dict.fromkeys(code for code, _part in block["columns"]))
    scopes = ("class_subject",) if block["kind"] == MATRIX else block.get("scopes")
    return [
        (cell, code)
        for scope in scopes or (block["scope"],)
        for cell in frozen.cells(scope)
        for code in frozen.codes(block)
    ]


def _has(paper, cell, code):
    return paper.frozen.figure(cell, code).is_known


def _differing(old, new, pairs, _):
    """Figures of both versions whose value, as it is shown, or base is another one."""
    columns = [
        Column(_("Indicator")),
        Column(_("Where")),
        Column(_("Was")),
        Column(_("Is")),
        Column(_("Difference"), CHANGE),
        Column(_("Base was"), INTEGER),
        Column(_("Base is"), INTEGER),
    ]
    rows = [
        _differing_row(old.frozen, new.frozen, cell, code)
        for cell, code in pairs
        if _has(old, cell, code) and _has(new, cell, code) and _differs(old, new, cell, code)
    ]
    return Table(_("Figures that differ"), columns, rows)


def _differs(old, new, cell, code):
    shown = [
        (
            cell_text(Column(""), value_cell(paper.frozen, cell, code), ""),
            paper.frozen.base(cell, code),
        )
        for paper in (old, new)
    ]
    return shown[0] != shown[1]


def _differing_row(old, new, cell, code):
    was, now = old.figure(cell, code), new.figure(cell, code)
    digits = new.digits(code)
    return [
        Cell(new.indicator(code)["name"]),
        Cell(new.name(cell)),
        value_cell(old, cell, code),
        value_cell(new, cell, code, bold=True),
        Cell(float(change(now.value, was.value, digits)), digits=digits),
        base_cell(old, cell, code),
        base_cell(new, cell, code),
    ]


def _one_sided(without, having, pairs, title, _):
    """Figures that only one of the versions has."""
    columns = [
        Column(_("Indicator")),
        Column(_("Where")),
        Column(_("Value")),
        Column(_("Base"), INTEGER),
    ]
    frozen = having.frozen
    rows = [
        [
            Cell(frozen.indicator(code)["name"]),
            Cell(frozen.name(cell)),
            value_cell(frozen, cell, code),
            base_cell(frozen, cell, code),
        ]
        for cell, code in pairs
        if _has(having, cell, code) and not _has(without, cell, code)
    ]
    return Table(translated(_, title), columns, rows)


def _was_and_is(_, *titles):
    return [Column(translated(_, title)) for title in (*titles, _lt("Was"), _lt("Is"))]


def _beside(old, new, pairs, _):
    columns = _was_and_is(_, _lt("Indicator"), _lt("Where"), _lt("What"))
    rows = [
        [
            Cell(new.frozen.indicator(code)["name"]),
            Cell(new.frozen.name(cell)),
            Cell(translated(_, title)),
            Cell(was),
            Cell(now),
        ]
        for cell, code in pairs
        if _has(old, cell, code) and _has(new, cell, code)
        for part, title in BESIDE.items()
        if not (part == "last_year_value" and new.frozen.is_year)
        for was, now in [[_part_text(p.frozen, cell, code, part, _) for p in (old, new)]]
        if was != now
    ]
    return Table(_("Values for comparison and zones that differ"), columns, rows)


def _part_text(frozen, cell, code, part, _):
    value = _part(frozen, cell, code, part)
    if not value and value != 0:
        return DASH
    if part == "status":
        return translated(_, STATUS_NAMES[value])
    look = Cell(value, kind=frozen.kind(code), digits=frozen.digits(code))
    return cell_text(Column(""), look, DASH)


def _part(frozen, cell, code, part):
    if part == "target":
        return frozen.indicator(code).get(part)
    return getattr(frozen.figure(cell, code), part)


def _given(old, new, _):
    """Cells that differ in the tables that are frozen as they were found."""
    columns = _was_and_is(_, _lt("Table"), _lt("Row"), _lt("Column"))
    was, now = _given_cells(old), _given_cells(new)
    rows = [
        [Cell(text) for text in (*place, was.get(place, DASH), now.get(place, DASH))]
        for place in dict.fromkeys([*now, *was])
        if was.get(place) != now.get(place)
    ]
    return Table(_("Other tables"), columns, rows)


def _given_cells(paper):
    """{(table, row, column): text}; a row is called by the cells that the block names."""
    cells = {}
    for part in paper.parts:
        for block in part.frozen["blocks"]:
            if block["kind"] == GIVEN:
                table = build(paper.frozen, block, str)
                cells |= _table_cells(table.title or part.name, table, block.get("key", (0,)))
    return cells


def _table_cells(name, table, keys):
    cells = {}
    for row in table.rows:
        pairs = zip(table.columns, row, strict=True)
        texts = [cell_text(column, cell, DASH) for column, cell in pairs]
        key = ", ".join(texts[place] for place in keys)
        for place, (column, text) in enumerate(zip(table.columns, texts, strict=True)):
            if place not in keys:
                cells[name, key, column.title] = text
    return cells


def _texts(old, new, _):
    """Lines of the texts that only one of the versions has, and sections that came or went."""
    columns = _was_and_is(_, _lt("Section"), _lt("Part"))
    was, now = _by_section(old), _by_section(new)
    rows = []
    for key in dict.fromkeys([*now, *was]):
        if key in was and key in now:
            rows += _text_rows(was[key], now[key])
        else:
            words = [_("is there"), _("is not there")]
            words = words if key in was else words[::-1]
            part = now.get(key) or was[key]
            rows.append([Cell(part.name), Cell(_("The section itself"))])
            rows[-1] += [Cell(word) for word in words]
    return Table(_("Texts that differ"), columns, rows)


def _by_section(paper):
    return {part.frozen["code"] or part.name: part for part in paper.parts}


def _text_rows(was, now):
    texts = zip(was.texts, now.texts, strict=True)
    return [
        [Cell(now.name), Cell(heading), *(Cell(text, kind=TEXT) for text in _lines(before, after))]
        for (_heading, before), (heading, after) in texts
        if before.splitlines() != after.splitlines()
    ]


def _lines(before, after):
    """The two texts without the lines that they share; a dash where nothing is left."""
    old, new = before.splitlines(), after.splitlines()
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    steps = [step for step in steps if step[0] != "equal"]
    gone = [line for _tag, start, end, _start, _end in steps for line in old[start:end]]
    come = [line for _tag, _start, _end, start, end in steps for line in new[start:end]]
    return "\n".join(gone) or DASH, "\n".join(come) or DASH
