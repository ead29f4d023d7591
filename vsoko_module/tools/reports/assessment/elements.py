"""How elements of content, skills and levels were done, by class too."""

from ...analysis import grouped_tasks, label
from ...measures.distribution import INSUFFICIENT
from ...translation import _lt, translated
from ...writers.cells import Column
from ..given import frozen_table
from .looks import SOURCE, listed, percent, reading_cell, share_cell

# more columns of classes do not fit on the page; what to teach again names the classes anyway
MOST_CLASSES = 8


def make(work, _):
    if not work.scored:
        return {}
    headings = {
        "content": _lt("Element of content"),
        "skills": _lt("Skill"),
        "task_levels": _lt("Level"),
    }
    parts = {}
    for kind, heading in headings.items():
        if found := grouped_tasks(work, kind):
            # one note serves the tables of the section
            note = "" if parts else translated(_, SOURCE)
            parts[kind] = _table(work, kind, found, translated(_, heading), note, _)
    return parts


def _table(work, kind, found, heading, note, _):
    by_class = _by_class(work, kind)
    columns = [
        Column(heading),
        Column(_("Tasks")),
        Column(_("Done, %")),
        Column(_("Is it enough")),
        *(Column(f"{name}, %") for name in by_class),
    ]
    rows = [
        [
            label(part.key),
            ", ".join(work.tasks[place].number for place in part.places),
            share_cell(part.percent, part.reading, bold=True),
            reading_cell(part.reading, _),
            *(
                share_cell(by_place[at].percent, by_place[at].reading)
                for by_place in by_class.values()
            ),
        ]
        for at, part in enumerate(found)
    ]
    weak = [
        f"{label(part.key)} ({percent(part.percent)})"
        for part in found
        if part.reading == INSUFFICIENT
    ]
    return frozen_table(columns, rows, note, _sentences(heading, weak, _))


def _by_class(work, kind):
    """``{class: [TaskGroup]}`` of the classes that get a column of their own."""
    if not 1 < len(work.classes) <= MOST_CLASSES:
        return {}
    return {
        name: grouped_tasks(
            work, kind, [pupil for pupil in work.scored if pupil.class_name == name]
        )
        for name in work.classes
    }


def _sentences(heading, weak, _):
    if not weak:
        return []
    text = _lt("%(heading)s, insufficient share: %(names)s.")
    return [translated(_, text, heading=heading, names=listed(weak))]
