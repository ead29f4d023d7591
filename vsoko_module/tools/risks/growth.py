"""What became of what a route works on: the growth, and whether chance explains it."""

from dataclasses import dataclass
from typing import NamedTuple

from ..measures import effect as measure
from .mastery import is_early, shrunk_share


@dataclass(frozen=True, slots=True)
class Stretch:
    """What the works of a time say of one pupil and one goal: points of possible ones, tasks.

    ``rest`` is the share of the points, from 0 to 1, that the classmates outside the route have in
    the same works; None without such. Without works all numbers are 0.
    """

    points: float = 0.0
    possible: float = 0.0
    tasks: int = 0
    rest: float | None = None


class Growth(NamedTuple):
    """The shares of the points before and after, and what is to be said of the change."""

    before: measure.Share
    after: measure.Share
    effect: measure.Effect


def growth(pairs):
    """The `Growth` of a route or of one of its goals, None when nothing can be said.

    Shares are per cents of the points; the base is the number of tasks, so points of one task are
    not taken for independent. Low shares rise by themselves and works differ in difficulty:
    expected without the route is the share before, drawn to that of the classmates
    (`shrunk_share`) and moved by as much as the classmates have changed.

    :param pairs: (`Stretch` before, `Stretch` after) for each pupil and goal; those that lack
        works on either side say nothing of a change and drop out
    """
    pairs = [(before, after) for before, after in pairs if before.tasks and after.tasks]
    if is_early(sum(after.possible for _before, after in pairs)):
        return None
    befores, afters = zip(*pairs, strict=True)
    weights = [after.possible for after in afters]
    expected = _mean([_expect(before, after) for before, after in pairs], weights)
    before, after = _together(befores), _together(afters)
    effect = measure.effect(before, after, expected, rest=_rest(befores, afters))
    return Growth(before, after, effect)


def _together(stretches):
    points = sum(one.points for one in stretches)
    possible = sum(one.possible for one in stretches)
    return measure.Share(100 * points / possible, sum(one.tasks for one in stretches))


def _expect(before, after):
    """The share to be expected without the route, per cents."""
    if before.rest is None:
        return 100 * before.points / before.possible
    share = shrunk_share(before.points, before.possible, before.rest)
    moved = share if after.rest is None else share + after.rest - before.rest
    return 100 * min(max(moved, 0.0), 1.0)


def _rest(befores, afters):
    """The classmates (before, after), per cents, by the weight that the pupils of the route have
    in the works; None when they are not known throughout."""
    if any(one.rest is None for one in (*befores, *afters)):
        return None
    return tuple(
        100 * _mean([one.rest for one in stretches], [one.possible for one in stretches])
        for stretches in (befores, afters)
    )


def _mean(values, weights):
    pairs = zip(values, weights, strict=True)
    return sum(value * weight for value, weight in pairs) / sum(weights)
