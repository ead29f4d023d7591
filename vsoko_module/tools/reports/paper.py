"""What every rendering of a report shows: frozen figures, texts of people, changes, approval."""

from dataclasses import dataclass, field
from typing import NamedTuple

from .frozen import Frozen


class Part(NamedTuple):
    """A section that is in the report.

    ``frozen`` is the frozen section (empty ``blocks`` in one that people added), ``texts`` are
    pairs (heading, text) that people wrote or have yet to accept.
    """

    name: str
    frozen: dict
    texts: list


class Approval(NamedTuple):
    """Who approved the report and when, as words; both are empty in a draft."""

    name: str = ""
    date: str = ""


@dataclass(frozen=True)
class Paper:
    """``title`` are lines of the heading, the name of the report first."""

    frozen: Frozen
    title: list
    parts: list
    changes: object = None
    approval: Approval = field(default_factory=Approval)
    author: str = ""
