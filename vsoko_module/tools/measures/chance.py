"""What chance alone can do to a share of so few people.

Intervals of 95 % by Wilson for a share, and by Newcombe for the difference of two shares of
different people. Figures are per cents; a share need not come from whole people: the degree of
learning is taken as a share, which makes its interval too wide rather than too narrow.
"""

from math import sqrt

MORE, LESS = "more", "less"
BETTER, WORSE, CHANCE = "better", "worse", "chance"
Z = 1.959963984540054


def share_interval(percent, base):
    """``(low, high)`` of a share of ``base`` > 0 people, per cents."""
    share, z2 = percent / 100, Z * Z
    middle = share + z2 / (2 * base)
    reach = Z * sqrt(share * (1 - share) / base + z2 / (4 * base * base))
    scale = 100 / (1 + z2 / base)
    return (middle - reach) * scale, (middle + reach) * scale


def change_interval(percent, base, previous, previous_base):
    """``(low, high)`` of the change from ``previous`` to ``percent``, percentage points."""
    low, high = share_interval(percent, base)
    low_before, high_before = share_interval(previous, previous_base)
    change = percent - previous
    return (
        change - sqrt((percent - low) ** 2 + (high_before - previous) ** 2),
        change + sqrt((high - percent) ** 2 + (previous - low_before) ** 2),
    )


def people_behind(base, people):
    """How many people a share of ``base`` rests on: thirty marks of three pupils are three people,
    whose marks are alike. ``people``: different people counted beside the base, None or 0 when they
    were not counted; then the base itself.
    """
    return min(base, people) if base and people else base


def is_worse(percent, base, previous, previous_base, direction):
    """Whether a percentage changed for the worse by more than chance can do.

    :param base, previous_base: how many people the figures rest on, see `people_behind`; an
        unknown earlier one (None) is taken to be as many as now
    :return: False also without a base or a direction, and for shares outside 0–100
    """
    if not base or direction not in (MORE, LESS):
        return False
    if not (0 <= percent <= 100 and 0 <= previous <= 100):
        return False
    low, high = change_interval(percent, base, previous, previous_base or base)
    return high < 0 if direction == MORE else low > 0


def judge(percent, base, previous, previous_base, direction):
    """What became of a percentage: `BETTER`, `WORSE`, or `CHANCE` when chance can do as much.

    Parameters as of `is_worse`; None where that cannot be told: no base, no direction, no share.
    """
    if not base or direction not in (MORE, LESS):
        return None
    if not (0 <= percent <= 100 and 0 <= previous <= 100):
        return None
    before = previous_base or base
    if is_worse(percent, base, previous, before, direction):
        return WORSE
    return BETTER if is_worse(previous, before, percent, base, direction) else CHANCE
