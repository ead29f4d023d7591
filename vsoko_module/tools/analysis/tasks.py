"""How the tasks of a work were done."""

from typing import NamedTuple

from ..measures import ItemFigures, share
from .work import Task, reading_of

# so many who did not even begin a task call for a look at its place and at the time given
MANY_NOT_REACHED = 20


class TaskLine(NamedTuple):
    """``item``: figures that people may see; ``reading`` of its share, None without a level."""

    task: Task
    item: ItemFigures
    reading: str | None

    @property
    def is_left_out(self):
        """Whether a fifth of the pupils or more did not begin the task."""
        return bool(self.item.n) and share(self.item.empty, self.item.n) >= MANY_NOT_REACHED


def task_lines(work):
    """``TaskLine`` of every task in the order of the test."""
    return [
        TaskLine(task, item, reading_of([task], item.percent))
        for task, item in zip(work.tasks, work.figures.items, strict=True)
    ]
