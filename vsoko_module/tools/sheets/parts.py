"""The points of one event that several teachers have done together.

They are shared by whole percents that were agreed, equally where nothing was; the parts add up to
the points of the event exactly, whatever is rounded.
"""

from ..remainder import divided
from .points import exact

WHOLE = 100
# points are told in hundredths
_IN_POINT = 100


def part_of(points, parts, person, paid=0):
    """The points of one person in an event; 0 of who is not among the parts.

    :param points: what the event gives as a whole
    :param parts: {person: percent}, or equal numbers where nothing was agreed
    :param paid: what others have got of it for good: no more than the rest is left
    """
    if person not in parts:
        return 0.0
    whole = int(exact(points) * _IN_POINT)
    order = {one: one for one in parts}
    part = divided(whole, parts, order)[person]
    left = max(whole - int(exact(paid) * _IN_POINT), 0)
    return min(part, left) / _IN_POINT
