"""A range that tells how a group does without telling of anybody in it."""


def middle_half(counts):
    """(low, high) of the middle half of a group, from {value: how many have it}.

    A quarter of the group, rounded down, lies outside on either side, so in a group of four or
    more neither the best nor the worst value is told as such. None for an empty group.
    """
    total = sum(counts.values())
    if not total:
        return None
    quarter = total // 4
    return _value_at(counts, quarter), _value_at(counts, total - 1 - quarter)


def _value_at(counts, place):
    """The value at a place of the ordered group, counted from zero."""
    passed = 0
    for value in sorted(counts):
        passed += counts[value]
        if place < passed:
            return value
    raise IndexError(place)
