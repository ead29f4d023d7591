"""Change of a figure between two periods."""

from .bands import MORE


def difference(current, previous):
    """``current − previous`` in the figure's own unit, which for a percentage is percentage
    points; None when either is missing."""
    if current is None or previous is None:
        return None
    return current - previous


def relative_change(current, previous):
    """Change in per cent of the previous value; None when either is missing or the previous
    value is zero. Not for percentages: there it would be a per cent of a per cent."""
    points = difference(current, previous)
    return points / abs(previous) * 100 if points is not None and previous else None


def improvement(delta, direction=MORE):
    """1 for a change to the better, −1 to the worse, 0 for none; None without a delta."""
    if delta is None:
        return None
    sign = (delta > 0) - (delta < 0)
    return sign if direction == MORE else -sign
