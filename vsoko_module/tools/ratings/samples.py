"""How sure one figure of one unit is: its standard error, and the one it would have if all units
were alike.

The second one, the noise, judges whether units differ at all: a unit of five pupils who all passed
has no error of its own, and is no surer for that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import sqrt


@dataclass(frozen=True, slots=True)
class Sample:
    """What one component shows of one unit of ``n`` > 0 people.

    A share names its level by ``percent`` (0–100), of which the differences between people follow;
    a mean says them itself by ``deviation``. ``earlier_n``: how many people the earlier figure
    rests on where ``value`` is a change since then. ``pupils``, where the facts name them, is
    ``{pupil: (total, size)}``: the totals of all divided by their sizes are the value.
    """

    value: float
    n: int
    percent: float | None = None
    deviation: float | None = None
    earlier_n: int | None = None
    pupils: Mapping | None = field(default=None, compare=False, repr=False)

    @property
    def inverse(self):
        """By what the variance between people is multiplied to give that of the value."""
        return 1 / self.n + (1 / self.earlier_n if self.earlier_n else 0)

    @property
    def spread(self):
        """The standard deviation between people."""
        return _share_spread(self.percent) if self.deviation is None else self.deviation

    @property
    def people(self):
        """How many people the weaker of the two figures rests on."""
        return min(self.n, self.earlier_n) if self.earlier_n else self.n


def errors(samples):
    """``[(error, noise)]`` of the samples of one component, in its own unit.

    ``error`` is the standard error of the unit, ``noise`` that of a unit of so many people whose
    differences are those of all units together. Where all people of a unit are alike the error is
    the noise: few people who are alike prove nothing. No samples: an empty list.
    """
    common = _common_spread(samples) if samples else 0.0
    found = []
    for sample in samples:
        scale = sqrt(sample.inverse)
        found.append(((sample.spread or common) * scale, common * scale))
    return found


def _common_spread(samples):
    total = sum(sample.n for sample in samples)
    if all(sample.deviation is None for sample in samples):
        return _share_spread(sum(sample.percent * sample.n for sample in samples) / total)
    return sqrt(sum(sample.spread**2 * sample.n for sample in samples) / total)


def _share_spread(percent):
    share = percent / 100
    return 100 * sqrt(share * (1 - share))
