"""How the elements of content, the skills and the levels of a work were done."""

from dataclasses import dataclass

from ..measures import percent_of_tasks
from ..natural_order import natural_key
from .work import reading_of


@dataclass(frozen=True)
class TaskGroup:
    """Tasks (``places``) that check the same: ``key`` is the (code, name) of an element or of a
    skill, or of a level ("", name); ``percent`` of their points and its reading may be None."""

    key: tuple
    places: tuple
    percent: float | None
    reading: str | None


def grouped_tasks(work, kind, pupils=None):
    """``TaskGroup`` of every element (``content``), skill (``skills``) or level (``task_levels``).

    :param pupils: of ``work.scored``, all of them by default
    """
    points = [pupil.points for pupil in (work.scored if pupils is None else pupils)]
    return [
        group_of_tasks(work, key, places, points)
        for key, places in task_groups(work.tasks, kind).items()
    ]


def group_of_tasks(work, key, places, points):
    """``TaskGroup`` of some tasks, over rows of points by task."""
    percent = percent_of_tasks(points, work.maxima, places)
    reading = reading_of([work.tasks[place] for place in places], percent)
    return TaskGroup(key, tuple(places), percent, reading)


def task_groups(tasks, kind):
    """``{(code, name): places of tasks}`` of the elements, skills or levels in their order."""
    groups = {}
    for place, task in enumerate(tasks):
        for key in _keys(task, kind):
            groups.setdefault(key, []).append(place)
    if kind == "task_levels":
        return groups
    return dict(sorted(groups.items(), key=lambda item: natural_key(item[0][0])))


def groups_or_tasks(tasks):
    """The elements of content, or the tasks themselves (number, "") where none is named."""
    return task_groups(tasks, "content") or {
        (task.number, ""): [place] for place, task in enumerate(tasks)
    }


def label(key):
    return " ".join(filter(None, key))


def _keys(task, kind):
    if kind == "task_levels":
        return [("", task.level_name)] if task.level_name else []
    return task.content if kind == "content" else task.skills
