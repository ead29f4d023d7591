"""The plan of a year → a ``Paper``: the table of months by objects, and the list of all lines."""

from dataclasses import dataclass
from datetime import date

from ..writers.cells import DATE, INTEGER, Cell, Column
from .frozen import Frozen
from .given import frozen_table
from .paper import Paper, PaperFrame, Part


@dataclass(frozen=True)
class PlannedLine:
    """One line in words; ``month`` is a key of the months, ``target`` the name of its object,
    ``fulfilled`` what became of it."""

    day: date
    month: tuple
    name: str
    target: str = ""
    purpose: str = ""
    who: str = ""
    method: str = ""
    responsible: str = ""
    result: str = ""
    heard: str = ""
    fulfilled: str = ""


@dataclass(frozen=True)
class PlanHead:
    """``approved_by`` and ``approved_on`` are empty until the plan is approved."""

    school: str
    title: str
    year: str
    note: str = ""
    approved_by: str = ""
    approved_on: str = ""
    is_draft: bool = True


def plan_paper(head, targets, months, lines, _):
    """``Paper`` of the plan.

    :param targets: names of the objects of assessment in their order
    :param months: ``{month: name}`` in their order
    :param lines: of ``PlannedLine`` in the order of their days
    """
    given = {
        "table": _by_months(targets, months, lines, _),
        "lines": _list(months, lines, _),
    }
    parts = [
        _part("table", _("Months and objects of assessment")),
        _part("lines", _("All lines of the plan")),
    ]
    if head.note:
        parts.insert(0, Part(_("Aims and tasks of the year"), _frozen("note"), [("", head.note)]))
    form = PaperFrame(
        head.school, approval=(head.approved_by, head.approved_on), is_draft=head.is_draft
    )
    return Paper(Frozen({"given": given}), head.title, [head.year], parts, form)


def _frozen(code, *blocks):
    return {"code": code, "wide": bool(blocks), "blocks": list(blocks)}


def _part(code, name):
    return Part(name, _frozen(code, {"kind": "given", "name": code, "title": ""}), [])


def _by_months(targets, months, lines, _):
    found = {}
    for line in lines:
        text = f"{line.day:%d.%m} {line.name}" + (f" ({line.who})" if line.who else "")
        found.setdefault((line.month, line.target), []).append(text)
    other = _("Other")
    shown = [*targets, *([""] if any(not line.target for line in lines) else [])]
    columns = [Column(_("Month")), *(Column(name or other) for name in shown)]
    rows = [
        [Cell(name, bold=True), *("; ".join(found.get((month, one), ())) for one in shown)]
        for month, name in months.items()
    ]
    return frozen_table(columns, rows)


def _list(months, lines, _):
    columns = [
        Column(_("No. in order"), INTEGER),
        Column(_("Due"), DATE),
        Column(_("Object of assessment")),
        Column(_("What and what for")),
        Column(_("Classes, contingent")),
        Column(_("Method, kind")),
        Column(_("Responsible")),
        Column(_("Result, where heard")),
        Column(_("Fulfilment")),
    ]
    rows = [
        [
            number,
            line.day,
            line.target,
            ". ".join(filter(None, [line.name, line.purpose])),
            line.who,
            line.method,
            line.responsible,
            "; ".join(filter(None, [line.result, line.heard])),
            line.fulfilled,
        ]
        for number, line in enumerate(lines, 1)
    ]
    return frozen_table(columns, rows)
