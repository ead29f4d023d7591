"""A sentence for people with its severity."""

from typing import NamedTuple

ERROR = "error"
WARNING = "warning"
INFO = "info"


class Message(NamedTuple):
    severity: str
    template: str
