"""Lists of the pupils counted for a unit of a rating, and corrections of them.

A teacher knows better than any load who was taught by whom. What is corrected holds for the
rating alone: the facts stay where they are.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from statistics import fmean, pstdev
from typing import Any


@dataclass(frozen=True, slots=True)
class PupilCount:
    """What the facts of one ``pupil`` give to one figure: ``numbers`` whose mean, over all pupils
    of the ``cell``, is the figure. ``group`` is the class, ``course`` the subject of the facts,
    None where the source has none."""

    cell: str
    group: Any
    course: Any
    pupil: Any
    numbers: tuple


@dataclass(frozen=True, slots=True)
class RosterMove:
    """A correction: the ``cell`` counts the ``pupil``, or, unless ``is_in``, does not count him in
    the ``group``. A ``course`` of None stands for all of them."""

    cell: str
    group: Any
    course: Any
    pupil: Any
    is_in: bool

    def takes_out(self, count):
        """Whether the count is one that the cell does not count any more."""
        here = (self.cell, self.group) == (count.cell, count.group)
        return not self.is_in and here and self.concerns(count)

    def brings_in(self, count):
        """Whether the count, of another cell, is one that the cell counts too."""
        return self.is_in and self.cell != count.cell and self.concerns(count)

    def concerns(self, count):
        """Whether the count is of the pupil in what the correction is about."""
        return self.pupil == count.pupil and self.course in (None, count.course)


def moved(counts, moves):
    """``[PupilCount]`` after the corrections: those taken out are gone, those brought in are there
    once more for the cell that counts them now. Without corrections they are as they were."""
    of_pupil = defaultdict(list)
    for move in moves:
        of_pupil[move.pupil].append(move)
    stays, brought = [], {}
    for one in counts:
        own = of_pupil.get(one.pupil, ())
        if not any(move.takes_out(one) for move in own):
            stays.append(one)
        # a dictionary keeps the order of the counts
        brought |= {replace(one, cell=move.cell): None for move in own if move.brings_in(one)}
    return [*stays, *brought]


def by_pupil(counts):
    """``{pupil: (sum of the numbers, how many they are)}`` of the counts of one cell."""
    numbers = defaultdict(list)
    for count in counts:
        numbers[count.pupil].extend(count.numbers)
    return {pupil: (sum(found), len(found)) for pupil, found in numbers.items() if found}


def tally(counts):
    """``(mean, number of different pupils, standard deviation of the numbers)`` of the counts of
    one cell; None when there is no number."""
    numbers = [number for count in counts for number in count.numbers]
    if not numbers:
        return None
    return fmean(numbers), len({one.pupil for one in counts if one.numbers}), pstdev(numbers)
