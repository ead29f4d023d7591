"""What became of a share that somebody worked on: the change, and whether chance explains it.

Shares are per cents of people. Nothing here says why a share has changed.
"""

from dataclasses import dataclass
from math import comb

from . import chance
from .chance import LESS, MORE

# from the best to the worst; the last one is no judgement
REACHED, BETTER, RANDOM, WORSE, UNKNOWN = "reached", "better", "random", "worse", "unknown"
# no more than this is «by chance»
SIGNIFICANT = 0.05


@dataclass(frozen=True, slots=True)
class Share:
    """A share of ``base`` people, per cents."""

    percent: float
    base: int


@dataclass(frozen=True, slots=True)
class Effect:
    """What became of a share, per cents and percentage points.

    ``low`` and ``high`` are the interval of ``change``; ``expected`` is what was to be expected
    without any measures. ``difference`` is by how much the group has changed more than the rest of
    the school, None without a rest. ``risen``, ``fallen`` and ``chance`` are of the same pupils,
    None when the pupils are others.
    """

    change: float
    low: float
    high: float
    expected: float
    verdict: str
    difference: float | None = None
    risen: int | None = None
    fallen: int | None = None
    chance: float | None = None


def effect(before, after, expected, direction=MORE, target=None, rest=None, same=None):
    """The `Effect` between two `Share`.

    :param expected: the share before without its chance part, see `shrinkage`
    :param direction: whether more or less of it is better
    :param target: the promised share, None when none was promised
    :param rest: (share before, share after) of all others, per cents
    :param same: (risen, fallen): how many of the same pupils have come into the counted part and
        have left it; these then decide instead of the bases
    """
    low, high = chance.change_interval(after.percent, after.base, before.percent, before.base)
    risen, fallen = same or (None, None)
    return Effect(
        change=after.percent - before.percent,
        low=low,
        high=high,
        expected=expected,
        verdict=_judge(after, expected, direction, target, same),
        difference=rest and difference((before.percent, after.percent), rest),
        risen=risen,
        fallen=fallen,
        chance=same and mcnemar(*same),
    )


def difference(own, rest):
    """By how much a share has changed more than that of the others; both are (before, after)."""
    return (own[1] - own[0]) - (rest[1] - rest[0])


def mcnemar(risen, fallen):
    """The exact chance, on both sides, of so uneven a division when each pupil is as likely to
    rise as to fall; 1 when nobody has changed."""
    count = risen + fallen
    tail = sum(comb(count, number) for number in range(min(risen, fallen) + 1))
    return min(1.0, 2 * tail / 2**count)


def _judge(after, expected, direction, target, same):
    if direction == LESS:
        after, expected = Share(100 - after.percent, after.base), 100 - expected
        target = None if target is None else 100 - target
        same = same and same[::-1]
    better, worse = _compare_same(*same) if same else _compare(after, expected)
    if better:
        return REACHED if target is not None and after.percent >= target else BETTER
    return WORSE if worse else RANDOM


def _compare(after, expected):
    """Whether chance leaves out what was to be expected: (better, worse)."""
    low, high = chance.share_interval(after.percent, after.base)
    return low > expected, high < expected


def _compare_same(risen, fallen):
    is_sure = mcnemar(risen, fallen) <= SIGNIFICANT
    return is_sure and risen > fallen, is_sure and fallen > risen
