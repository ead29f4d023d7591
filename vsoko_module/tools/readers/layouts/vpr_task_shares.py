"""«Выполнение заданий» of VPR, of all participants and of those who got each mark."""

from ..layout import GROUPS, Layout
from ..vpr_groups import MARKS, numbered_columns
from ..vpr_shares import extract_shares
from ..works import parse_task_label

KEY = "vpr_task_shares"
NAME = "task_shares"


def recognise(sheets):
    return 1 if any(_are_tasks(numbered_columns(sheet)) for sheet in sheets) else 0


def extract(sheets, today):
    return extract_shares(KEY, NAME, _are_tasks, _number, sheets, today)


def _are_tasks(columns):
    """Whether the numbers begin with the first task: points begin with 0, marks with 2."""
    return len(columns) > 1 and _number(columns[0]).startswith("1") and columns != list(MARKS)


def _number(column):
    return parse_task_label(column).number


LAYOUT = Layout(
    KEY,
    title="VPR: tasks by groups of participants",
    order=97,
    recognise=recognise,
    extract=extract,
    loader="groups",
    asks=GROUPS,
)
