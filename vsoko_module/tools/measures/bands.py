"""Status of a value by contiguous bands.

A band is the pair (lower bound, status); it reaches up to the lower bound of the next one, and
a value on the border belongs to the upper band. The first band is open below (None).
"""

from bisect import bisect_right
from itertools import pairwise

STATUSES = ("critical", "acceptable", "optimal")
MORE, LESS = "more", "less"


class BandError(ValueError):
    """Bands that cannot give every value exactly one status; ``code`` says why.

    Codes: ``empty``, ``gap_below`` (the first band is not open), ``repeated_bound``,
    ``unknown_status``, ``wrong_order`` (statuses do not follow the direction).
    """

    def __init__(self, code, **params):
        self.code = code
        self.params = params
        super().__init__(code, params)


def check_bands(bands, direction=MORE):
    """Bands sorted by lower bound.

    :param direction: ``more`` — the greater the value the better, ``less`` — the worse
    :raise BandError: see there
    """
    ordered = sorted(bands, key=lambda band: (band[0] is not None, band[0] or 0))
    if not ordered:
        raise BandError("empty")
    if ordered[0][0] is not None:
        raise BandError("gap_below", bound=ordered[0][0])
    _check_bounds([bound for bound, _status in ordered])
    _check_order([status for _bound, status in ordered], direction)
    return ordered


def _check_bounds(bounds):
    for lower, upper in pairwise(bounds):
        if lower == upper:
            raise BandError("repeated_bound", bound=upper)


def _check_order(statuses, direction):
    for status in statuses:
        if status not in STATUSES:
            raise BandError("unknown_status", status=status)
    ranks = [STATUSES.index(status) for status in statuses]
    if direction == LESS:
        ranks.reverse()
    if any(left >= right for left, right in pairwise(ranks)):
        raise BandError("wrong_order", statuses=statuses)


def status_of(value, bands):
    """Status of ``value`` by bands from ``check_bands``; None for no value or no bands."""
    if value is None or not bands:
        return None
    return bands[bisect_right([bound for bound, _status in bands[1:]], value)][1]
