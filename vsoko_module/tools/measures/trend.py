"""Straight-line trend of a short series."""

from dataclasses import dataclass

MIN_POINTS = 3


@dataclass(frozen=True)
class Trend:
    """``slope`` per step of the series and ``n`` points behind it."""

    slope: float
    n: int


def linear_trend(values):
    """Least-squares ``Trend`` over equally spaced ``values`` in time order.

    None among the values is a gap: the point is left out, its place in time stays. Fewer than
    three points give no trend (None): two points are a change, not a tendency.
    """
    points = [(place, value) for place, value in enumerate(values) if value is not None]
    n = len(points)
    if n < MIN_POINTS:
        return None
    mean_x = sum(x for x, _y in points) / n
    mean_y = sum(y for _x, y in points) / n
    spread = sum((x - mean_x) ** 2 for x, _y in points)
    return Trend(sum((x - mean_x) * (y - mean_y) for x, y in points) / spread, n)
