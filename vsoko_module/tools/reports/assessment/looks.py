"""How shares of points are read and coloured in every table of the note."""

from ...measures import share_reading
from ...measures.distribution import GREY, INSUFFICIENT, SUFFICIENT
from ...translation import _lt
from ...writers.cells import PERCENT, Cell
from ..formatting import DASH, NBSP, number

FILLS = {SUFFICIENT: "#D1E7DD", GREY: "#FFF3CD", INSUFFICIENT: "#F8D7DA"}
COLOURS = {SUFFICIENT: "#7A9E4E", GREY: "#F0A030", INSUFFICIENT: "#C8553D", None: "#2F6DB5"}
READINGS = {
    SUFFICIENT: _lt("sufficient"),
    GREY: _lt("on the border"),
    INSUFFICIENT: _lt("insufficient"),
}
SOURCE = _lt(
    "Expected per cent of the points: 60±3 of basic tasks, 30±1.5 of advanced and high ones"
    " (recommendations of FIOKO, 2026); of several tasks: weighted by points."
)


def reading_of(tasks, share):
    """``sufficient``, ``grey`` or ``insufficient`` share of the points of several tasks; None
    without a share or without levels of the tasks."""
    return share_reading(levels_of(tasks), share)


def levels_of(tasks):
    """(level, greatest points) of the tasks, by which their share is judged."""
    return [(task.level, task.max_score) for task in tasks]


def share_cell(tasks, share, bold=False):
    """A share of points, coloured by its reading."""
    return Cell(share, bold, FILLS.get(reading_of(tasks, share)), PERCENT, 1)


def reading_cell(tasks, share, _):
    reading = reading_of(tasks, share)
    return Cell(_(READINGS[reading]) if reading else DASH, fill=FILLS.get(reading))


def percent(value):
    """``35,0 %`` in a sentence."""
    return f"{number(value, 1)}{NBSP}%"


def listed(names, most=12):
    """Names in a sentence, a long list cut short by «…»."""
    names = list(names)
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")
