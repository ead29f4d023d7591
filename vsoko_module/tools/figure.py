"""The figure: what an indicator gives in one cell of a period, with what it rests on.

The one shape in which figures go from `vsoko.indicator.value` to pages, reports, publications and
files of higher bodies. Its parts have the names of the columns they are read from.
"""

from dataclasses import dataclass, fields

from . import scopes
from .measures import chance


@dataclass(frozen=True, slots=True)
class Figure:
    """What does not exist is None, never zero.

    ``code`` is that of the indicator, ``cell`` is written as `tools.scopes` does. A ``value`` of
    None has a ``missing_reason``; a status «grey» has a ``grey_reason``. ``n`` is what the figure
    rests on, ``people`` how many different people these are. ``id`` and ``period_id`` are known of
    a figure that was read from the database.
    """

    code: str
    cell: str
    id: int | None = None
    indicator_id: int | None = None
    period_id: int | None = None
    value: float | None = None
    missing_reason: str | None = None
    numerator: float | None = None
    denominator: float | None = None
    n: int | None = None
    people: int | None = None
    completeness: float | None = None
    status: str | None = None
    grey_reason: str | None = None
    previous_value: float | None = None
    previous_n: int | None = None
    previous_people: int | None = None
    delta: float | None = None
    previous_barrier: str | None = None
    last_year_value: float | None = None
    last_year_delta: float | None = None
    last_year_barrier: str | None = None
    is_hidden: bool = False

    @property
    def scope(self):
        """The breakdown that the cell belongs to."""
        return scopes.scope_of(self.cell)

    @property
    def keys(self):
        """``{dimension: key}`` of the cell."""
        return scopes.keys(self.cell)

    @property
    def is_known(self):
        """Whether there is a number."""
        return self.value is not None

    def hide(self):
        """The figure for those it is hidden from: that it is there, and no number."""
        return Figure(self.code, self.cell, is_hidden=True)

    def is_incomplete(self, least):
        """Whether less of the expected marks is there than the school asks for, per cents.

        A figure that is not judged has no reason to be grey, and rests on a part all the same.
        """
        return self.grey_reason == "incomplete" or 0 < (self.completeness or 0) < least

    def is_worse(self, direction):
        """Whether a percentage changed for the worse by more than chance can do."""
        if self.value is None or self.previous_value is None:
            return False
        return chance.is_worse(
            self.value,
            chance.people_behind(self.n, self.people),
            self.previous_value,
            chance.people_behind(self.previous_n, self.previous_people),
            direction,
        )

    def judge(self, unit, direction):
        """What became of it since the previous period: a word of `measures.chance`, or None where
        only the numbers can be told."""
        if unit != "percent" or self.value is None or self.previous_value is None:
            return None
        return chance.judge(
            self.value,
            chance.people_behind(self.n, self.people),
            self.previous_value,
            chance.people_behind(self.previous_n, self.previous_people),
            direction,
        )


# what is said of a cell; the rest names it
_NAMING = ("code", "cell", "id", "indicator_id", "period_id", "is_hidden")
PARTS = tuple(field.name for field in fields(Figure) if field.name not in _NAMING)
