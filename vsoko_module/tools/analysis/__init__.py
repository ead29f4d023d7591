"""One assessment taken apart: the facts of a work → figures of its tasks, classes and groups.

``work`` says what is taken from the database; every other module computes one thing. The page of
the analysis (``page``) and the note (``tools.reports.assessment``) show the same figures.
"""

from .beside import Beside, TaskBeside, marks_beside, points_beside, tasks_beside
from .distribution import Distribution, distribution
from .elements import TaskGroup, label, grouped_tasks, task_groups
from .groups import Groups, groups_by_mark
from .results import MARKS, Results, count_levels, own_group, results
from .tasks import TaskLine, task_lines
from .words import figure_lines, remarks
from .work import (
    Aggregate,
    Level,
    Pupil,
    Task,
    Work,
    against_journal,
    levels_of,
    mark_counts,
    reading_of,
    who_wrote,
)

__all__ = [
    "MARKS",
    "Aggregate",
    "Beside",
    "Distribution",
    "Groups",
    "Level",
    "Pupil",
    "Results",
    "Task",
    "TaskBeside",
    "TaskGroup",
    "TaskLine",
    "Work",
    "against_journal",
    "count_levels",
    "distribution",
    "figure_lines",
    "grouped_tasks",
    "groups_by_mark",
    "label",
    "levels_of",
    "mark_counts",
    "marks_beside",
    "own_group",
    "points_beside",
    "reading_of",
    "remarks",
    "results",
    "task_groups",
    "task_lines",
    "tasks_beside",
    "who_wrote",
]
