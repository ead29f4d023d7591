"""How points are spread among colleagues, so that nobody is recognised."""

from dataclasses import dataclass

# of fewer people nothing is said, and no bar holds fewer than this
LEAST_PEOPLE = 5
LEAST_IN_BAR = 3


@dataclass(frozen=True)
class Bar:
    """So many people have from `low` to `high` points, both included."""

    low: float
    high: float
    people: int


def spread(totals):
    """Bars of people in the order of points; [] of fewer than `LEAST_PEOPLE` known totals.

    :param totals: points of people, None for who has none
    """
    known = sorted(total for total in totals if total is not None)
    if len(known) < LEAST_PEOPLE:
        return []
    groups = [[]]
    for total in known:
        # equal points stay in one bar
        if len(groups[-1]) >= LEAST_IN_BAR and total != groups[-1][-1]:
            groups.append([])
        groups[-1].append(total)
    if len(groups) > 1 and len(groups[-1]) < LEAST_IN_BAR:
        groups[-2:] = [groups[-2] + groups[-1]]
    return [Bar(group[0], group[-1], len(group)) for group in groups]
