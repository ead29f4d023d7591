"""Change of the same pupils from one work to another."""

from dataclasses import dataclass

from .marks import share


@dataclass(frozen=True)
class Progress:
    """``both`` pupils wrote both works; per cents are shares of the possible points of theirs,
    ``change`` is in percentage points; marks are compared where both are known."""

    both: int
    first_percent: float | None
    second_percent: float | None
    change: float | None
    mark_up: int
    mark_same: int
    mark_down: int


def progress(first, first_maximum, second, second_maximum):
    """``Progress`` between works.

    :param first: ``{pupil: (total, mark or None)}`` of those who wrote
    :param second: the same of the later work
    """
    both = first.keys() & second.keys()
    percents = [
        share(sum(work[pupil][0] for pupil in both), maximum * len(both))
        for work, maximum in ((first, first_maximum), (second, second_maximum))
    ]
    steps = [
        second[pupil][1] - first[pupil][1] for pupil in both if first[pupil][1] and second[pupil][1]
    ]
    return Progress(
        len(both),
        *percents,
        percents[1] - percents[0] if both else None,
        sum(step > 0 for step in steps),
        sum(step == 0 for step in steps),
        sum(step < 0 for step in steps),
    )
