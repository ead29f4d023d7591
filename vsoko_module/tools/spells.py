"""Stays of a pupil in classes during one school year, from the list of pupils and its movement."""

from datetime import date
from typing import NamedTuple

TRANSFER = "transfer"
LEFT = "left"


class Move(NamedTuple):
    """A transfer between classes on ``day``: from that day the pupil is in ``to_class``."""

    day: date
    from_class: object
    to_class: object


class Spell(NamedTuple):
    """A stay in a class from ``date_from`` up to, but not including, ``date_to``."""

    class_name: object
    date_from: date
    date_to: date | None
    reason: str | None


class Broken(ValueError):
    """The transfers do not lead to the class of the list."""


def spells(last_class, admitted, left, transfers, year_start):
    """Return the stays of one school year in order; empty when the pupil left before it.

    :param last_class: the class of the list: the last one
    :param admitted: day of admission to the school, or None
    :param left: the first day on which the pupil is not in the school, or None
    :param transfers: the ``Move`` of the year
    :param year_start: first day of the year: an earlier admission counts as this day
    :raise Broken: when the classes of the transfers do not join
    """
    start = max(admitted or year_start, year_start)
    if left and left <= start:
        return []
    result = []
    ordered = sorted(transfers)
    current = ordered[0].from_class if ordered else last_class
    for move in ordered:
        if move.from_class != current or not start < move.day:
            raise Broken
        result.append(Spell(current, start, move.day, TRANSFER))
        current, start = move.to_class, move.day
    if current != last_class or (left and left < start):
        raise Broken
    return [*result, Spell(current, start, left, LEFT if left else None)]
