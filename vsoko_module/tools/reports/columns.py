"""Heights of the columns of a small chart that a page draws without scripts and pictures."""

MARKS = (1, 5)
PERCENTS = (0, 100)


def heights(values, ends=None):
    """Heights in per cents of the chart, 0–100; None where there is no value.

    :param ends: the values of an empty and of a full column; without them from zero (or the least
        value, when that is below zero) to the greatest value
    """
    present = [value for value in values if value is not None]
    low, high = ends or (min([0, *present]), max([0, *present]))
    width = high - low
    return [
        None
        if value is None
        else round(100 * (min(max(value, low), high) - low) / width)
        if width
        else 0
        for value in values
    ]
