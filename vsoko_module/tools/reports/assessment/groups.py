"""Groups «2»…«5» by task: where a weaker group did better than a stronger one."""

from ...analysis import groups_by_mark
from ...measures.distribution import MEANINGFUL_GROUP
from ...translation import _lt, translated
from ...writers.cells import PERCENT, Cell, Column
from ..given import LINES, frozen_chart, frozen_table
from .looks import MARK_COLOURS, WARNING, listed


def make(work, _):
    groups = groups_by_mark(work)
    if len(groups.by_mark) < 2:
        return {}
    return {"groups": _table(work, groups, _), "groups_chart": chart(work, groups)}


def chart(work, groups):
    """The lines of the groups over the tasks, as a frozen chart."""
    series = [
        (f"«{mark}» (n = {n})", shares, [MARK_COLOURS[mark]] * len(shares))
        for mark, (n, shares) in groups.by_mark.items()
    ]
    return frozen_chart([task.number for task in work.tasks], series, LINES, highest=100)


def _table(work, groups, _):
    columns = [
        Column(_("Task")),
        *(Column(f"«{mark}» (n = {n})", PERCENT) for mark, (n, _shares) in groups.by_mark.items()),
        Column(_("Crossing")),
    ]
    rows = [
        [
            task.number,
            *(shares[place] for _n, shares in groups.by_mark.values()),
            _crossing_cell(groups.crossed.get(place, ())),
        ]
        for place, task in enumerate(work.tasks)
    ]
    note = _("Groups of fewer than %(least)s pupils are not compared.", least=MEANINGFUL_GROUP)
    return frozen_table(columns, rows, note, _sentences(work, groups, _))


def _crossing_cell(pairs):
    text = ", ".join(f"«{low}» > «{high}»" for low, high in pairs)
    return Cell(text, fill=WARNING if text else None)


def _sentences(work, groups, _):
    if not groups.is_compared:
        return [_("The groups by marks are too small to be compared.")]
    if not groups.crossed:
        return [_("The groups by marks differ in the same order in every task.")]
    numbers = listed(work.tasks[place].number for place in groups.crossed)
    text = _lt("In tasks %(tasks)s a group with a lower mark did better: look at these tasks.")
    return [translated(_, text, tasks=numbers)]
