"""What the points of a person weigh: with the days at work, and with the rate where it is fair."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Given:
    """Exact points of one criterion (None: nothing is known), its group, the cap of that.

    ``grows`` says that they grow with the load by themselves, as with a number of lessons or of
    diplomas: a part of a rate has fewer of them already and is not lessened a second time.
    """

    points: Fraction | None
    group: object = None
    cap: Fraction | None = None
    grows: bool = False


def points_apart(given):
    """Return (points that grow with the load, other points), each group within its cap.

    A group above its cap gives its parts in the same proportion, so both add up to the points of
    the sheet. (None, None) when nothing is known at all.
    """
    known = [one for one in given if one.points is not None]
    if not known:
        return None, None
    parts = {True: Fraction(0), False: Fraction(0)}
    for group in {one.group for one in known}:
        of_group = [one for one in known if one.group == group]
        whole = sum(one.points for one in of_group)
        cap = of_group[0].cap
        factor = cap / whole if cap and whole > cap else 1
        for one in of_group:
            parts[one.grows] += one.points * factor
    return parts[True], parts[False]


def weight(growing, other, days, days_in_all, rate=Fraction(1)):
    """What the points weigh; never below zero.

    :param growing: points that grow with the load: the days alone count
    :param other: points of which a part of a rate gets a part
    :param int days: at work in the post, of ``days_in_all`` of the period
    """
    time = Fraction(days, days_in_all)
    return max(Fraction(0), (growing + other * rate) * time)
