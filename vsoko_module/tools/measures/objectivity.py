"""Marks of a work against marks of the journal, and signs that a mark's border was helped.

Directions and thresholds: recommendations of ФИОКО on the analysis of ВПР. A sign is a reason to
look closer and never a proof.
"""

from dataclasses import dataclass

from .marks import share
from .reliability import pearson

FAR_APART = 2
SIGNAL_PERCENT = 30
PEAK_RATIO = 2
ENOUGH, ROUGH, UNSAFE = "enough", "rough", "unsafe"


@dataclass(frozen=True)
class JournalComparison:
    """Numbers of pairs; ``far_apart`` of them differ by two marks or more."""

    pairs: int = 0
    lowered: int = 0
    same: int = 0
    raised: int = 0
    far_apart: int = 0
    correlation: float | None = None

    def percent(self, count):
        """Share of the compared pairs, %; None without pairs."""
        return share(count, self.pairs)

    def needs_study(self, threshold=SIGNAL_PERCENT):
        """Whether more than ``threshold`` % of the pairs were lowered or raised."""
        shares = (self.percent(self.lowered), self.percent(self.raised))
        return any(value is not None and value > threshold for value in shares)


@dataclass(frozen=True)
class Peak:
    """The lowest points of a mark, received ``ratio`` times as often as one point fewer.

    ``ratio`` is None when nobody had one point fewer.
    """

    score: int
    count: int
    below: int
    ratio: float | None


def compare(pairs):
    """``JournalComparison`` of (mark of the work, mark of the journal) pairs that have both."""
    known = [(work, journal) for work, journal in pairs if work and journal]
    return JournalComparison(
        pairs=len(known),
        lowered=sum(work < journal for work, journal in known),
        same=sum(work == journal for work, journal in known),
        raised=sum(work > journal for work, journal in known),
        far_apart=sum(abs(work - journal) >= FAR_APART for work, journal in known),
        correlation=pearson(*zip(*known, strict=True)) if known else None,
    )


def sample_tier(n):
    """How far the shape of a distribution may be trusted: ``enough`` from 50, ``rough`` from 20,
    ``unsafe`` below."""
    if n >= 50:
        return ENOUGH
    return ROUGH if n >= 20 else UNSAFE


def border_peaks(counts, borders, ratio=PEAK_RATIO, step=1):
    """``Peak`` of every border of a mark that stands out.

    :param counts: number of pupils by total, ``counts[total / step]``
    :param borders: lowest totals of the marks; a border of 0 has no neighbour
    :param ratio: how many times more often than one point fewer
    """
    peaks = []
    for score in borders:
        place = int(score / step)
        if not 0 < place < len(counts):
            continue
        count, below = counts[place], counts[place - 1]
        if count > 1 and count >= ratio * below:
            peaks.append(Peak(score, count, below, count / below if below else None))
    return peaks
