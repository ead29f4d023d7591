"""What the school does about its problems → a ``Paper``: a road map for paper and spreadsheets."""

from dataclasses import dataclass
from datetime import date

from ..writers.cells import DATE, TEXT, Cell, Column
from .formatting import DASH
from .frozen import Frozen
from .given import frozen_table
from .paper import Paper, PaperFrame, Part


@dataclass(frozen=True)
class PlannedAction:
    """One action; texts are empty and days None where nothing is said."""

    problem: str
    evidence: str
    cause: str
    measures: tuple
    owner: str
    deadline: date | None
    target: str
    state: str
    outcome: str


def roadmap(school, lines, actions, _):
    """The ``Paper`` with one row an action, in the order given.

    :param lines: what stands under the title
    :param actions: of ``PlannedAction``
    """
    columns = [
        Column(_("No. in order"), width=5),
        Column(_("What the problem is"), width=20),
        Column(_("Cause"), width=12),
        Column(_("What is done about it"), width=20),
        Column(_("Responsible"), width=10),
        Column(_("Due by"), DATE, width=8),
        Column(_("Promised"), width=6),
        Column(_("State"), width=8),
        Column(_("What has become of it"), width=11),
    ]
    rows = [_row(number, action) for number, action in enumerate(actions, start=1)]
    title = _("Road map")
    block = {"kind": "given", "name": "actions", "title": ""}
    part = Part(title, {"code": "actions", "wide": True, "blocks": [block]}, [])
    frozen = Frozen({"given": {"actions": frozen_table(columns, rows)}})
    form = PaperFrame(school, approval=("", ""), is_draft=False)
    return Paper(frozen, title, list(lines), [part], form)


def _row(number, action):
    problem = "\n".join(filter(None, (action.problem, action.evidence)))
    return [
        str(number),
        problem,
        action.cause or DASH,
        "\n".join(action.measures) or DASH,
        action.owner or DASH,
        action.deadline or Cell(DASH, kind=TEXT),
        action.target or DASH,
        action.state,
        action.outcome or DASH,
    ]
