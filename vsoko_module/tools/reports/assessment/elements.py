"""How elements of content, skills and levels were done, by class too."""

from ...measures import percent_of_tasks
from ...measures.distribution import INSUFFICIENT
from ...natural_order import natural_key
from ...translation import _lt
from ...writers.cells import Column
from ..given import frozen_table
from .looks import SOURCE, listed, percent, reading_cell, reading_of, share_cell

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
    for name, heading in headings.items():
        groups = task_groups(work.tasks, name)
        if groups:
            # one note serves the tables of the section
            note = "" if parts else _(SOURCE)
            parts[name] = _table(work, groups, _(heading), note, _)
    return parts


def task_groups(tasks, name):
    """``{(code, name): places of tasks}`` of the elements, skills or levels in their order."""
    groups = {}
    for place, task in enumerate(tasks):
        for key in _keys(task, name):
            groups.setdefault(key, []).append(place)
    if name == "task_levels":
        return groups
    return dict(sorted(groups.items(), key=lambda item: natural_key(item[0][0])))


def label(key):
    return " ".join(filter(None, key))


def _keys(task, name):
    if name == "task_levels":
        return [("", task.level_name)] if task.level_name else []
    return task.content if name == "content" else task.skills


def _table(work, groups, heading, note, _):
    rows_of = {
        name: [pupil.points for pupil in work.scored if pupil.class_name == name]
        for name in work.classes
    }
    everybody = [pupil.points for pupil in work.scored]
    several = 1 < len(work.classes) <= MOST_CLASSES
    columns = [
        Column(heading),
        Column(_("Tasks")),
        Column(_("Done, %")),
        Column(_("Is it enough")),
        *(Column(f"{name}, %") for name in work.classes if several),
    ]
    rows, weak = [], []
    for key, places in groups.items():
        tasks = [work.tasks[place] for place in places]
        value = percent_of_tasks(everybody, work.maxima, places)
        row = [
            label(key),
            ", ".join(task.number for task in tasks),
            share_cell(tasks, value, bold=True),
            reading_cell(tasks, value, _),
        ]
        if several:
            row += [
                share_cell(tasks, percent_of_tasks(rows_of[name], work.maxima, places))
                for name in work.classes
            ]
        rows.append(row)
        if reading_of(tasks, value) == INSUFFICIENT:
            weak.append(f"{label(key)} ({percent(value)})")
    return frozen_table(columns, rows, note, _sentences(heading, weak, _))


def _sentences(heading, weak, _):
    if not weak:
        return []
    text = _lt("%(heading)s, insufficient share: %(names)s.")
    return [_(text, heading=heading, names=listed(weak))]
