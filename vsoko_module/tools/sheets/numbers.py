"""Numbers by which a commission reads sheets without knowing whose they are."""

from random import SystemRandom

# numbers have as many digits as leave at least half of them free
_DIGITS = 3


def draw(count, taken=()):
    """So many different numbers that are not taken, at random: neither their order nor their
    size tells anything about the people."""
    taken = set(taken)
    digits = _DIGITS
    while 9 * 10 ** (digits - 1) < 2 * (count + len(taken)):
        digits += 1
    free = [one for one in range(10 ** (digits - 1), 10**digits) if one not in taken]
    return SystemRandom().sample(free, count)


def shuffled(things):
    """The things in an order that nobody can tell before."""
    return SystemRandom().sample(list(things), len(things))
