"""How shares of points are read and coloured in every table of the note."""

from ...measures.distribution import GREY, INSUFFICIENT, SUFFICIENT
from ...translation import _lt, translated
from ...writers.cells import PERCENT, Cell
from ...zones import STATUS_COLOURS
from ..formatting import DASH, NBSP, number

FILLS = {
    SUFFICIENT: STATUS_COLOURS["optimal"],
    GREY: STATUS_COLOURS["acceptable"],
    INSUFFICIENT: STATUS_COLOURS["critical"],
}
WARNING = FILLS[GREY]
COLOURS = {SUFFICIENT: "#7A9E4E", GREY: "#F0A030", INSUFFICIENT: "#C8553D", None: "#2F6DB5"}
READINGS = {
    SUFFICIENT: _lt("sufficient"),
    GREY: _lt("on the border"),
    INSUFFICIENT: _lt("insufficient"),
}
MARK_COLOURS = {5: "#7A9E4E", 4: "#2F6DB5", 3: "#F0A030", 2: "#C8553D", 1: "#C8553D"}
SOURCE = _lt(
    "Expected per cent of the points: 60±3 of basic tasks, 30±1.5 of advanced and high ones"
    " (recommendations of FIOKO, 2026); of several tasks: weighted by points."
)


def share_cell(share, reading, bold=False):
    """A share of points, coloured by its reading."""
    return Cell(share, bold, FILLS.get(reading), PERCENT, 1)


def reading_cell(reading, _):
    return Cell(translated(_, READINGS[reading]) if reading else DASH, fill=FILLS.get(reading))


def percent(value):
    """``35,0 %`` in a sentence."""
    return f"{number(value, 1)}{NBSP}%"


def listed(names, most=12):
    """Names in a sentence, a long list cut short by «…»."""
    names = list(names)
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")
