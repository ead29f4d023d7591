"""Groups «2»…«5» by task: where a weaker group did better than a stronger one."""

from ...measures import crossings, percent_by_mark
from ...measures.distribution import MEANINGFUL_GROUP
from ...translation import _lt
from ...writers.cells import PERCENT, Cell, Column
from ..given import LINES, frozen_chart, frozen_table
from .looks import listed
from .results import MARK_COLOURS


def make(work, _):
    marked = [pupil for pupil in work.scored if pupil.mark]
    found = percent_by_mark(
        [pupil.points for pupil in marked], work.maxima, [pupil.mark for pupil in marked]
    )
    if len(found) < 2:
        return {}
    crossed = {}
    for place, low, high in crossings(found):
        crossed.setdefault(place, []).append(f"«{low}» > «{high}»")
    return {
        "groups": _table(work, found, crossed, _),
        "groups_chart": _chart(work, found),
    }


def _table(work, found, crossed, _):
    columns = [
        Column(_("Task")),
        *(Column(f"«{mark}» (n = {n})", PERCENT) for mark, (n, _shares) in found.items()),
        Column(_("Crossing")),
    ]
    rows = [
        [
            task.number,
            *(shares[place] for _n, shares in found.values()),
            Cell(", ".join(crossed.get(place, ())), fill="#FFF3CD" if place in crossed else None),
        ]
        for place, task in enumerate(work.tasks)
    ]
    note = _("Groups of fewer than %(least)s pupils are not compared.", least=MEANINGFUL_GROUP)
    return frozen_table(columns, rows, note, _sentences(work, found, crossed, _))


def _chart(work, found):
    series = [
        (f"«{mark}»", shares, [MARK_COLOURS[mark]] * len(shares))
        for mark, (_n, shares) in found.items()
    ]
    return frozen_chart([task.number for task in work.tasks], series, LINES, highest=100)


def _sentences(work, found, crossed, _):
    if sum(n >= MEANINGFUL_GROUP for n, _shares in found.values()) < 2:
        return [_("The groups by marks are too small to be compared.")]
    if not crossed:
        return [_("The groups by marks differ in the same order in every task.")]
    numbers = listed(work.tasks[place].number for place in sorted(crossed))
    text = _lt("In tasks %(tasks)s a group with a lower mark did better: look at these tasks.")
    return [_(text, tasks=numbers)]
