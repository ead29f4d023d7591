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
class Compared:
    """``own`` and ``rest`` are per cents of ``people`` and of ``others``."""

    row: Taught
    own: float
    rest: float
    people: int
    others: int

    @property
    def is_below(self):
        """Whether chance alone does not explain that the own share is lower."""
        return is_worse(self.own, self.people, self.rest, self.others, MORE)


def compare_with_the_rest(rows):
    """List of `Compared` of the `Taught`, each with all others of its group together; the order of
    rows is kept.

    Too few people or works tell nothing and are left out; so is a teacher who leads the whole
    parallel, who has nobody beside him.
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
        found.append(Compared(row, own, rest, row.judged, others))
    return found
