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


class Visit(NamedTuple):
    """A time in the school by the list: ``last_class`` is the class at its end.

    ``admitted`` is None when it began before the year, ``left`` when it lasts.
    """

    last_class: object
    admitted: date | None
    left: date | None


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


def visits(listed, arrivals, departures):
    """The visits of a pupil: those of the list, completed by days of the sheet of movement.

    Who left and came later again is there twice, though the list may have one row.

    :param listed: the ``Visit`` of each row of the list, in order
    :param arrivals: days of coming to the school
    :param departures: days of leaving it
    """
    if len(listed) != 1:
        return listed
    (visit,) = listed
    returned = max(arrivals, default=None)
    gone = max((day for day in departures if returned and day < returned), default=None)
    if gone and not (visit.admitted and visit.admitted >= returned):
        later = [day for day in departures if day > returned]
        return [
            visit._replace(left=gone),
            Visit(visit.last_class, returned, visit.left or max(later, default=None)),
        ]
    first, last = min(arrivals, default=None), max(departures, default=None)
    return [visit._replace(admitted=visit.admitted or first, left=visit.left or last)]


def stays(visited, transfers, year_start):
    """The ``Spell`` of all visits, see ``spells``; a visit that follows another on its last day is
    a transfer."""
    found = []
    for visit in visited:
        own = [
            move
            for move in transfers
            if (not visit.admitted or visit.admitted <= move.day)
            and (not visit.left or move.day <= visit.left)
        ]
        found += spells(visit.last_class, visit.admitted, visit.left, own, year_start)
    starts = {spell.date_from for spell in found}
    return [
        spell._replace(reason=TRANSFER) if spell.date_to in starts else spell for spell in found
    ]
