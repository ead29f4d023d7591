"""The time that a rule looks at."""

from datetime import date
from typing import Any, NamedTuple

from ..school_days import count_school_days


class Span(NamedTuple):
    """A term, the terms looked at together with it, and the first and the last day.

    ``period`` and ``terms`` are records of periods with ``date_start`` and ``date_end``.
    """

    period: Any
    terms: Any
    first: date
    last: date

    def count_school_days(self):
        """How many days from Monday to Saturday the terms have within the time; holidays between
        terms are none."""
        return sum(
            count_school_days(max(term.date_start, self.first), min(term.date_end, self.last))
            for term in self.terms
        )
