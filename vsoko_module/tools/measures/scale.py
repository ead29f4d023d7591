"""From points to a mark, with conditions on a part of the tasks (geometry, literacy)."""

from dataclasses import dataclass, replace
from itertools import pairwise


@dataclass(frozen=True)
class Band:
    """A mark from ``min_score`` points up; ``condition_points`` on the ``condition`` tasks more.

    ``condition`` names a part of the work, as ``mark_of`` gets its points; None: no condition.
    """

    min_score: float
    mark: int
    condition: str | None = None
    condition_points: float = 0


class ScaleError(ValueError):
    """Bands that do not give every total one mark; ``code``: ``empty``, ``not_from_zero``,
    ``not_ascending`` (points or marks do not grow), ``above_maximum``."""

    def __init__(self, code, **params):
        self.code = code
        self.params = params
        super().__init__(code, params)


def check_scale(bands, maximum):
    """``bands`` by ascending points; raise ``ScaleError`` when they do not cover 0…maximum."""
    ordered = sorted(bands, key=lambda band: band.min_score)
    if not ordered:
        raise ScaleError("empty")
    if ordered[0].min_score:
        raise ScaleError("not_from_zero", score=ordered[0].min_score)
    for lower, upper in pairwise(ordered):
        if lower.min_score == upper.min_score or lower.mark >= upper.mark:
            raise ScaleError("not_ascending", score=upper.min_score)
    if ordered[-1].min_score > maximum:
        raise ScaleError("above_maximum", score=ordered[-1].min_score)
    return ordered


def mark_of(total, bands, parts=None):
    """The highest mark whose points and condition are reached; None without bands or total.

    :param bands: as ``check_scale`` returns
    :param parts: ``{name of a condition: points}`` of the pupil; a part that is not there has none
    """
    if total is None:
        return None
    parts = parts or {}
    reached = [
        band.mark
        for band in bands
        if total >= band.min_score
        and (band.condition is None or parts.get(band.condition, 0) >= band.condition_points)
    ]
    return max(reached, default=None)


def best_mark(total, bands):
    """The mark that the points alone allow, whatever the conditions on parts of the tasks say."""
    return mark_of(total, [replace(band, condition=None) for band in bands])
