"""Pupils by total, with the borders of marks."""

from dataclasses import dataclass

from ..measures import best_mark, border_peaks, counts_by_total, sample_tier
from ..measures.objectivity import UNSAFE
from ..readers.works import whole

# fewer results at the border of a mark are no peak worth a word
MEANINGFUL_PEAK = 5


@dataclass(frozen=True)
class Distribution:
    """``counts`` of pupils with each of the ``totals``; ``marks`` are those that the points allow.

    ``peaks``: ``measures.Peak`` at the borders of marks, as far as the number of pupils lets a
    shape be seen at all (``tier``).
    """

    totals: list
    counts: list
    marks: list
    peaks: list
    tier: str
    average: float


def distribution(work):
    """``Distribution`` of those who wrote and whose total is known; None without anybody."""
    scores = [pupil.score for pupil in work.wrote if pupil.score is not None]
    if not scores or not work.maximum:
        return None
    counts = counts_by_total(scores, work.maximum, work.step)
    totals = [whole(place * work.step) for place in range(len(counts))]
    tier = sample_tier(len(scores))
    return Distribution(
        totals=totals,
        counts=counts,
        marks=[best_mark(total, work.scale) for total in totals],
        peaks=[] if tier == UNSAFE else _peaks(work, counts),
        tier=tier,
        average=sum(scores) / len(scores),
    )


def _peaks(work, counts):
    borders = [band.min_score for band in work.scale]
    found = border_peaks(counts, borders, step=work.step)
    return [peak for peak in found if peak.count >= MEANINGFUL_PEAK]
