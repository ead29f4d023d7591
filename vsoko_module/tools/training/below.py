"""Whose classes do a planned result worse than the rest of the parallel, by more than chance."""

from collections import defaultdict
from dataclasses import dataclass

from ..measures.chance import MORE, is_worse

# fewer pupils on either side, or a single work, tell nothing of a teacher's lessons
LEAST_PEOPLE, LEAST_WORKS = 10, 2


@dataclass(frozen=True, slots=True)
class Taught:
    """Pupils of one teacher who were judged by one planned result, ``reached`` of them have it.

    ``group`` names the parallel and the result; ``works`` is how many works have checked it.
    """

    teacher: int
    group: tuple
    judged: int
    reached: int
    works: int


@dataclass(frozen=True, slots=True)
class Below:
    """``own`` and ``rest`` are per cents of ``people`` and of ``others``."""

    row: Taught
    own: float
    rest: float
    people: int
    others: int


def below_the_rest(rows):
    """List of `Below` of those of the `Taught` whose share is lower than that of all others of
    the group together, where chance alone does not explain it; the order of rows is kept.

    A teacher who leads the whole parallel has nobody beside him and is in no comparison.
    """
    judged, reached = defaultdict(int), defaultdict(int)
    for row in rows:
        judged[row.group] += row.judged
        reached[row.group] += row.reached
    found = []
    for row in rows:
        others = judged[row.group] - row.judged
        if row.works < LEAST_WORKS or min(row.judged, others) < LEAST_PEOPLE:
            continue
        own = 100 * row.reached / row.judged
        rest = 100 * (reached[row.group] - row.reached) / others
        if is_worse(own, row.judged, rest, others, MORE):
            found.append(Below(row, own, rest, row.judged, others))
    return found
