"""Tasks and points beside those of the region, the country and the municipality."""

from ...analysis import marks_beside, points_beside, tasks_beside
from ...measures.chance import LESS, MORE
from ...measures.distribution import MEANINGFUL_GROUP
from ...translation import _lt, translated
from ...writers.cells import PERCENT, Cell, Column
from ..formatting import DASH
from ..given import LINES, frozen_chart, frozen_table
from .looks import WARNING, listed, percent

CHANGES = {MORE: _lt("higher"), LESS: _lt("lower"), None: _lt("within chance")}
# the own line first, then from the near to the far
COLOURS = ("#2F6DB5", "#7A9E4E", "#F0A030", "#8A8A8A")


def make(work, _):
    parts = {}
    if found := tasks_beside(work):
        parts["tasks_beside"] = _tasks(found, _)
    if found := marks_beside(work):
        parts["marks_beside"] = _marks(*found, _)
    if found := points_beside(work):
        parts["points_beside"] = _points(*found, _)
    return parts


def task_sentences(found, _):
    """What ``Beside`` says in words: which tasks differ by more than chance."""
    if not found.n:
        return []
    texts = {
        LESS: _lt("Lower than %(group)s by more than chance: %(tasks)s."),
        MORE: _lt("Higher than %(group)s by more than chance: %(tasks)s."),
    }
    lines = []
    for change, text in texts.items():
        differ = [line for line in found.lines if line.change == change]
        if differ:
            tasks = listed(_in_words(line, found, _) for line in differ)
            lines.append(translated(_, text, group=found.reference.name, tasks=tasks))
    none = _lt("No task differs from %(group)s by more than chance (pupils: %(n)s).")
    return lines or [translated(_, none, group=found.reference.name, n=found.n)]


def change_words(line, _):
    """The word for how a ``TaskBeside`` differs, a dash where nothing is compared."""
    reference_known = line.own is not None and any(share is not None for share in line.shares)
    return translated(_, CHANGES[line.change]) if reference_known else DASH


def _in_words(line, found, _):
    reference = line.shares[found.groups.index(found.reference)]
    text = _lt("%(task)s (%(own)s against %(other)s)")
    return translated(_, text, task=line.number, own=percent(line.own), other=percent(reference))


def _tasks(found, _):
    columns = [
        Column(_("Task")),
        *([Column(_("What it checks"))] if any(line.text for line in found.lines) else ()),
        Column(_("School, %"), PERCENT),
        *(Column(f"{group.name}, %", PERCENT) for group in found.groups),
        Column(_("Beside %(group)s", group=found.reference.name)),
    ]
    rows = [
        [
            line.number,
            *([line.text or DASH] if len(columns) == len(found.groups) + 4 else ()),
            line.own,
            *line.shares,
            Cell(change_words(line, _), fill=WARNING if line.change == LESS else None),
        ]
        for line in found.lines
    ]
    note = _(
        "Differs by more than chance: the share of the others is outside the 95 % interval"
        " (Wilson) of the school's."
    )
    return frozen_table(columns, rows, note, task_sentences(found, _))


def _marks(reference, by_mark, _):
    columns = [Column(_("Task"))]
    for mark, (n, _lines) in by_mark.items():
        columns += [
            Column(f"«{mark}» (n = {n})", PERCENT),
            Column(f"«{mark}», {reference.name}", PERCENT),
        ]
    lines = zip(*(lines for _n, lines in by_mark.values()), strict=True)
    rows = [
        [cells[0][0], *(share for _number, own, other in cells for share in (own, other))]
        for cells in lines
    ]
    note = _("Groups of fewer than %(least)s pupils are not compared.", least=MEANINGFUL_GROUP)
    return frozen_table(columns, rows, note)


def _points(totals, lines, _):
    series = [
        (group.name if group else _("School"), shares, [colour] * len(shares))
        for (group, shares), colour in zip(lines, COLOURS, strict=False)
    ]
    return frozen_chart(totals, series, LINES, digits=1)
