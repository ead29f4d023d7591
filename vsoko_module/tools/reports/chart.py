"""What writers draw: labels along an axis, and series of numbers over them."""

import math
from dataclasses import dataclass
from typing import NamedTuple

PARTS = 4
COLOURS = ("#2F6DB5", "#F0A030", "#7A9E4E", "#9A6FB0")


class Series(NamedTuple):
    """``values`` go with the labels, None where there is none; so do ``colours``, if any, None
    for the usual one."""

    title: str
    values: list
    colours: list | None = None


@dataclass(frozen=True)
class Chart:
    """Bars, or with ``lines`` points that are joined.

    ``floor`` is how far the axis goes at least (100 for shares). ``only_filled``: no number is
    written where there is nothing or nobody.
    """

    labels: list
    series: list
    digits: int = 0
    floor: int = 0
    horizontal: bool = False
    lines: bool = False
    only_filled: bool = False

    @property
    def top(self):
        """The last mark of the axis: whole steps of a quarter of it, also where all is zero."""
        highest = max(v for series in self.series for v in series.values if v is not None)
        if self.floor and highest <= self.floor:
            return self.floor
        return PARTS * math.ceil(max(highest, 1) / PARTS)

    @property
    def marks(self):
        """Marks of the axis."""
        return [self.top * part / PARTS for part in range(PARTS + 1)]

    @property
    def colours(self):
        """Colour of each series: that of its first point, or one of the usual ones."""
        return tuple(
            (series.colours and series.colours[0]) or COLOURS[place % len(COLOURS)]
            for place, series in enumerate(self.series)
        )

    @property
    def has_legend(self):
        """Whether a name has to be said: for several series, or for what a colour means."""
        named = [series for series in self.series if series.title]
        return len(named) > 1 or any(series.colours for series in named)
