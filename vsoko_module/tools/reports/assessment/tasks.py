"""How the tasks were done."""

from ...analysis import task_lines
from ...measures.distribution import INSUFFICIENT
from ...translation import _lt, translated
from ...writers.cells import INTEGER, Column
from ..formatting import DASH
from ..given import frozen_chart, frozen_table
from ..points import points_column
from .looks import COLOURS, SOURCE, listed, percent, reading_cell, share_cell


def make(work, _):
    if not work.scored or not work.tasks:
        return {}
    lines = task_lines(work)
    return {"tasks": _table(work, lines, _), "tasks_chart": _chart(lines)}


def _table(work, lines, _):
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
            share_cell(item.percent, reading, bold=True),
            reading_cell(reading, _),
        ]
        for task, item, reading in lines
    ]
    return frozen_table(columns, rows, translated(_, SOURCE), _sentences(work, lines, _))


def _chart(lines):
    shares = [line.item.percent for line in lines]
    colours = [COLOURS[line.reading] for line in lines]
    return frozen_chart([line.task.number for line in lines], [("", shares, colours)], highest=100)


def _sentences(work, lines, _):
    values = {"share": percent(work.figures.percent)}
    found = [_("Of all possible points %(share)s were received.", **values)]
    weak = [
        f"{task.number} ({percent(item.percent)})"
        for task, item, reading in lines
        if reading == INSUFFICIENT
    ]
    if weak:
        text = _lt("Tasks with an insufficient share: %(tasks)s.")
        found.append(translated(_, text, tasks=listed(weak)))
    elif any(task.level for task in work.tasks):
        found.append(_("There are no tasks with an insufficient share."))
    left = [f"{line.task.number} ({line.item.empty})" for line in lines if line.is_left_out]
    if left:
        text = _lt("A fifth of the pupils or more did not begin tasks: %(tasks)s.")
        found.append(translated(_, text, tasks=listed(left)))
    return found
