"""Analytic note of one assessment: figures of ``tools.analysis`` → tables, charts and sentences.

Each module makes some parts of the note, ``{name: as tools.reports.given writes it}``; a part that
has nothing to show is left out.
"""

from . import (
    beside,
    elements,
    groups,
    journal,
    measurement,
    passport,
    pupils,
    results,
    reteaching,
    tasks,
)
from .page import make_page

_MAKERS = (
    passport.make,
    results.make,
    tasks.make,
    beside.make,
    elements.make,
    groups.make,
    measurement.make,
    journal.make,
    pupils.make,
    reteaching.make,
)


def make_note(work, _):
    """All parts of the note of a ``Work`` by their names in the declaration of the type."""
    parts = {}
    for make in _MAKERS:
        parts |= make(work, _)
    return parts


__all__ = ["make_note", "make_page"]
