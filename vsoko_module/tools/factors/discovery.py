"""Many comparisons: the more is tried, the more is found by chance."""


def adjust(chances):
    """The chances of Benjamini and Hochberg (1995), in the order given: of the findings whose
    adjusted chance is below a share, no more than that share is expected to be false.

    :param chances: of all tries, each 0 to 1
    """
    count, least, found = len(chances), 1.0, [1.0] * len(chances)
    order = sorted(range(count), key=lambda place: chances[place], reverse=True)
    for passed, place in enumerate(order):
        least = min(least, chances[place] * count / (count - passed))
        found[place] = least
    return found
