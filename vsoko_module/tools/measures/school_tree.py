"""Which published cells of a school are sums of which: see `disclosure`.

Cells are written as `tools.scopes` does, for example ``class_subject:12:5``.
"""

from collections import defaultdict

from ..school_calendar import level_of
from ..scopes import cell as cell_of
from .disclosure import Sum

TREE = ("school", "level", "grade", "class", "subject", "class_subject")
# (total, part, whether nobody is counted in two parts)
_SUMS = (
    ("school", "level", True),
    ("level", "grade", True),
    ("grade", "class", True),
    ("school", "subject", False),
    ("class", "class_subject", False),
    ("subject", "class_subject", True),
)


def sums_of(cells, grades):
    """List of `Sum` between the cells; ``grades``: {class id: grade} of the classes in them."""
    parts = defaultdict(list)
    for cell in cells:
        scope, *keys = cell.split(":")
        for total, part, disjoint in _SUMS:
            if part == scope:
                parts[_total(total, keys, grades), part, disjoint].append(cell)
    return [
        Sum(total, tuple(sorted(found)), disjoint)
        for (total, _part, disjoint), found in sorted(parts.items())
        if total in cells
    ]


def _total(scope, keys, grades):
    """The cell of a wider scope that a cell with these keys belongs to."""
    if scope == "school":
        return cell_of("school")
    if scope == "level":
        return cell_of("level", level=level_of(int(keys[0])))
    if scope == "grade":
        return cell_of("grade", grade=grades[int(keys[0])])
    return f"{scope}:{keys[0]}" if scope == "class" else f"{scope}:{keys[1]}"


def unit_of(cell):
    """The class that all people of a cell are in; None for a cell wider than a class."""
    scope, *keys = cell.split(":")
    return int(keys[0]) if scope in ("class", "class_subject") else None
