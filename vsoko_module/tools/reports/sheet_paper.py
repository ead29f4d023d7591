"""A teacher's sheet, and what a commission has decided on many of them → a ``Paper``."""

from dataclasses import dataclass

from ..writers.cells import INTEGER, NUMBER, TEXT, Cell, Column
from .frozen import Frozen
from .given import frozen_table
from .paper import Paper, PaperFrame, Part

_EMPTY = Cell("", kind=TEXT)
_DASH = Cell("—", kind=TEXT)


@dataclass(frozen=True)
class CriterionRow:
    """One criterion: its group and name, what is known, and the points of each step.

    ``steps`` are the points by the program, by the teacher, after the check, by the commission,
    None where nobody has said any; ``points`` are those that hold, ``most`` is 0 where they have
    no end.
    """

    group: str
    name: str
    known: str
    steps: tuple
    points: float | None
    most: float
    reason: str = ""


@dataclass(frozen=True)
class SheetText:
    """A sheet in words; ``facts`` are pairs (heading, text), ``records`` rows (day, what it was,
    criterion, points, remark), ``changes`` rows (moment, who, criterion, before, after, why)."""

    school: str
    title: str
    facts: tuple
    criteria: tuple
    total: float | None
    records: tuple = ()
    changes: tuple = ()
    signers: tuple = ()
    is_draft: bool = True


@dataclass(frozen=True)
class SummaryText:
    """Sheets of one session: ``groups`` names those of the scheme, ``rows`` are (sheet, points of
    each group or None, total or None, share or None, state)."""

    school: str
    title: str
    lines: tuple
    groups: tuple
    rows: tuple
    signers: tuple = ()
    is_draft: bool = True


def sheet_paper(sheet, _, wide=False):
    """``Paper`` of one sheet; tables without a row are left out.

    :param wide: whether large tables stand on pages of their own that lie across
    """
    tables = {
        "facts": ([Column(_("What is known")), Column(_("Value"))], sheet.facts),
        "criteria": (_criteria(_), _criterion_rows(sheet, _)),
        "records": (_records(_), sheet.records),
        "changes": (_changes(_), sheet.changes),
    }
    names = {
        "facts": _("About the sheet"),
        "criteria": _("Criteria and points"),
        "records": _("Records"),
        "changes": _("Who changed what"),
    }
    given = {name: frozen_table(*table) for name, table in tables.items() if table[1]}
    parts = [_part(name, names[name], wide and name == "criteria") for name in given]
    form = PaperFrame(sheet.school, signers=list(sheet.signers), is_draft=sheet.is_draft)
    return Paper(Frozen({"given": given}), sheet.title, [_("Sheet of a teacher")], parts, form)


def summary_paper(summary, _, wide=False):
    """``Paper`` of the sheets of a session with the points of their groups; see `sheet_paper`."""
    columns = [
        Column(_("No. in order"), INTEGER),
        Column(_("Sheet")),
        *(Column(name, NUMBER, 2) for name in summary.groups),
        Column(_("Points"), NUMBER, 2),
        Column(_("Share of the most, %"), NUMBER, 0),
        Column(_("State")),
    ]
    rows = [
        [
            place,
            name,
            *map(_or_dash, groups),
            Cell("—", kind=TEXT) if total is None else Cell(total, bold=True),
            _or_dash(share),
            state,
        ]
        for place, (name, groups, total, share, state) in enumerate(summary.rows, start=1)
    ]
    given = {"sheets": frozen_table(columns, rows)}
    parts = [_part("sheets", _("Sheets of teachers"), wide)]
    form = PaperFrame(summary.school, signers=list(summary.signers), is_draft=summary.is_draft)
    return Paper(Frozen({"given": given}), summary.title, list(summary.lines), parts, form)


def _part(code, name, wide):
    block = {"kind": "given", "name": code, "title": ""}
    return Part(name, {"code": code, "wide": wide, "blocks": [block]}, [])


def _criteria(_):
    return [
        Column(_("Criterion")),
        Column(_("What is known")),
        Column(_("By the program"), NUMBER, 2),
        Column(_("Own assessment"), NUMBER, 2),
        Column(_("After the check"), NUMBER, 2),
        Column(_("By the commission"), NUMBER, 2),
        Column(_("Points"), NUMBER, 2),
        Column(_("At most"), NUMBER, 2),
        Column(_("Why")),
    ]


def _criterion_rows(sheet, _):
    """Criteria below the name of their group, and the points of the sheet at the end."""
    rows, group = [], None
    for one in sheet.criteria:
        if one.group != group:
            group = one.group
            rows.append([Cell(group, bold=True), *[_EMPTY] * 8])
        most = one.most or _EMPTY
        steps = [_EMPTY if points is None else points for points in one.steps]
        rows.append(
            [one.name, one.known, *steps, _or_dash(one.points), most, one.reason],
        )
    total = _DASH if sheet.total is None else Cell(sheet.total, bold=True)
    rows.append([Cell(_("Total"), bold=True), *[_EMPTY] * 5, total, *[_EMPTY] * 2])
    return rows


def _records(_):
    return [
        Column(_("Date")),
        Column(_("What it was")),
        Column(_("Criterion")),
        Column(_("Points"), NUMBER, 2),
        Column(_("Remark")),
    ]


def _changes(_):
    return [
        Column(_("When")),
        Column(_("By whom")),
        Column(_("Criterion")),
        Column(_("Points before"), NUMBER, 2),
        Column(_("Points after"), NUMBER, 2),
        Column(_("Why")),
    ]


def _or_dash(number):
    return _DASH if number is None else number
