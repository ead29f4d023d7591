"""A sentence for people with its severity.

The interface translates the templates, so they are marked for extraction by ``_lt`` although
nothing is translated here.
"""

from typing import NamedTuple

ERROR = "error"
WARNING = "warning"
INFO = "info"


def _lt(text):
    return text


def plain(template, **params):
    """The English sentence of a template."""
    return template % params


class Message(NamedTuple):
    severity: str
    template: str
