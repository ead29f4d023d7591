"""What became of the marks of one pupil from one term to the next, in the same subjects."""

from dataclasses import dataclass
from statistics import fmean


@dataclass(frozen=True, slots=True)
class OwnProgress:
    """``before`` and ``after`` are mean marks over the ``count`` subjects that have a mark in both
    terms; ``risen`` and ``fallen`` are the subjects whose mark is another one."""

    before: float
    after: float
    count: int
    risen: tuple
    fallen: tuple


def own_progress(before, after):
    """The `OwnProgress` between two terms; None when no subject has a mark in both.

    :param before: {subject: mark} of the earlier term
    :param after: {subject: mark} of the later one
    """
    both = [subject for subject in before if subject in after]
    if not both:
        return None
    return OwnProgress(
        fmean(before[subject] for subject in both),
        fmean(after[subject] for subject in both),
        len(both),
        tuple(subject for subject in both if after[subject] > before[subject]),
        tuple(subject for subject in both if after[subject] < before[subject]),
    )
