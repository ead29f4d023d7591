"""What one report of a schedule is to be about."""

from typing import NamedTuple


class PlannedReport(NamedTuple):
    """``key`` tells the reports of a schedule apart (``class:12``, empty for the whole school);
    ``field`` and ``id`` are what the report is created with."""

    key: str = ""
    name: str = ""
    field: str = ""
    id: int = 0
