"""Marks of pupils with one teacher beside the marks of the same pupils in their other subjects.

What a pupil brings along counts on both sides, so a strong class is no merit and a weak one no
fault. That one subject is marked more strictly than another stays in the difference: it is for
comparing over the years, and beside progress, rather than alone.
"""

from collections import defaultdict
from statistics import fmean

from .value_added import LEAST, ValueAdded


def beside(counts, least=LEAST):
    """``{cell: ValueAdded}``: by how much the marks with each unit lie above the other ones.

    A pupil without marks in other subjects is left out, a unit with fewer than ``least`` pupils
    has no figure. A subject in which the unit has a pupil is none of the pupil's other ones,
    whoever else leads it.

    :param counts: `rosters.PupilCount` whose numbers are marks, of all subjects of the pupils
    """
    by_pupil = defaultdict(list)
    for count in counts:
        by_pupil[count.pupil].append(count)
    differences = defaultdict(dict)
    for pupil, own in by_pupil.items():
        for cell in {count.cell for count in own}:
            difference = _difference(cell, own)
            if difference is not None:
                differences[cell][pupil] = difference
    return {cell: ValueAdded.of(own) for cell, own in differences.items() if len(own) >= least}


def _difference(cell, counts):
    """How far the marks of one pupil with the unit lie above the others; None without either."""
    courses = {count.course for count in counts if count.cell == cell}
    own = [number for count in counts if count.cell == cell for number in count.numbers]
    others = [mark for count in counts if count.course not in courses for mark in count.numbers]
    return fmean(own) - fmean(others) if own and others else None
