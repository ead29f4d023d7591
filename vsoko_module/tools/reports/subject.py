"""What one report of a schedule is about."""

from typing import NamedTuple


class Subject(NamedTuple):
    """``key`` tells subjects of a schedule apart (``class:12``, empty for the whole school);
    ``field`` and ``id`` are what the report is created with."""

    key: str = ""
    name: str = ""
    field: str = ""
    id: int = 0
