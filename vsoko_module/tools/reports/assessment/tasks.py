"""How the tasks were done."""

from ...measures import share
from ...measures.distribution import INSUFFICIENT
from ...translation import _lt
from ...writers.cells import INTEGER, Column
from ..formatting import DASH
from ..given import frozen_chart, frozen_table
from ..points import points_column
from .looks import COLOURS, SOURCE, listed, percent, reading_cell, reading_of, share_cell

# so many who did not even begin a task call for a look at its place and at the time given
MANY_NOT_REACHED = 20


def make(work, _):
    if not work.scored or not work.tasks:
        return {}
    return {"tasks": _table(work, _), "tasks_chart": _chart(work)}


def _table(work, _):
    columns = [
        Column(_("Task")),
        Column(_("Level")),
        Column(_("Elements of content")),
        Column(_("Skills")),
        points_column(_("Greatest points"), work.step),
        Column(_("In full"), INTEGER),
        Column(_("In part"), INTEGER),
        Column(_("Not done"), INTEGER),
        Column(_("of them not reached"), INTEGER),
        Column(_("Done, %")),
        Column(_("Is it enough")),
    ]
    rows = [
        [
            task.number,
            task.level_name or DASH,
            ", ".join(code for code, _name in task.content) or DASH,
            ", ".join(code for code, _name in task.skills) or DASH,
            task.max_score,
            item.full,
            item.partial,
            item.zero,
            item.empty,
            share_cell([task], item.percent, bold=True),
            reading_cell([task], item.percent, _),
        ]
        for task, item in zip(work.tasks, work.figures.items, strict=True)
    ]
    return frozen_table(columns, rows, _(SOURCE), _sentences(work, _))


def _chart(work):
    shares = [item.percent for item in work.figures.items]
    colours = [
        COLOURS[reading_of([task], value)] for task, value in zip(work.tasks, shares, strict=True)
    ]
    return frozen_chart([task.number for task in work.tasks], [("", shares, colours)], highest=100)


def _sentences(work, _):
    pairs = list(zip(work.tasks, work.figures.items, strict=True))
    values = {"share": percent(work.figures.percent)}
    lines = [_("Of all possible points %(share)s were received.", **values)]
    weak = [
        f"{task.number} ({percent(item.percent)})"
        for task, item in pairs
        if reading_of([task], item.percent) == INSUFFICIENT
    ]
    if weak:
        text = _lt("Tasks with an insufficient share: %(tasks)s.")
        lines.append(_(text, tasks=listed(weak)))
    elif any(task.level for task in work.tasks):
        lines.append(_("There are no tasks with an insufficient share."))
    left = [
        f"{task.number} ({item.empty})"
        for task, item in pairs
        if share(item.empty, item.n) >= MANY_NOT_REACHED
    ]
    if left:
        text = _lt("A fifth of the pupils or more did not begin tasks: %(tasks)s.")
        lines.append(_(text, tasks=listed(left)))
    return lines
